"""A snapshot to a report: signals, clauses, verdict; no network, no clock, no disk."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from checker.clauses import ClauseBook, detect_mixed, remarks
from checker.discovery import DiscoveryBook, known_bans, known_gaps, own_words
from checker.model import BRIEF, Clause, Exhibit, Findings, Purpose, Remark, Report, Snapshot
from checker.rules import LawBook, judge
from checker.signals import read_all
from checker.steps import StepBook
from checker.words import Cause, CheckStatus, Role, State

READ_ROLES = frozenset({Role.TERMS, Role.SUPPLIED, Role.ROBOTS})
DOCUMENT_ROLES = frozenset({Role.TERMS, Role.SUPPLIED})
KEY_TYPES = frozenset({"Terms of Service"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """Everything that lawyers and linguists wrote, and the hash of it all."""

    clauses: ClauseBook
    law: LawBook
    discovery: DiscoveryBook
    steps: StepBook
    edition: str


def assess(snapshot: Snapshot, purpose: Purpose, books: Books, on: date) -> Report:
    """Judge one snapshot for one purpose, under the law of one day."""
    findings = find(snapshot, books)
    verdict = judge(findings, purpose, books.law, purpose.on or on)
    return Report(
        snapshot=snapshot,
        purpose=purpose,
        on=purpose.on or on,
        findings=findings,
        verdict=verdict,
        edition=books.edition,
        status=_status(snapshot, findings),
    )


def find(snapshot: Snapshot, books: Books) -> Findings:
    """Give all that a snapshot says: its machine signals, and the clauses of what was read."""
    numbered = tuple(enumerate(snapshot.exhibits))
    clauses = [clause for number, exhibit in numbered for clause in _clauses(number, exhibit, books)]
    terms = _terms(snapshot, books)
    # What the register remembers, or lacks, speaks only where nothing was read today.
    host, book = snapshot.target.host, books.discovery
    known = () if terms is State.YES else (*known_bans(host, book), *known_gaps(host, book))
    return Findings(
        signals=(*known, *read_all(snapshot)),
        clauses=tuple(clauses),
        terms=terms,
        unread=tuple(_unread(snapshot, books)),
        remarks=tuple(one for number, exhibit in numbered for one in _remarks(number, exhibit, books)),
    )


def _clauses(number: int, exhibit: Exhibit, books: Books) -> Iterable[Clause]:
    if exhibit.role not in READ_ROLES or not exhibit.is_read or exhibit.reading is None:
        return ()
    found = detect_mixed(exhibit.reading.text, exhibit.language, books.clauses)
    return (replace(clause, exhibit=number) for clause in found)


def _remarks(number: int, exhibit: Exhibit, books: Books) -> Iterable[Remark]:
    if exhibit.role not in DOCUMENT_ROLES or not exhibit.is_read or exhibit.reading is None:
        return ()
    text, language = exhibit.reading.text, exhibit.language
    found = (*own_words(text, language, books.discovery), *remarks(text, language, books.clauses))
    return (replace(remark, exhibit=number) for remark in found)


def _documents(snapshot: Snapshot, books: Books) -> tuple[Exhibit, ...]:
    """Give what was asked for as terms.

    A page that proved to be something else does not count, unless the site calls it its terms and no other
    page so called was understood: then nobody can tell what the terms say.
    """
    asked = [exhibit for exhibit in snapshot.exhibits if exhibit.role in DOCUMENT_ROLES]
    key = [exhibit for exhibit in asked if exhibit.document_type in KEY_TYPES]
    is_clear = any(_is_understood(exhibit, books) for exhibit in key)
    return tuple(
        exhibit
        for exhibit in asked
        if exhibit.missing is None
        or exhibit.missing.cause is not Cause.NOT_TERMS
        or (exhibit in key and not is_clear)
    )


def _is_understood(exhibit: Exhibit, books: Books) -> bool:
    """Tell whether a document was read to its end, in a language whose clauses we know."""
    is_whole = exhibit.reading is not None and not {"truncated", BRIEF} & set(exhibit.reading.marks)
    return exhibit.is_read and is_whole and exhibit.language in books.clauses.languages


def _terms(snapshot: Snapshot, books: Books) -> State:
    """Tell whether the site's terms were read in full (law.md F1: S6 when they were not)."""
    documents = _documents(snapshot, books)
    supplied = [one for one in documents if one.role is Role.SUPPLIED]
    decisive = supplied or [one for one in documents if one.document_type in KEY_TYPES] or list(documents)
    if decisive and all(_is_understood(one, books) for one in decisive):
        return State.YES
    return State.UNKNOWN


def _unread(snapshot: Snapshot, books: Books) -> Iterable[str]:
    for exhibit in _documents(snapshot, books):
        if not _is_understood(exhibit, books):
            yield exhibit.url


def _status(snapshot: Snapshot, findings: Findings) -> CheckStatus:
    if not any(exhibit.page for exhibit in snapshot.exhibits):
        return CheckStatus.FAILED
    is_whole = findings.terms is State.YES and not findings.unread and not snapshot.limits
    return CheckStatus.COMPLETED if is_whole else CheckStatus.PARTIAL
