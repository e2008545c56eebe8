"""What the book of next steps must hold before anybody is sent away with it, and what it covers."""

import re
from collections.abc import Iterable, Iterator

from checker.data.law_lint import text_faults
from checker.model import Text
from checker.steps.book import Frame, Model, Step, StepBook
from checker.steps.facts import is_known
from checker.steps.values import VALUES
from checker.steps.write import EXTRA, names_in

GROUPS = ("route", "contact", "keep")
PASSAGES = ("", "interface", "permission", "licence")
BLANKS = re.compile(r"\[(À COMPLÉTER\u00a0: [^\[\]]+|TO COMPLETE: [^\[\]]+)\]")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SIMPLE = ("supplied", "no_passage", "unread", "no_condition", "yes_or_no", "open", "consent", "interest")
_PATTERNS = {
    "source": {"title", "mark", "read_on", "url"},
    "passage": {"quote", "where", "read_on"},
    "answer": {"name", "answer"},
}


def faults(book: StepBook, *, twice: bool = False) -> Iterator[tuple[str, str]]:
    """Give what is wrong: the id of the step or the name of the document, and the fault."""
    if twice:
        yield "documents", "a name is used twice"
    for step in book.steps:
        yield from ((step.id, fault) for fault in _step_faults(book, step))
    for model in book.models.values():
        yield from ((model.name, fault) for fault in _model_faults(book, model))
    yield from (("frame", fault) for fault in _frame_faults(book.frame))
    used = {name for step in book.steps for name in step.models}
    yield from ((name, "no step leads to this document") for name in book.models if name not in used)


def _step_faults(book: StepBook, step: Step) -> Iterator[str]:
    if step.group not in GROUPS or step.passages not in PASSAGES:
        yield f"unknown group {step.group} or passages {step.passages}"
    yield from (f"unknown fact {fact}" for fact in step.when.facts if not is_known(fact))
    yield from (f"unknown document {name}" for name in step.models if name not in book.models)
    yield from _source_faults(book, step.sources, needed=not step.pointers)
    texts = [step.title, step.say, *(text for one in step.pointers for text in (one.title, one.say))]
    yield from _texts_faults(texts, frozenset())


def _model_faults(book: StepBook, model: Model) -> Iterator[str]:
    if not _NAME.fullmatch(model.name):
        yield "the name must be plain ASCII words joined by dashes"
    if not model.part or model.part[0].when.facts:
        yield "the first part must always stand"
    yield from _source_faults(book, model.sources, needed=True)
    yield from _texts_faults([model.title, model.use], frozenset())
    for part in model.part:
        yield from (f"unknown fact {fact}" for fact in part.when.facts if not is_known(fact))
        yield from _source_faults(book, part.sources, needed=False)
    yield from _texts_faults([part.say for part in model.part], frozenset(VALUES))


def _source_faults(book: StepBook, ids: Iterable[str], *, needed: bool) -> Iterator[str]:
    """Give sources that are unknown or only general knowledge, which no document may cite."""
    named = tuple(ids)
    yield from (f"no source {name} that could be shown" for name in named if name not in book.sources)
    if needed and not any(book.sources[name].since is None for name in named if name in book.sources):
        yield "no source that could be shown on every day"


def _texts_faults(texts: Iterable[Text], known: frozenset[str]) -> Iterator[str]:
    for text in texts:
        yield from text_faults("text", text)
        yield from _blank_faults(text)
        yield from _name_faults(text, known)


def _blank_faults(text: Text) -> Iterator[str]:
    counts = [len(BLANKS.findall(part)) for part in (text.fr, text.en)]
    marks = [part.count("[") for part in (text.fr, text.en)]
    if counts != marks or counts[0] != counts[1]:
        yield f"blanks differ or are badly marked: {text.fr[:40]!r}"


def _name_faults(text: Text, known: frozenset[str]) -> Iterator[str]:
    try:
        french, english = names_in(text.fr), names_in(text.en)
    except ValueError as error:
        yield f"{error}: {text.fr[:40]!r}"
        return
    yield from (f"unknown placeholder {name}" for name in sorted((french | english) - known))
    if french != english:
        yield f"the languages name different placeholders: {text.fr[:40]!r}"


def _frame_faults(frame: Frame) -> Iterator[str]:
    yield from _texts_faults([frame.head, frame.sheet, frame.abroad], frozenset({*VALUES, *EXTRA}))
    yield from _texts_faults([getattr(frame, name) for name in _SIMPLE], frozenset())
    for name, known in _PATTERNS.items():
        yield from _texts_faults([getattr(frame, name)], frozenset(known))
    if set(frame.marks) != {"read", "second_hand"}:
        yield "marks are needed for read and second_hand"


def coverage(book: StepBook) -> list[tuple[str, str, int, int]]:
    """Give rows for a table: group and step, documents it leads to, sources shown."""
    return [(step.group, step.id, len(step.models), len(step.sources)) for step in book.steps]
