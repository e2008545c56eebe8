"""A document that a person hands over, because we could not read it ourselves, put beside what was seen."""

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum

from checker import address, discovery
from checker.assess import Books
from checker.clauses import detect_mixed
from checker.errors import BadInput
from checker.model import Candidate, Exhibit, Missing, Page, Reading, Snapshot
from checker.report import explain_supplied
from checker.visit import Asker, Means, read_page, with_scripts
from checker.words import Cause, ClauseKind, Effect, Role, Strength

MOST_BYTES = 10 << 20
MOST_DOCUMENTS = 10
# Characters from which a guess at the language is sure enough to be the reason that we give.
_TELLING = 300
_TELLING_KINDS = frozenset({ClauseKind.AUTOMATED_ACCESS, ClauseKind.DATABASE_EXTRACTION})


class Way(StrEnum):
    """How a document was handed over; the last one alone makes us ask for it."""

    PASTED_TEXT = "pasted_text"
    UPLOADED_FILE = "uploaded_file"
    BOOKMARKLET = "bookmarklet"
    GIVEN_ADDRESS = "given_address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was handed over: the bytes with their type, or an address alone for `GIVEN_ADDRESS`.

    `address` is where the person says it stands; `document_type` is a name of Open Terms Archive, empty to
    let the document tell.
    """

    by: Way
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"
    address: str = ""
    document_type: str = ""


class NotTaken(BadInput):
    """A document that was handed over and cannot be used; `missing` has the cause."""

    def __init__(self, missing: Missing, pointer: str = "") -> None:
        super().__init__(missing.word, explain_supplied(missing).say.en, pointer=pointer)
        self.missing = missing


def exhibit_of(
    given: Given, books: Books, means: Means, known_hosts: frozenset[str] = frozenset()
) -> Exhibit:
    """Give a supplied document, read and typed; raise `NotTaken` with the cause when it cannot be used.

    An address is asked for as any other, robots.txt first, and opened in a browser where `means` has one and
    it is empty without; `known_hosts` may be special names.
    """
    _check_type(given, books)
    url = _address_of(given, known_hosts)
    exhibit = _seen(given, url, means)
    cause = _cause(exhibit, books)
    if cause is not None:
        missing = exhibit.missing or Missing(url=url, cause=cause, taken_at=means.now())
        raise NotTaken(replace(missing, cause=cause), _pointer(given))
    assert exhibit.reading is not None  # noqa: S101 - said by `_cause`, for the type checker
    candidate = Candidate(url=url, document_type=given.document_type, link_text="", found_by=given.by)
    named = given.document_type or discovery.typed(exhibit.reading, candidate, books.discovery)
    return replace(exhibit, document_type=named, found_by=str(given.by))


def with_document(snapshot: Snapshot, exhibit: Exhibit, snapshot_id: str) -> Snapshot:
    """Give a snapshot with one more document; the same one when its very bytes were supplied before.

    Raise `BadInput` (`too_many_documents`) beyond ten.
    """
    before = snapshot.of(Role.SUPPLIED)
    if any(one.page and exhibit.page and one.page.sha256 == exhibit.page.sha256 for one in before):
        return snapshot
    if len(before) >= MOST_DOCUMENTS:
        raise BadInput("too_many_documents", f"at most {MOST_DOCUMENTS} documents can be added to a check")
    return replace(snapshot, id=snapshot_id, exhibits=(*snapshot.exhibits, exhibit))


def _check_type(given: Given, books: Books) -> None:
    known = sorted({one.document_type for one in books.discovery.ranking.classes.values()})
    if given.document_type and given.document_type not in known:
        detail = f"unknown document type: {given.document_type[:80]}"
        raise BadInput("invalid", detail, pointer="/document_type", allowed=tuple(known))


def _address_of(given: Given, known_hosts: frozenset[str]) -> str:
    """Give the address in one form; empty where none was told. Raise `BadInput`."""
    if not given.address.strip() and given.by is not Way.GIVEN_ADDRESS:
        return ""
    try:
        return address.target(given.address, known_hosts).url
    except BadInput as error:
        pointer = "/url" if given.by is Way.GIVEN_ADDRESS else "/address"
        raise BadInput(error.code, error.detail, pointer=pointer) from error


def _seen(given: Given, url: str, means: Means) -> Exhibit:
    if given.by is not Way.GIVEN_ADDRESS:
        return read_page(Role.SUPPLIED, url, _got(given, url, means), means.read)
    asker = Asker(means)
    (got,) = asker.ask([url])
    return with_scripts(read_page(Role.SUPPLIED, url, got, means.read), asker, means)


def _got(given: Given, url: str, means: Means) -> Page | Missing:
    if len(given.body) > MOST_BYTES:
        return Missing(url=url, cause=Cause.TOO_LARGE, taken_at=means.now())
    return Page(
        url=url,
        final_url=url,
        status=200,
        headers=(("content-type", given.content_type),),
        body=given.body,
        taken_at=means.now(),
        sha256=hashlib.sha256(given.body).hexdigest(),
    )


def _cause(exhibit: Exhibit, books: Books) -> Cause | None:
    """Give why a document cannot be used, the most useful cause first; nothing when it can."""
    if exhibit.missing is not None:
        return exhibit.missing.cause
    if exhibit.reading is None or not exhibit.reading.text.strip():
        return Cause.EMPTY_SHELL
    is_foreign = exhibit.language not in books.clauses.languages
    if is_foreign and len(exhibit.reading.text) >= _TELLING:
        return Cause.UNKNOWN_LANGUAGE
    standing = discovery.standing(exhibit.reading, exhibit.language, books.discovery)
    is_known = standing.is_terms and not standing.is_brief
    if not is_known and not _forbids(exhibit.reading, exhibit.language, books):
        return Cause.NOT_TERMS
    return Cause.UNKNOWN_LANGUAGE if is_foreign else None


def _forbids(reading: Reading, language: str, books: Books) -> bool:
    """Tell whether a text says in plain words that robots or copies of its data are forbidden.

    Whoever hands over an excerpt, or terms that look like none, is answered by what it forbids; what only
    permits proves nothing unless it is known to be the terms.
    """
    return any(
        clause.kind in _TELLING_KINDS and clause.effect is not Effect.PERMITS
        and clause.strength is Strength.EXPLICIT
        for clause in detect_mixed(reading.text, language, books.clauses)
    )  # fmt: skip


def _pointer(given: Given) -> str:
    return "/url" if given.by is Way.GIVEN_ADDRESS else "/text" if "plain" in given.content_type else "/html"
