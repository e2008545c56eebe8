"""Content-Usage of IETF AIPREF: `train-ai` and `search`, in a header or in robots.txt; AI only.

draft-ietf-aipref-attach-05: the longest path wins, and of equal ones the refusal; of several statements the
most restrictive counts; a robots line is void on a path that is disallowed. Nothing is found without a
statement.
"""

import re
from collections.abc import Iterator

from checker.model import Exhibit, Finding, Snapshot, Text
from checker.signals.content_signal import for_us
from checker.signals.robots import PRODUCT_TOKEN, Record, paths
from checker.signals.robots.reader import exhibits_for, parser_of
from checker.signals.scope import AI_ONLY, address_of, finding, headers, page_of, resources
from checker.words import State

SIGNAL = "content_usage"
FACT = "ai.content_usage"
FACTS = frozenset({FACT})

_LABEL = "train-ai"
_STATES = {"n": State.YES, "y": State.NO}
_LINE = re.compile(r"(?:([/*]\S*)\s+)?(.*)", re.S)
_SAY = {
    State.YES: Text(
        fr="Content-Usage refuse l’entraînement de modèles d’IA ; cela ne décide pas de cet usage.",
        en="Content-Usage refuses the training of AI models; this does not decide this use.",
    ),
    State.NO: Text(
        fr="Content-Usage admet l’entraînement de modèles d’IA ; cela ne décide pas de cet usage.",
        en="Content-Usage allows the training of AI models; this does not decide this use.",
    ),
}

_Stated = tuple[Exhibit, State, str, int | None]


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give the most restrictive statement for the page about AI training: `yes` where it is refused."""
    stated = [*_in_headers(snapshot), *_in_robots(snapshot)]
    return tuple(
        finding(
            snapshot, exhibit, FACT, state, _SAY[state], signal=SIGNAL, weight=AI_ONLY, quote=quote, line=line
        )
        for exhibit, state, quote, line in sorted(stated, key=lambda one: one[1] is not State.YES)[:1]
    )


def _in_headers(snapshot: Snapshot) -> Iterator[_Stated]:
    for exhibit in resources(snapshot):
        page = page_of(exhibit)
        for name, value in headers(page, "content-usage") if page else ():
            state = _stated(value)
            if state:
                yield exhibit, state, f"{name}: {value}", None


def _in_robots(snapshot: Snapshot) -> Iterator[_Stated]:
    url = next((address_of(page) for page in resources(snapshot)), snapshot.target.url)
    for exhibit in exhibits_for(snapshot):
        parser = parser_of(exhibit)
        if not parser.can_fetch(PRODUCT_TOKEN, url):
            continue
        best = _longest(for_us(parser, "content-usage"), paths.url_forms(url))
        if best:
            yield exhibit, best[1], best[2].text, best[2].line


def _longest(records: tuple[Record, ...], forms: tuple[str, ...]) -> tuple[int, State, Record] | None:
    found = []
    for record in records:
        line = _LINE.fullmatch(record.value)
        pattern = paths.pattern_forms((line and line[1]) or "/")[0]
        state = _stated(line[2]) if line else None
        if state and paths.matches(pattern, forms[0]):
            found.append((len(pattern), state, record))
    return max(found, key=lambda one: (one[0], one[1] is State.YES), default=None)


def _stated(value: str) -> State | None:
    """Give what a Structured Fields dictionary (RFC 9651) says of `train-ai`; its last value counts."""
    stated = None
    for piece in value.split(","):
        key, _, word = piece.partition(";")[0].partition("=")
        if key.strip() == _LABEL:
            stated = _STATES.get(word.strip())
    return stated
