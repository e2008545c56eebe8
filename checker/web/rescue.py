"""The way out when something was not read: what our register knows, and four ways to hand the terms over."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Protocol

from flask import make_response, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as BaseResponse

from checker import discovery, report
from checker.assess import Books
from checker.errors import BadInput, Busy, NotFound
from checker.model import Check, CheckRequest, Missing, Purpose, Target, Text
from checker.report.labels import DOCUMENT_TYPES, EFFECTS, KINDS, label
from checker.supply import MOST_BYTES, Given, NotTaken, Way
from checker.web.bookmarklet import bookmarklet
from checker.web.faults import FAULTS
from checker.web.language import language, say
from checker.web.quota import Kind, spend
from checker.web.security import OPENER, refuse_foreign, unlisted
from checker.words import Cause, Level, State
from checker.work import now

ROOM = 64 * 1024
MOST_ADDRESSES = 3
_TYPES = {".txt": "text/plain", ".md": "text/plain", ".html": "text/html", ".htm": "text/html"}
_GONE = _("That report is no longer kept. Start a new check with this text.")
_BUSY = _("The check took too long or many are waiting. Try again in a minute: your text is still here.")
_BLUNT = {
    "too_many_documents": _("This check already has ten documents. Start a new one."),
    "not_finished": _("This check goes on. Add the document when it is over."),
}


class Services(Protocol):
    """What this edge needs of the rest of the house."""

    @property
    def books(self) -> Books: ...  # noqa: D102

    def supply(self, check_id: str, given: Given) -> Check:
        """Give the check's new revision; raise `NotFound`, `BadInput`."""

    def start_with(self, request: CheckRequest, given: Given) -> Check:
        """Give a new check judged with a document; raise `BadInput`, `Busy`."""

    def target(self, typed: str, /) -> Target:
        """Give the address meant by what was typed; raise `BadInput`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why a document was not taken, what to do, and what was typed."""

    way: str
    say: str | LazyString
    do: str = ""
    typed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLine:
    """A kind of clause that our register has, and where it was read."""

    kind: Text
    effect: Text
    document: Text
    section: str
    link: str
    read_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAddress:
    """An address at which a document of the site stood when it was noted; no day: nobody has looked it up."""

    document: Text
    link: str
    read_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The part of a report that helps where something key was not read; it may be offered anywhere."""

    id: str
    host: str
    is_needed: bool
    known: tuple[KnownLine, ...]
    addresses: tuple[KnownAddress, ...]
    bookmarklet: str
    trouble: Trouble | None = None


def panel(books: Books, check: Check, trouble: Trouble | None = None) -> Panel:
    """Give what to offer beside a check, in the order in which to offer it."""
    host = check.request.target.host
    return Panel(
        id=check.id,
        host=report.visible(host),
        is_needed=_is_needed(check),
        known=_known(host, books),
        addresses=_addresses(host, books),
        bookmarklet=bookmarklet(request.host_url, url_for("pages.receive", lang=language())),
        trouble=trouble,
    )


def _is_needed(check: Check) -> bool:
    if check.report is None:
        return True
    findings = check.report.findings
    is_open = check.report.verdict.level is Level.UNDETERMINED
    return is_open or bool(findings.unread) or findings.terms is not State.YES


def _known(host: str, books: Books) -> tuple[KnownLine, ...]:
    return tuple(
        KnownLine(
            kind=KINDS[clause.kind],
            effect=EFFECTS[clause.effect],
            document=label(DOCUMENT_TYPES, clause.document),
            section=clause.section,
            link=report.outbound(discovery.address_of(source, clause)),
            read_on=clause.read_on,
        )
        for source, clause in discovery.known_clauses(host, books.discovery)
    )


def _addresses(host: str, books: Books) -> tuple[KnownAddress, ...]:
    noted: dict[str, tuple[str, date | None]] = {
        one.url: (one.document_type, one.read_on) for one in discovery.register_entries(host, books.discovery)
    }
    for source in discovery.known_source(host, books.discovery):
        for document in source.documents:
            noted.setdefault(document.url, (document.document_type, None))
    lines = (
        KnownAddress(document=label(DOCUMENT_TYPES, name), link=report.outbound(url), read_on=day)
        for url, (name, day) in noted.items()
        if name == "Terms of Service" and url
    )
    return tuple(lines)[:MOST_ADDRESSES]


@dataclass(frozen=True, slots=True)
class Rescue:
    """The views that take a document; `show` gives the report page with what went wrong."""

    services: Services
    show: Callable[[str, str, Trouble], BaseResponse]

    def supply(self, lang: str, id: str) -> BaseResponse:
        """Take a document for a check, or show its report again with what is wrong."""
        refuse_foreign()
        _widen()
        try:
            trouble = self._supplied(id)
        except RequestEntityTooLarge:
            trouble = _told(Cause.TOO_LARGE, "uploaded_file")
        if trouble is None:
            return redirect(url_for("pages.report", lang=lang, id=id, _anchor="verdict"), 303)
        answer = self.show(lang, id, trouble)
        answer.status_code = 422
        return answer

    def _supplied(self, id: str) -> Trouble | None:
        given = _given()
        spend(Kind.CHECKS if given.by is Way.GIVEN_ADDRESS else Kind.WORK)
        try:
            self.services.supply(id, given)
        except BadInput as error:
            return _trouble(error, str(given.by))
        return None

    def receive(self, lang: str) -> BaseResponse:
        """Show the page that waits for a text from another window of the same browser."""
        answer = unlisted(render_template("pages/receive.html", trouble=None, typed={}), fresh=True)
        # The text comes from the window that opened this one, by `postMessage`; any stricter policy would
        # cut the two apart. The opener is of another origin and cannot read this page.
        answer.headers[OPENER] = "unsafe-none"
        return answer

    def received(self, lang: str) -> BaseResponse:
        """Judge a received text, for a check that is there or for a new one; only on the user's click."""
        refuse_foreign()
        _widen()
        try:
            check = self._judged()
        except RequestEntityTooLarge:
            return _receive_again(_told(Cause.TOO_LARGE, "bookmarklet"))
        except BadInput as error:
            return _receive_again(_trouble(error, "bookmarklet"))
        except (NotFound, Busy) as error:
            sentence = _GONE if isinstance(error, NotFound) else _BUSY
            typed = request.form.to_dict() | {"check": ""}
            return _receive_again(Trouble(way="bookmarklet", say=sentence, typed=typed))
        return redirect(url_for("pages.report", lang=lang, id=check.id, _anchor="verdict"), 303)

    def _judged(self) -> Check:
        typed, check_id = request.form, request.form.get("check", "")
        address, text = typed.get("address", ""), typed.get("text", "")
        given = Given(by=Way.BOOKMARKLET, body=text.encode("utf-8", "replace"), address=address)
        if check_id:
            spend(Kind.WORK)
            return self.services.supply(check_id, given)
        target = self.services.target(address)
        spend(Kind.CHECKS)
        return self.services.start_with(CheckRequest(target=target, purpose=Purpose()), given)


def _widen() -> None:
    """Let this one request be as large as a document may be."""
    request.max_content_length = request.max_form_memory_size = MOST_BYTES + ROOM


def _given() -> Given:
    typed = request.form
    if typed.get("way") == Way.GIVEN_ADDRESS:
        return Given(by=Way.GIVEN_ADDRESS, address=typed.get("url", ""))
    if typed.get("way") == Way.UPLOADED_FILE:
        file = request.files.get("file")
        name = (file.filename if file else None) or ""
        mime = _TYPES.get(PurePath(name).suffix.lower()) or (file.mimetype if file else "")
        return Given(by=Way.UPLOADED_FILE, body=file.read() if file else b"", content_type=mime)
    text = typed.get("text", "").encode("utf-8", "replace")
    return Given(by=Way.PASTED_TEXT, body=text, address=typed.get("address", ""))


def _trouble(error: BadInput, way: str) -> Trouble:
    if isinstance(error, NotTaken):
        return _explained(error.missing, way)
    sentence = _BLUNT.get(error.code) or FAULTS.get(error.code) or FAULTS["bad_url"]
    return Trouble(way=way, say=sentence, typed=request.form.to_dict())


def _told(cause: Cause, way: str) -> Trouble:
    why = report.explain_supplied(Missing(url="", cause=cause, taken_at=now()))
    return Trouble(way=way, say=say(why.say), do=say(why.do))


def _explained(missing: Missing, way: str) -> Trouble:
    why = report.explain_supplied(missing)
    return Trouble(way=way, say=say(why.say), do=say(why.do), typed=request.form.to_dict())


def _receive_again(trouble: Trouble) -> BaseResponse:
    page = render_template("pages/receive.html", trouble=trouble, typed=trouble.typed)
    answer = make_response(unlisted(page, fresh=True))
    answer.status_code = 422
    return answer
