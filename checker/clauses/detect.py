"""The clauses of a document: `detect` gives them in the order of the text, one a kind for each sentence.

`Clause.quote` is `text[start:end]`, the sentence or bullet without its lead-in. No text raises an error.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.clauses.book import Entry
from checker.clauses.fold import fold, origins
from checker.clauses.linear import Model, features
from checker.clauses.reader import EXCEPTION_START, ClauseBook, Reader, Ready
from checker.clauses.segment import Unit, units
from checker.model.found import Clause
from checker.words import Binds, ClauseKind, Condition, Effect, Strength

_NOTHING: frozenset[str] = frozenset()
_MAX_LEAD = 900


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit as patterns see it: folded, with its concepts and those of what governs it."""

    unit: Unit
    raw: str
    folded: str
    here: frozenset[str]
    lead: str
    above: frozenset[str]


@dataclass(slots=True)
class _Found:
    """What the entries that fit one sentence say of one kind."""

    entry: Entry
    families: list[str] = field(default_factory=list)


def detect(text: str, language: str, book: ClauseBook) -> tuple[Clause, ...]:
    """Give the clauses of a document written in `language`; none for a language that is not read."""
    reader = book.readers.get(language)
    if reader is None:
        return ()
    clauses: list[Clause] = []
    before: Sentence | None = None
    for sentence in sentences(text, reader):
        if before is not None:
            clauses.extend(_clauses(before, sentence, reader, book))
        before = sentence
    if before is not None:
        clauses.extend(_clauses(before, None, reader, book))
    return tuple(clauses)


def sentences(text: str, reader: Reader) -> Iterator[Sentence]:
    """Give the units of a document with their concepts."""
    known: dict[tuple[int, int], tuple[str, frozenset[str]]] = {}
    for unit in units(text, reader.wants):
        raw = text[unit.start : unit.end]
        folded = fold(raw)
        lead, above = _above(text, unit, reader, known)
        yield Sentence(unit, raw, folded, reader.found(folded), lead, above)


def _above(
    text: str, unit: Unit, reader: Reader, known: dict[tuple[int, int], tuple[str, frozenset[str]]]
) -> tuple[str, frozenset[str]]:
    """Give what governs a unit, joined, with its concepts; read once for each lead-in."""
    spans = list(unit.leads)
    if not spans:
        return "", _NOTHING
    names: frozenset[str] = _NOTHING
    for start, end in spans:
        if (start, end) not in known:
            folded = fold(text[start:end])
            known[start, end] = folded, reader.found(folded)
        names |= known[start, end][1]
    return " ".join(text[start:end] for start, end in spans)[-_MAX_LEAD:], names


def _clauses(
    sentence: Sentence, following: Sentence | None, reader: Reader, book: ClauseBook
) -> Iterator[Clause]:
    if not sentence.here and not sentence.above:
        return
    found = patterns(sentence, reader)
    model = book.models.get(reader.language)
    extra: dict[ClauseKind, tuple[str, ...]] = {}
    if model is not None:
        extra = _learned(model, sentence, found)
    if not found and not extra:
        return
    where = origins(sentence.raw)
    for kind, one in found.items():
        words = _offsets(where, sentence, _deciding(one.entry, sentence, reader))
        yield _clause(sentence, following, reader, book, kind, one, words)
    for kind, said in extra.items():
        assert model is not None  # noqa: S101 - `extra` is empty without a model
        entry = Entry(id=model.id, kind=kind, needs=(), yes=(), no=(), strength=Strength.INDIRECT)
        words = _offsets(where, sentence, _places(said, sentence.folded))
        yield _clause(sentence, following, reader, book, kind, _Found(entry), words)


def patterns(sentence: Sentence, reader: Reader) -> dict[ClauseKind, _Found]:
    """Give for each kind the first entry that fits the sentence, with the families of all that fit."""
    found: dict[ClauseKind, _Found] = {}
    for ready in reader.entries:
        if not ready.fits(sentence.here, sentence.above) or not _near(ready, sentence, reader):
            continue
        one = found.setdefault(ready.entry.kind, _Found(ready.entry))
        one.families.extend(name for name in ready.entry.families if name not in one.families)
    return found


def _near(ready: Ready, sentence: Sentence, reader: Reader) -> bool:
    return all(
        _distance(reader.spans(first, sentence.folded), reader.spans(second, sentence.folded)) <= most
        for first, second, most in ready.entry.near
    )


def _distance(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> int:
    """Give the fewest characters between any of the first and any of the second, in time linear in both."""
    best = 1 << 30
    merged = sorted([(start, end, 0) for start, end in first] + [(start, end, 1) for start, end in second])
    ends = [-(1 << 30), -(1 << 30)]
    for start, end, side in merged:
        best = min(best, max(0, start - ends[1 - side]))
        ends[side] = max(ends[side], end)
    return best


def _learned(
    model: Model, sentence: Sentence, found: dict[ClauseKind, _Found]
) -> dict[ClauseKind, tuple[str, ...]]:
    """Give what the model adds, and drop from `found` the weak hits that it does not believe."""
    names = features(sentence.folded, fold(sentence.lead), sentence.here, sentence.above, frozenset(found))
    for scale in model.scales:
        floor = model.veto.get(scale.kind)
        weak = scale.kind in found and found[scale.kind].entry.strength is Strength.INDIRECT
        if floor is not None and weak and model.score(scale, names) < floor:
            del found[scale.kind]
    return {kind: said for kind, said in model.kinds(names) if kind not in found}


def _deciding(entry: Entry, sentence: Sentence, reader: Reader) -> list[tuple[int, int]]:
    names = {name for need in (*entry.needs, *entry.governed) for name in need.split("|")}
    return [span for name in sorted(names & sentence.here) for span in reader.spans(name, sentence.folded)]


def _places(said: tuple[str, ...], folded: str) -> list[tuple[int, int]]:
    starts = [(folded.find(word), len(word)) for word in said]
    return [(start, start + size) for start, size in starts if start >= 0]


def _offsets(
    where: list[int], sentence: Sentence, spans: list[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Give spans of the folded sentence as offsets in the document, sorted, overlaps joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    base = sentence.unit.start
    return tuple((base + where[start], base + where[end - 1] + 1) for start, end in joined if start < end)


def _clause(
    sentence: Sentence, following: Sentence | None, reader: Reader, book: ClauseBook,
    kind: ClauseKind, one: _Found, words: tuple[tuple[int, int], ...],
) -> Clause:  # fmt: skip
    condition = _condition(sentence, following, reader) if one.entry.effect is not Effect.PERMITS else None
    depends = condition is not None and kind in book.glosses.conditional
    effect = Effect.CONDITIONAL if depends else one.entry.effect
    if effect is Effect.CONDITIONAL:
        condition = condition or Condition.OTHER
    binds = one.entry.binds
    return Clause(
        kind=kind, effect=effect, quote=sentence.raw, start=sentence.unit.start, end=sentence.unit.end,
        strength=one.entry.strength, by=one.entry.id, language=reader.language, condition=condition,
        binds=reader.binds(sentence.here | sentence.above) if binds is Binds.UNKNOWN else binds,
        lead=sentence.lead, words=words, section=sentence.unit.section, families=tuple(one.families),
        say=book.say(kind, effect),
    )  # fmt: skip


def _condition(sentence: Sentence, following: Sentence | None, reader: Reader) -> Condition | None:
    """Give on what a ban depends: in the sentence, in what governs it, or in an exception that follows it."""
    found = reader.condition(sentence.here) or reader.condition(sentence.above)
    if found is None and following is not None and EXCEPTION_START in following.here:
        return reader.condition(following.here)
    return found
