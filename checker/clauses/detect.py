"""The clauses of a document: `detect` gives them in the order of the text, one a kind for each sentence.

`Clause.quote` is `text[start:end]`, the sentence or bullet without its lead-in. No text raises an error.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from checker.clauses.blocks import Block
from checker.clauses.book import Entry
from checker.clauses.concepts import Held
from checker.clauses.fold import Folded, fold, origins
from checker.clauses.linear import Model, Scale, Seen, features, see
from checker.clauses.reader import EXCEPTION_START, ClauseBook, Read, Reader, Ready
from checker.clauses.segment import Unit, units
from checker.clauses.sentences import Span
from checker.model.found import Clause
from checker.words import Binds, ClauseKind, Condition, Effect, Strength

_NOTHING: frozenset[str] = frozenset()
_MAX_LEAD = 900
_FAR = 300
_COMMON = 100  # the most frequent words explain nothing
_SCRAP = 5  # spaces: what has fewer, and nothing above it, is no sentence that a model can judge


class Sentence(NamedTuple):
    """A unit as patterns see it: its concepts, and those of what governs it.

    `firsts` are the first needs of entries that it holds; without any no pattern fits.
    """

    unit: Unit
    raw: str
    firsts: frozenset[str]
    here: Held
    lead: str
    above: "_Above"

    @property
    def folded(self) -> str:
        """Give its text in folded form."""
        return self.here.folded


@dataclass(frozen=True, slots=True)
class _Above:
    """All that governs a sentence, as one container of concepts."""

    held: tuple[Held, ...] = ()

    def __contains__(self, name: object) -> bool:
        """Tell whether any of them holds a concept."""
        return any(name in one for one in self.held)


@dataclass(slots=True)
class _Found:
    """What the entries that fit one sentence, or the model, say of one kind."""

    entry: Entry
    families: list[str] = field(default_factory=list)
    heaviest: list[tuple[int, int]] | None = None

    def marked(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Give where the words that decide stand in the folded sentence, in order, none twice."""
        return _joined(_deciding(self.entry, sentence) if self.heaviest is None else self.heaviest)


def detect(text: str, language: str, book: ClauseBook) -> tuple[Clause, ...]:
    """Give the clauses of a document written in `language`; none for a language that is not read."""
    reader = book.readers.get(language)
    if reader is None:
        return ()
    clauses: list[Clause] = []
    waiting: list[Clause] = []  # of the sentence before: the next may begin with their exception
    begins = book.begins(language)
    for sentence in sentences(text, reader, begins):
        own = list(_clauses(sentence, reader, book)) if sentence.unit.wanted else []
        is_ban = any(clause.effect is not Effect.PERMITS for clause in own)  # its exception is its own
        if waiting:
            clauses.extend(waiting if is_ban else _excepted(waiting, sentence, reader, book))
        waiting = own
    return (*clauses, *waiting)


def sentences(
    text: str, reader: Reader, begins: Callable[[str], bool], every: bool = False
) -> Iterator[Sentence]:
    """Give the units that some entry may fit, or `every` unit, and those that follow one."""
    whole = reader.folded(text)
    known: dict[Span, Held] = {}
    read: dict[tuple[bytes, bool], Read | None] = {}  # what stands twice is read once
    last: Read | None = None  # what was read of the unit that is given next

    def wanted(block: Block) -> bool:
        return every or reader.may_hold(whole.part(block.body, block.end))

    def tells(start: int, end: int, alone: bool) -> bool:
        nonlocal last
        key = whole.part(start, end), alone
        if key not in read:
            read[key] = reader.read(*key, every)
        last = read[key]
        return last is not None

    for unit in units(text, wanted, tells, begins):
        found = last if unit.wanted else None
        held, firsts = found or (reader.held(whole.part(unit.start, unit.end)), _NOTHING)
        lead, above = _above(text, whole, unit, reader, known) if unit.wanted else ("", _Above())
        yield Sentence(unit, text[unit.start : unit.end], firsts, held, lead, above)


def _above(
    text: str, whole: Folded, unit: Unit, reader: Reader, known: dict[Span, Held]
) -> tuple[str, _Above]:
    """Give what governs a unit, joined, with its concepts; read once for each lead-in."""
    spans = unit.leads or ((unit.title,) if unit.title else ())
    for span in spans:
        if span not in known:
            known[span] = reader.held(whole.part(*span))
    held = _Above(tuple(known[span] for span in spans))
    if not unit.leads and not any(name in held for name in reader.governors):
        return "", _Above()
    return " ".join(text[span.start : span.end] for span in spans)[-_MAX_LEAD:], held


def _clauses(sentence: Sentence, reader: Reader, book: ClauseBook) -> Iterator[Clause]:
    found = patterns(sentence, reader)
    model = book.models.get(reader.language)
    if model is not None:
        _weigh(model, sentence, found, reader, book)
    if not found:
        return
    where = origins(sentence.raw)
    around = reader.circumstances(sentence.here.data), reader.circumstances(fold(sentence.lead).encode())
    for kind, one in found.items():
        words = _offsets(where, sentence, one.marked(sentence))
        yield _clause(sentence, around, reader, book, kind, one, words)


def patterns(sentence: Sentence, reader: Reader) -> dict[ClauseKind, _Found]:
    """Give for each kind the first entry that fits the sentence, with the families of all that fit."""
    found: dict[ClauseKind, _Found] = {}
    for ready in reader.candidates(sentence.firsts):
        if ready.fits(sentence.here, sentence.above) and _near(ready, sentence):
            one = found.setdefault(ready.entry.kind, _Found(ready.entry))
            one.families.extend(name for name in ready.entry.families if name not in one.families)
    return found


def _near(ready: Ready, sentence: Sentence) -> bool:
    return all(
        _distance(sentence.here.spans(first), sentence.here.spans(second)) <= most
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


def _weigh(
    model: Model, sentence: Sentence, found: dict[ClauseKind, _Found], reader: Reader, book: ClauseBook
) -> None:
    """Drop from what patterns found in a sentence what the model does not believe; add what they missed."""
    is_whole = bool(sentence.above.held) or sentence.here.data.count(b" ") >= _SCRAP
    may_add = is_whole and any(
        one.may_fit(sentence.here, sentence.above) for one in reader.candidates(sentence.firsts)
    )
    asked = [at for at, scale in enumerate(model.scales) if scale.kind in found or (may_add and scale.adds)]
    scores = model.scores(_seen(sentence), asked) if asked else {}
    for at, score in scores.items():
        scale = model.scales[at]
        hit = found.get(scale.kind)
        if hit is None and score >= scale.ceiling and _may_guess(scale.kind, sentence, found, reader):
            common = book.glosses.common.get(reader.language, ())[:_COMMON]
            effect = Effect.PERMITS if scale.kind is ClauseKind.REUSE_PERMISSION else Effect.PROHIBITS
            entry = Entry(id=f"{reader.language}.model", kind=scale.kind, effect=effect, needs=(), yes=(),
                          no=(), strength=Strength.INDIRECT)  # fmt: skip
            found[scale.kind] = _Found(entry, heaviest=model.heaviest(sentence.folded, at, common))
        elif hit is not None and score < scale.floor and not _settled(hit, scale, sentence):
            del found[scale.kind]


def _may_guess(kind: ClauseKind, sentence: Sentence, found: Container[ClauseKind], reader: Reader) -> bool:
    """Tell whether nothing that patterns read, or that governs, speaks against a kind."""
    if kind is ClauseKind.REUSE_PERMISSION:
        is_governed = any(name in sentence.above for name in reader.governors)
        return ClauseKind.REPRODUCTION not in found and not is_governed
    bans = {ClauseKind.REPRODUCTION, ClauseKind.COMMERCIAL_REUSE}
    return kind not in bans or ClauseKind.REUSE_PERMISSION not in found


def _settled(hit: _Found, scale: Scale, sentence: Sentence) -> bool:
    """Tell whether a hit is beyond doubt: several words say it, under a lead-in."""
    words = sum(sentence.folded.count(" ", start, end) + 1 for start, end in hit.marked(sentence))
    is_plain = hit.entry.strength is Strength.EXPLICIT and bool(sentence.above.held)
    return is_plain and 0 < scale.trusted <= words


def seen(sentence: Sentence) -> frozenset[str]:
    """Give the features of a sentence."""
    return features(_seen(sentence))


def _seen(sentence: Sentence) -> Seen:
    lead = b" ".join(held.data for held in sentence.above.held)
    return see(sentence.here.data, lead, _folded(sentence.unit.heading), sentence.firsts)


@lru_cache(maxsize=64)
def _folded(heading: str) -> bytes:
    return fold(heading).encode()


def _deciding(entry: Entry, sentence: Sentence) -> list[tuple[int, int]]:
    names = {name for need in (*entry.needs, *entry.governed) for name in need.split("|")}
    return [span for name in sorted(names) if name in sentence.here for span in sentence.here.spans(name)]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give spans in order, those that overlap or touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _offsets(
    where: Sequence[int], sentence: Sentence, spans: list[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """Give spans of the folded sentence as offsets in the document."""
    base = sentence.unit.start
    return tuple((base + where[start], base + where[end - 1] + 1) for start, end in spans if start < end)


def _clause(
    sentence: Sentence, around: tuple[frozenset[str], frozenset[str]], reader: Reader, book: ClauseBook,
    kind: ClauseKind, one: _Found, words: tuple[tuple[int, int], ...],
) -> Clause:  # fmt: skip
    entry, (here, above) = one.entry, around
    condition = reader.condition(here, entry.effect) or reader.condition(above, entry.effect)
    binds = reader.binds(here | above) if entry.binds is Binds.UNKNOWN else entry.binds
    is_sent = condition is Condition.API_ONLY and kind in book.glosses.conditional
    if is_sent and binds is Binds.API_USERS:  # who is sent to an interface does not use it yet
        binds = Binds.UNKNOWN
    clause = Clause(
        kind=kind, effect=entry.effect, quote=sentence.raw, start=sentence.unit.start, end=sentence.unit.end,
        strength=entry.strength, by=entry.id, language=reader.language, binds=binds, lead=sentence.lead,
        words=words, section=sentence.unit.section, families=tuple(one.families),
        say=book.say(kind, entry.effect),
    )  # fmt: skip
    return _on(clause, condition, book)


def _on(clause: Clause, condition: Condition | None, book: ClauseBook) -> Clause:
    """Give the clause as it stands on a condition."""
    if clause.effect is Effect.PERMITS:
        if clause.strength is Strength.INDIRECT:  # no plain yes is guessed
            condition = condition or Condition.OTHER
        return replace(clause, condition=condition) if condition else clause
    depends = condition is not None and clause.kind in book.glosses.conditional
    effect = Effect.CONDITIONAL if depends else clause.effect
    if effect is Effect.CONDITIONAL:
        condition = condition or Condition.OTHER
    if (effect, condition) == (clause.effect, clause.condition):
        return clause
    return replace(clause, effect=effect, condition=condition, say=book.say(clause.kind, effect))


def _excepted(
    waiting: list[Clause], following: Sentence, reader: Reader, book: ClauseBook
) -> Iterator[Clause]:
    """Give the clauses of a sentence with the condition that the next one may bring."""
    is_near = following.unit.start - waiting[0].end < _FAR
    names = reader.circumstances(following.here.data) if is_near else _NOTHING
    for clause in waiting:
        condition = reader.condition(names, clause.effect) if EXCEPTION_START in names else None
        is_open = condition is not None and clause.condition in {None, Condition.OTHER}
        yield _on(clause, condition, book) if is_open else clause
