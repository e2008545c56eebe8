"""Which question to ask next, and what each answer to an open question would change."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations, product

from checker.model import Findings, Purpose
from checker.rules.book import LawBook
from checker.rules.engine import fired, is_certain, levels, overall, rules_on
from checker.rules.facts import Possible, concrete, derive, possible
from checker.rules.purposes import as_values
from checker.rules.site import Site, read_site
from checker.words import Level

INTERPLAY = (
    "channel",
    "recipient",
    "origin",
    "address",
    "offer",
    "related_to_profession",
    "relationship",
    "similar_to_purchase",
    "sector",
    "consent_proven",
)
"""Fields whose answers only count together with others, in the order a person would expect."""

ALONE = (
    "bloctel_screened",
    "account_used",
    "objected",
    "restricted_visibility",
    "personal_data",
    "origin_checked",
    "opt_out",
    "suppression_list",
    "within_retention",
    "informed",
    "interest_assessed",
    "minimised",
    "processor_contract",
    "register_entry",
    "impact_assessed",
)
"""Fields that each count by themselves."""

MOST_OTHERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inquiry:
    """One interview: the site, the law of the day, and the levels found so far."""

    site: Site
    purpose: Purpose
    book: LawBook
    on: date
    left: tuple[str, ...]
    seen: dict[Purpose, Level] = field(default_factory=dict)

    def overall(self, purpose: Purpose) -> Level:
        """Give the overall level of one completion."""
        if purpose not in self.seen:
            self.seen[purpose] = self._level(purpose, possible(purpose, self.site))
        return self.seen[purpose]

    def _level(self, purpose: Purpose, told: Possible) -> Level:
        ready = rules_on(self.book, self.on, purpose.country)
        return overall(levels(ready, told, purpose.mode))

    def is_settled(self) -> bool:
        """Tell whether a rule that holds whatever is answered already gives the worst level there can be."""
        told = self._wide_open()
        mode = self.purpose.mode
        hits = tuple(fired(rules_on(self.book, self.on, self.purpose.country), told))
        worst = self._level(self.purpose, told)
        return any(one.level(mode) is worst and is_certain(one.needs, told) for one in hits)

    def _wide_open(self) -> Possible:
        told = possible(self.purpose, self.site)
        return derive(told | {name: frozenset(concrete(name)) for name in self.left})

    def matters(self, name: str) -> bool:
        """Tell whether two answers to a question differ, with at most two others answered somehow."""
        return any(
            self._differ(name, replace(self.purpose, **as_values(others))) for others in self._others(name)
        )

    def _others(self, name: str) -> Iterator[dict[str, str]]:
        names = [other for other in INTERPLAY if other in self.left and other != name]
        for size in range(MOST_OTHERS + 1):
            for some in combinations(names, size):
                for words in product(*(concrete(other) for other in some)):
                    yield dict(zip(some, words, strict=True))

    def _differ(self, name: str, purpose: Purpose) -> bool:
        answers = (self.overall(replace(purpose, **as_values({name: word}))) for word in concrete(name))
        first = next(answers)
        return any(level is not first for level in answers)

    def each(self, name: str) -> dict[str, Level]:
        """Give the overall level after each answer to one question, everything else as it is."""
        return {
            word: self.overall(replace(self.purpose, **as_values({name: word}))) for word in concrete(name)
        }


def next_question(
    findings: Findings, purpose: Purpose, answered: frozenset[str], book: LawBook, on: date
) -> str | None:
    """Give the next field worth asking; nothing once the answer is settled.

    A field is worth asking when two answers to it give two overall levels, be it only after answers to at
    most two other open questions.
    """
    inquiry = _inquiry(findings, purpose, answered, book, on)
    if not inquiry.left or inquiry.is_settled():
        return None
    return next((name for name in inquiry.left if inquiry.matters(name)), None)


def effects(
    findings: Findings, purpose: Purpose, answered: frozenset[str], book: LawBook, on: date
) -> dict[str, dict[str, Level]]:
    """Give for each open question the overall level after each answer, everything else as it is."""
    inquiry = _inquiry(findings, purpose, answered, book, on)
    return {name: inquiry.each(name) for name in inquiry.left}


def _inquiry(
    findings: Findings, purpose: Purpose, answered: frozenset[str], book: LawBook, on: date
) -> _Inquiry:
    left = tuple(name for name in (*INTERPLAY, *ALONE) if name not in answered)
    site = read_site(findings)
    return _Inquiry(site=site, purpose=purpose, book=book, on=on, left=left)
