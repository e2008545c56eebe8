"""Which question to ask next, and what each answer to an open question would change."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations, product

from checker.model import Findings, Purpose
from checker.rules.book import LawBook
from checker.rules.engine import fired, is_certain, levels, overall, rules_on
from checker.rules.facts import OPEN, Possible, bases_of, best, concrete, derive, possible
from checker.rules.purposes import as_values
from checker.rules.site import Site, read_site
from checker.words import Level

ORDER = (
    "channel",
    "recipient",
    "origin",
    "origin_checked",
    "address",
    "offer",
    "related_to_profession",
    "relationship",
    "similar_to_purchase",
    "sector",
    "consent_proven",
    "bloctel_screened",
    "account_used",
    "objected",
    "restricted_visibility",
    "personal_data",
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
"""The questions, in the order a person would expect them."""

INTERPLAY = frozenset(ORDER) - OPEN - {"personal_data"}
"""Fields whose answers count together; the others each count by themselves."""

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

    def narrowed(self) -> "_Inquiry":
        """Give the same without the questions that no rule in play looks at; none once all is settled."""
        told = self._wide_open()
        hits = tuple(fired(rules_on(self.book, self.on, self.purpose.country), told))
        worst = self._level(self.purpose, told)
        if any(one.level(self.purpose.mode) is worst and is_certain(one.needs, told) for one in hits):
            return replace(self, left=())
        looked_at = {base for one in hits for name, _ in one.needs for base in bases_of(name)}
        return replace(self, left=tuple(name for name in self.left if name in looked_at))

    def first_that_matters(self) -> str | None:
        """Give the first open question that can change the level, if any can."""
        return next((name for name in self.left if self.matters(name)), None)

    def _wide_open(self) -> Possible:
        told = possible(self.purpose, self.site)
        return derive(told | {name: frozenset(concrete(name)) for name in self.left})

    def matters(self, name: str) -> bool:
        """Tell whether two answers to a question differ, with at most two others answered somehow."""
        return any(
            self._differ(name, replace(self.purpose, **as_values(others))) for others in self._others(name)
        )

    def _others(self, name: str) -> Iterator[dict[str, str]]:
        """Give answers to other open questions: few at a time, as things are and with every duty kept."""
        names = [other for other in self.left if other in INTERPLAY and other != name]
        kept = {other: best(other) for other in self.left if other in OPEN and other != name}
        for size in range(MOST_OTHERS + 1):
            for some in combinations(names, size):
                for words in product(*(concrete(other) for other in some)):
                    answers = dict(zip(some, words, strict=True))
                    yield answers
                    yield kept | answers

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
    most two other open questions, or with every duty kept.
    """
    inquiry = _inquiry(findings, purpose, answered, book, on).narrowed()
    return inquiry.first_that_matters()


def effects(
    findings: Findings, purpose: Purpose, answered: frozenset[str], book: LawBook, on: date
) -> dict[str, dict[str, Level]]:
    """Give for each open question the overall level after each answer, everything else as it is."""
    inquiry = _inquiry(findings, purpose, answered, book, on)
    return {name: inquiry.each(name) for name in inquiry.left}


def _inquiry(
    findings: Findings, purpose: Purpose, answered: frozenset[str], book: LawBook, on: date
) -> _Inquiry:
    left = tuple(name for name in ORDER if name not in answered)
    site = read_site(findings)
    return _Inquiry(site=site, purpose=purpose, book=book, on=on, left=left)
