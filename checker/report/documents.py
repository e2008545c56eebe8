"""The documents asked for, read and not read, and our stored copy of one with its findings marked."""

from dataclasses import dataclass
from datetime import datetime

from checker.model import BRIEF, Clause, Exhibit, Report, Text
from checker.report.causes import explain
from checker.report.labels import FOUND_BY, KINDS, label, name_of
from checker.report.quotes import Run, runs
from checker.report.shown import outbound, visible
from checker.report.supplied import NOTE, NOTE_ON_ADDRESS
from checker.words import Cause, Role

RENDERED = Text(
    fr="Lue avec un navigateur qui a exécuté les scripts de la page : sans eux, elle est vide.",
    en="Read with a browser that ran the page’s scripts: without them it is empty.",
)
TOO_SHORT = Text(
    fr="Très court\u00a0: rien ne dit que ce soit tout. Une interdiction lue ici compte, un silence non.",
    en="Very short: nothing says that this is all. A ban read here counts, silence does not.",
)
_SHOWN = (Role.TERMS, Role.SUPPLIED, Role.PAGE, Role.HOME, Role.HUB)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One document: what it is, how it was found, what became of it, and its versions in other languages."""

    number: int
    name: Text
    title: str
    url: str
    link: str
    found_by: Text | None
    link_text: str
    note: Text | None
    language: str
    taken_at: datetime | None
    sha256: str
    length: int
    passages: int
    is_read: bool
    counts: bool
    cause: Text | None
    remedy: Text | None
    versions: tuple[tuple[str, str], ...] = ()


def lines(report: Report) -> tuple[DocumentLine, ...]:
    """Give the documents a person would open: terms first, then pages, in the order of the visit."""
    numbered = list(enumerate(report.snapshot.exhibits))
    chosen = [(number, one) for role in _SHOWN for number, one in numbered if one.role is role]
    passages = {(clause.exhibit, clause.start, clause.end) for clause in report.findings.clauses}
    counts = [exhibit for exhibit, _, _ in passages]
    return tuple(_line(number, exhibit, counts.count(number)) for number, exhibit in chosen)


def _line(number: int, exhibit: Exhibit, passages: int) -> DocumentLine:
    page, reading = exhibit.page, exhibit.reading
    why = explain(exhibit.missing) if exhibit.missing else None
    seen = page or exhibit.missing
    return DocumentLine(
        number=number,
        name=name_of(exhibit),
        title=visible(reading.title) if reading else "",
        url=visible(exhibit.url),
        link=outbound(exhibit.url),
        found_by=label(FOUND_BY, exhibit.found_by) if exhibit.found_by else None,
        link_text=visible(exhibit.link_text),
        note=note_on(exhibit),
        language=exhibit.language,
        taken_at=seen.taken_at if seen else None,
        sha256=page.sha256 if page else "",
        length=len(reading.text) if reading else 0,
        passages=passages,
        is_read=exhibit.is_read,
        counts=_counts(exhibit),
        cause=why.say if why else None,
        remedy=why.do if why else None,
        versions=tuple((code, outbound(url)) for code, url in exhibit.versions),
    )


def note_on(exhibit: Exhibit) -> Text | None:
    """Give what it means that a user supplied a document or a browser ran its scripts, else nothing."""
    is_rendered = exhibit.is_read and exhibit.page is not None and bool(exhibit.page.rendered_from)
    if exhibit.role is not Role.SUPPLIED:
        is_brief = exhibit.reading is not None and BRIEF in exhibit.reading.marks
        return RENDERED if is_rendered else TOO_SHORT if is_brief else None
    note = NOTE_ON_ADDRESS if exhibit.found_by == "given_address" else NOTE
    return Text(fr=f"{note.fr} {RENDERED.fr}", en=f"{note.en} {RENDERED.en}") if is_rendered else note


def _counts(exhibit: Exhibit) -> bool:
    """Tell whether it was to be read as terms; a page that proved to be something else was not."""
    is_other = exhibit.missing is not None and exhibit.missing.cause is Cause.NOT_TERMS
    return exhibit.role in {Role.TERMS, Role.SUPPLIED} and not is_other


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of the stored text: `shape` is heading, item or text; clauses of `anchors` begin here."""

    shape: str
    depth: int
    runs: tuple[Run, ...]
    anchors: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """One passage of the margin index, with the kinds of all that was found in it."""

    number: int
    kinds: tuple[Text, ...]
    opening: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCopy:
    """The text we kept of one document, with every finding marked where it stands."""

    line: DocumentLine
    blocks: tuple[Block, ...]
    index: tuple[IndexEntry, ...]


def stored_copy(report: Report, number: int) -> StoredCopy | None:
    """Give the stored copy of one exhibit, or nothing when no text of it was kept."""
    exhibits = report.snapshot.exhibits
    if not 0 <= number < len(exhibits):
        return None
    reading = exhibits[number].reading
    if reading is None:
        return None
    mine = [(place, c) for place, c in enumerate(report.findings.clauses) if c.exhibit == number]
    mine.sort(key=lambda pair: pair[1].start)
    index = _index(mine)
    return StoredCopy(
        line=_line(number, exhibits[number], len(index)),
        blocks=_blocks(reading.text, mine),
        index=index,
    )


def _index(clauses: list[tuple[int, Clause]]) -> tuple[IndexEntry, ...]:
    passages: dict[tuple[int, int], list[tuple[int, Clause]]] = {}
    for number, clause in clauses:
        passages.setdefault((clause.start, clause.end), []).append((number, clause))
    return tuple(
        IndexEntry(
            number=found[0][0],
            kinds=tuple(dict.fromkeys(KINDS[clause.kind] for _, clause in found)),
            opening=_opening(found[0][1].quote),
        )
        for found in passages.values()
    )


def _opening(quote: str) -> str:
    words = visible(quote).split()
    return " ".join(words) if len(words) <= 12 else " ".join(words[:12]) + " […]"


def _blocks(text: str, clauses: list[tuple[int, Clause]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    start = 0
    for row in text.split("\n"):
        end = start + len(row)
        if row.strip():
            blocks.append(_block(row, start, clauses))
        start = end + 1
    return tuple(blocks)


def _block(row: str, start: int, clauses: list[tuple[int, Clause]]) -> Block:
    bare = row.lstrip()
    shape, sign = _shape(bare)
    first = len(row) - len(bare) + sign
    end = start + len(row)
    here = [(n, c) for n, c in clauses if c.start < end and c.end > start]
    marks = tuple((max(c.start - start, first), c.end - start) for _, c in here)
    return Block(
        shape=shape,
        depth=min((len(row) - len(bare)) // 2, 3),
        runs=runs(row, marks, first, len(row)),
        anchors=tuple(n for n, c in here if c.start >= start),
    )


def _shape(bare: str) -> tuple[str, int]:
    hashes = len(bare) - len(bare.lstrip("#"))
    if 0 < hashes <= 6 and bare[hashes : hashes + 1] == " ":
        return "heading", hashes + 1
    return ("item", 2) if bare.startswith("- ") else ("text", 0)
