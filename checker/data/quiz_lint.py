"""What the quiz book must hold before anybody is trained by it."""

import re
from collections.abc import Iterable, Iterator

from checker.data.law_lint import text_faults
from checker.model import Text
from checker.quiz.book import RULES, Item, ItemKind, Lesson, QuizBook

FEWEST_OPTIONS, MOST_OPTIONS = 2, 5
FEWEST_WORDS, MOST_WORDS = 240, 350
"""Two minutes of reading, at the pace of a reader of prose."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def faults(book: QuizBook) -> Iterator[tuple[str, str]]:
    """Give what is wrong: the id of the question, lesson or misconception, and the fault."""
    for item in book.items.values():
        yield from ((item.id, fault) for fault in _item_faults(book, item))
    for rule, lesson in book.lessons.items():
        yield from ((f"lesson {rule}", fault) for fault in _lesson_faults(book, lesson))
    yield from (("lessons", f"no lesson for {rule}") for rule in RULES if rule not in book.lessons)
    for tag in book.misconceptions.values():
        yield from ((tag.id, fault) for fault in _texts_faults([tag.title, tag.advice]))
        if tag.rule not in RULES:
            yield tag.id, f"unknown rule {tag.rule}"
    used = {one.tag for item in book.items.values() for one in item.option}
    yield from ((name, "no question teaches it") for name in book.misconceptions if name not in used)


def _item_faults(book: QuizBook, item: Item) -> Iterator[str]:
    if not _ID.fullmatch(item.id):
        yield "the id must be plain ASCII words joined by dashes"
    if item.rule not in RULES:
        yield f"unknown rule {item.rule}"
    if not FEWEST_OPTIONS <= len(item.option) <= MOST_OPTIONS:
        yield f"{len(item.option)} options"
    if not 0 < len(item.right) < len(item.option):
        yield "at least one option must be right and one wrong"
    if any(one.say is None and one.word not in book.words for one in item.option):
        yield "an option says nothing"
    wrong = {one.tag for one in item.option if one.tag}
    yield from (f"unknown misconception {tag}" for tag in wrong - book.misconceptions.keys())
    if not wrong or any(one.tag and one.right for one in item.option):
        yield "a wrong option must name a misconception, and no right one"
    yield from _material_faults(item)
    yield from _source_faults(book, item.sources)
    said = [item.ask, item.reason, item.material, *(one.say for one in item.option)]
    yield from _texts_faults([text for text in said if text])


def _material_faults(item: Item) -> Iterator[str]:
    needed = {ItemKind.ROBOTS: item.robots, ItemKind.CLAUSE: item.clause, ItemKind.CHANNEL: item.purpose}
    if not needed.get(item.kind, True):
        yield f"a question on {item.kind} needs its material"


def _lesson_faults(book: QuizBook, lesson: Lesson) -> Iterator[str]:
    if lesson.cures not in book.misconceptions:
        yield f"unknown misconception {lesson.cures}"
    yield from _source_faults(book, lesson.sources)
    told = [*lesson.part, lesson.changed]
    yield from _texts_faults([lesson.title, lesson.decision, *told])
    for name, words in (("fr", " ".join(t.fr for t in told)), ("en", " ".join(t.en for t in told))):
        if not FEWEST_WORDS <= len(words.split()) <= MOST_WORDS:
            yield f"{name} has {len(words.split())} words"


def _source_faults(book: QuizBook, ids: Iterable[str]) -> Iterator[str]:
    named = tuple(ids)
    yield from (f"no source {name} that could be shown" for name in named if name not in book.sources)
    if not named:
        yield "no source"


def _texts_faults(texts: Iterable[Text]) -> Iterator[str]:
    for text in texts:
        yield from text_faults(text.fr[:30], text)


def coverage(book: QuizBook) -> list[tuple[str, str, int]]:
    """Give rows for a table: kind of question, rule, how many."""
    pairs = [(str(item.kind), item.rule) for item in book.items.values()]
    return [(kind, rule, pairs.count((kind, rule))) for kind, rule in sorted(set(pairs))]
