"""TDMRep: whether a resource reserves text and data mining, which covers any automated extraction.

W3C TDM Reservation Protocol, final report; the machine-readable opposition of article 4 of directive (EU)
2019/790. A meta overrides a header, which overrides /.well-known/tdmrep.json, where the first rule in order
wins. It is evaluated per resource. Nothing is found where all levels were read and none states anything; the
fact is `unknown` where none states anything and the page or the file could not be read.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Exhibit, Finding, Snapshot, Text
from checker.signals.robots import paths
from checker.signals.scope import (
    DECIDES,
    address_of,
    finding,
    headers,
    meta_quote,
    metas,
    origin,
    page_of,
    resources,
)
from checker.signals.well_known import is_absent, well_known
from checker.words import State

SIGNAL = "tdmrep"
RESERVED = "site.tdm_reserved"
FACTS = frozenset({RESERVED})
PATH = "/.well-known/tdmrep.json"

_RESERVATION, _POLICY = "tdm-reservation", "tdm-policy"
_URL = re.compile(r"https?://[!-~]{1,300}", re.I)
_STATES = {"1": State.YES, "0": State.NO}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    exhibit: Exhibit
    reservation: str
    policy: str
    quote: str
    line: int | None = None


def read(snapshot: Snapshot) -> tuple[Finding, ...]:
    """Give the reservation that holds for the page, `yes` or `no`, with the level that states it."""
    found = []
    for exhibit in resources(snapshot):
        file = well_known(snapshot, PATH, origin(address_of(exhibit)))
        stated = [*_in_page(exhibit), *(_in_file(file, address_of(exhibit)) if file else ())]
        decisive = next((one for one in stated if one.reservation in _STATES), None)
        if decisive:
            policy = next((one.policy for one in stated if _URL.fullmatch(one.policy)), "")
            found.append(_stated(snapshot, decisive, policy))
        else:
            found += _unread(snapshot, exhibit, file)
    return tuple(found)


def _in_page(exhibit: Exhibit) -> Iterator[_Statement]:
    named = metas(exhibit, _RESERVATION, _POLICY)
    yield _level(exhibit, named, [meta_quote(*one) for one in named])
    page = page_of(exhibit)
    if page:
        sent = (*headers(page, _RESERVATION), *headers(page, _POLICY))
        yield _level(exhibit, sent, [f"{name}: {value}" for name, value in sent])


def _level(exhibit: Exhibit, pairs: tuple[tuple[str, str], ...], quotes: list[str]) -> _Statement:
    values: dict[str, str] = {}
    for name, value in pairs:
        values.setdefault(name.strip().lower(), value)
    return _Statement(
        exhibit=exhibit,
        reservation=values.get(_RESERVATION, ""),
        policy=values.get(_POLICY, ""),
        quote="\n".join(quotes),
    )


def _in_file(file: Exhibit, url: str) -> Iterator[_Statement]:
    page = page_of(file)
    text = page.body.decode("utf-8-sig", "replace") if page else ""
    forms = paths.url_forms(url)
    for start, end, rule in _rules(text):
        location = rule.get("location")
        if isinstance(location, str) and _covers(location, forms):
            value, policy = rule.get(_RESERVATION), rule.get(_POLICY)
            yield _Statement(
                exhibit=file,
                # `true` equals 1 in Python, and is no value of the protocol.
                reservation=str(value) if type(value) is int else "",
                policy=policy if isinstance(policy, str) else "",
                quote=text[start:end],
                line=text.count("\n", 0, start) + 1,
            )
            return


def _covers(location: str, forms: tuple[str, ...]) -> bool:
    patterns = paths.pattern_forms(location)
    return location.startswith(("/", "*")) and any(
        paths.matches(pattern, form) for pattern, form in zip(patterns, forms, strict=False)
    )


def _rules(text: str) -> tuple[tuple[int, int, dict[str, object]], ...]:
    """Give the objects of a JSON array with their offsets; nothing where the text is no such array."""
    if not text.lstrip().startswith("["):
        return ()
    decoder = json.JSONDecoder()
    found = []
    position = text.index("[") + 1
    while (position := _next(text, position)) < len(text) and text[position] != "]":
        try:
            value, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return ()
        if isinstance(value, dict):
            found.append((position, end, value))
        position = end
    return tuple(found) if position < len(text) else ()


def _next(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\r\n,":
        position += 1
    return position


def _stated(snapshot: Snapshot, decisive: _Statement, policy: str) -> Finding:
    state = _STATES[decisive.reservation]
    if state is State.YES:
        fr, en = (f" Conditions : {policy}", f" Conditions: {policy}") if policy else ("", "")
        say = Text(
            fr=f"La fouille de textes et de données est réservée, prospection comprise.{fr}",
            en=f"Text and data mining is reserved, for prospecting too.{en}",
        )
    else:
        say = Text(
            fr="La page ne réserve pas la fouille de textes et de données ; les autres règles restent.",
            en="The page does not reserve text and data mining; the other rules remain.",
        )
    return finding(
        snapshot,
        decisive.exhibit,
        RESERVED,
        state,
        say,
        signal=SIGNAL,
        weight=DECIDES,
        quote=decisive.quote,
        line=decisive.line,
    )


def _unread(snapshot: Snapshot, exhibit: Exhibit, file: Exhibit | None) -> Iterator[Finding]:
    if page_of(exhibit) is None:
        unread, what = exhibit, ("La page n’a pas pu être lue", "The page could not be read")
    elif file is not None and not _is_read(file):
        unread, what = file, (f"Le fichier {PATH} n’a pas pu être lu", f"The file {PATH} could not be read")
    else:
        return
    say = Text(
        fr=f"{what[0]} : on ignore si la fouille de textes et de données est réservée.",
        en=f"{what[1]}: whether text and data mining is reserved is unknown.",
    )
    cause = unread.missing.word if unread.missing else f"HTTP {unread.page.status if unread.page else ''}"
    yield finding(snapshot, unread, RESERVED, State.UNKNOWN, say, signal=SIGNAL, weight=DECIDES, quote=cause)


def _is_read(file: Exhibit) -> bool:
    page = page_of(file)
    text = page.body.decode("utf-8-sig", "replace").strip() if page else ""
    return is_absent(file) or text == "[]" or bool(_rules(text))
