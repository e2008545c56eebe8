"""The shortest sets of changes to a plan that lift its verdict."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from checker.model import Change, Purpose, Text
from checker.rules import phrases
from checker.rules.book import LawWord
from checker.rules.engine import levels, overall, rules_on
from checker.rules.facts import bases_of, possible
from checker.rules.purposes import as_values
from checker.rules.reasons import Case
from checker.rules.site import Site
from checker.words import Level

MOST_CHANGES = 3
MOST_SHOWN = 3
Choice = tuple[str, LawWord]


def shortest(site: Site, case: Case, level: Level) -> tuple[Change, ...]:
    """Give at most three sets of equally few changes that lead to a better level, if any small one does."""
    against = _against(case, level)
    choices = tuple(_choices(case, against))
    for size in range(1, MOST_CHANGES + 1):
        found = [change for some in _sets(choices, size, against) for change in _try(site, case, level, some)]
        if found:
            found.sort(key=lambda change: change.level.severity)
            return tuple(found[:MOST_SHOWN])
    return ()


def _against(case: Case, level: Level) -> frozenset[frozenset[str]]:
    """Give for each rule that holds the level down the fields it looks at: one of each must change."""
    if level is Level.PERMITTED:
        return frozenset()
    deciding = (one for one in case.hits if one.level(case.purpose.mode) is level)
    return frozenset(frozenset(base for name, _ in one.needs for base in bases_of(name)) for one in deciding)


def _choices(case: Case, against: frozenset[frozenset[str]]) -> Iterator[Choice]:
    looked_at = frozenset[str]().union(*against)
    for field in case.book.fields:
        if field.name in looked_at:
            now = str(getattr(case.purpose, field.name))
            yield from ((field.name, word) for word in field.words if _may(word, now))


def _may(word: LawWord, now: str) -> bool:
    return word.do is not None and word.word != now and (now == "unknown" or not word.if_open)


def _sets(
    choices: tuple[Choice, ...], size: int, against: frozenset[frozenset[str]]
) -> Iterator[tuple[Choice, ...]]:
    """Give the sets of changes to different fields that touch every rule that holds the level down."""
    for some in combinations(choices, size):
        names = {name for name, _ in some}
        if len(names) == size and not any(names.isdisjoint(bases) for bases in against):
            yield some


def _try(site: Site, case: Case, level: Level, some: tuple[Choice, ...]) -> Iterable[Change]:
    purpose = replace(case.purpose, **as_values({name: word.word for name, word in some}))
    reached = _reached(site, case, purpose)
    if reached.severity < level.severity:
        yield Change(
            set=tuple((name, word.word) for name, word in some), level=reached, say=_say(case, some, reached)
        )


def _reached(site: Site, case: Case, purpose: Purpose) -> Level:
    """Give the overall level of another purpose before the same site."""
    ready = rules_on(case.book, case.on, purpose.country)
    return overall(levels(ready, possible(purpose, site), purpose.mode))


def _say(case: Case, some: tuple[Choice, ...], reached: Level) -> Text:
    steps = phrases.listed([word.do for _, word in some if word.do])
    return phrases.fill(case.book.phrases.change, steps=steps, level=case.book.phrases.levels[reached])
