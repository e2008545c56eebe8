"""X-Robots-Tag headers and robots metas: whether a page is meant to be indexed, and `noai`.

Rules for indexing and display say nothing about collection; they are context. Syntax: Google's robots meta
documentation. Nothing is found where nothing is stated; a rule for another robot by name is not ours.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from checker.model import Exhibit, Finding, Snapshot, Text
from checker.signals.robots import PRODUCT_TOKEN
from checker.signals.scope import AI_ONLY, CONTEXT, finding, headers, meta_quote, page_of, resources
from checker.words import State

SIGNAL = "x_robots"
NOINDEX = "site.noindex"
NOAI = "ai.noai"
FACTS = frozenset({NOINDEX, NOAI})

_ALL = frozenset({"", "robots", "*", PRODUCT_TOKEN.lower()})
_VALUED = frozenset({"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"})
_PLAIN = frozenset(
    {"all", "follow", "index", "indexifembedded", "noai", "noarchive", "nocache", "nofollow", "noimageai"}
    | {"noimageindex", "noindex", "none", "noodp", "nosnippet", "notranslate", "noydir"}
)
_AGENT = re.compile(r"\s*([A-Za-z][\w.-]*|\*)\s*:\s*(.*)", re.S)

_SAY = {
    NOINDEX: Text(
        fr="La page demande à ne pas être indexée : elle n’est pas faite pour circuler, sans que ce soit"
        " une interdiction de collecte.",
        en="The page asks not to be indexed: it is not meant to spread, though that is no ban on collection.",
    ),
    NOAI: Text(
        fr="La page demande à ne pas servir à l’IA ; cela ne décide pas de cet usage.",
        en="The page asks not to be used for AI; this does not decide this use.",
    ),
}


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give `noindex` (also `none` and a past `unavailable_after`) and `noai` of the page, once each."""
    found: dict[str, Finding] = {}
    for exhibit in resources(snapshot):
        for agent, rule, quote in _stated(exhibit):
            fact = _fact(agent, rule, snapshot.taken_at)
            if fact and fact not in found:
                found[fact] = finding(
                    snapshot,
                    exhibit,
                    fact,
                    State.YES,
                    _SAY[fact],
                    signal=SIGNAL,
                    weight=AI_ONLY if fact == NOAI else CONTEXT,
                    quote=quote,
                )
    return tuple(found.values())


def _fact(agent: str, rule: str, now: datetime) -> str:
    if rule in {"noai", "noimageai"}:
        return NOAI
    if agent not in _ALL:
        return ""
    if rule in {"noindex", "none"}:
        return NOINDEX
    name, _, value = rule.partition(":")
    return NOINDEX if name == "unavailable_after" and _is_past(value.strip().upper(), now) else ""


def _stated(exhibit: Exhibit) -> Iterator[tuple[str, str, str]]:
    page = page_of(exhibit)
    for name, value in headers(page, "x-robots-tag") if page else ():
        for agent, rule in rules(value):
            yield agent, rule, f"{name}: {value}"
    for name, content in exhibit.reading.metas if exhibit.reading else ():
        bot = name.strip().lower()
        if bot == "robots" or bot.endswith("bot") or bot in _ALL:
            for agent, rule in rules(content):
                yield agent or bot, rule, meta_quote(name, content)


def rules(value: str) -> tuple[tuple[str, str], ...]:
    """Give (robot in lower case or "", rule) for one header or meta; a date keeps its commas and colons."""
    agent = ""
    found: list[tuple[str, str]] = []
    for piece in value.split(","):
        named = _AGENT.fullmatch(piece)
        if named and named[1].lower() not in _VALUED:
            agent, piece = named[1].lower(), named[2]
        rule = piece.strip().lower()
        is_date = bool(found) and found[-1][1].startswith("unavailable_after")
        if is_date and not named and rule not in _PLAIN:
            found[-1] = (found[-1][0], f"{found[-1][1]}, {rule}")
        elif rule:
            found.append((agent, rule))
    return tuple(found)


def _is_past(value: str, now: datetime) -> bool:
    for read_date in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            date = read_date(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return (date if date.tzinfo else date.replace(tzinfo=UTC)) < now
    return False
