"""A page that is empty without its scripts, opened in a browser where that is switched on."""

from dataclasses import replace

from checker.model import Exhibit, Missing, Text
from checker.visit.asking import Asker, Means
from checker.visit.reading import read_page
from checker.words import Cause

MOST_RENDERED = 3
SECONDS = 20.0
REQUESTS = 90
HOSTS = 8
EACH = 5.0
SAY = Text(
    fr="Page vide sans ses scripts : ouverte dans un navigateur.",
    en="Page empty without its scripts: opened in a browser.",
)


def with_scripts(exhibit: Exhibit, asker: Asker, means: Means) -> Exhibit:
    """Give an empty shell as its scripts build it, or with what kept them from it; others as they are.

    At most three pages of a visit are opened, each with its own budget of requests and hosts.
    """
    is_shell = exhibit.missing is not None and exhibit.missing.cause is Cause.EMPTY_SHELL
    if means.render is None or exhibit.page is None or not is_shell:
        return exhibit
    start = means.remaining()
    if asker.rendered >= MOST_RENDERED or start <= 0:
        return exhibit
    asker.rendered += 1
    means.tell("render", SAY)
    seconds = min(SECONDS, start)
    lent = replace(means, remaining=lambda: seconds - (start - means.remaining()))
    ask = asker.for_scripts(lent, requests=REQUESTS, hosts=HOSTS, seconds=EACH).ask
    got = means.render(exhibit.page, ask, seconds)
    if isinstance(got, Missing):
        return replace(exhibit, missing=replace(got, url=exhibit.url))
    return read_page(exhibit.role, exhibit.url, got, means.read)
