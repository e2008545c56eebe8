"""The quiz book, from `checker/data/quiz/*.toml`; raises `BadData` with the file and the place."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from checker.codec import convert
from checker.data.law_files import load_law
from checker.data.quiz_lint import faults
from checker.errors import BadData, BadInput
from checker.model import Source, Text
from checker.quiz.book import Item, Lesson, Misconception, QuizBook
from checker.report import LEVELS
from checker.rules import LawBook

FOLDER = Path(__file__).parent / "quiz"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizFile:
    """A file of questions, lessons, misconceptions or shared words."""

    item: tuple[Item, ...] = ()
    lesson: tuple[Lesson, ...] = ()
    misconception: tuple[Misconception, ...] = ()
    word: dict[str, Text] = field(default_factory=dict)


@cache
def load_quiz(folder: Path = FOLDER) -> QuizBook:
    """Give the quiz book of a folder, checked against the vocabulary and the law's sources."""
    files = [_read(path) for path in sorted(folder.glob("*.toml"))]
    items = [item for one in files for item in one.item]
    book = QuizBook(
        items={item.id: item for item in items},
        lessons={lesson.rule: lesson for one in files for lesson in one.lesson},
        misconceptions={tag.id: tag for one in files for tag in one.misconception},
        sources=dict(_sources(load_law())),
        words={str(level): text for level, text in LEVELS.items()}
        | {name: text for one in files for name, text in one.word.items()},
    )
    if len(items) != len(book.items):
        raise BadData("quiz: two questions have the same id")
    for name, fault in faults(book):
        raise BadData(f"quiz: {name}: {fault}")
    return book


def _sources(law: LawBook) -> Iterator[tuple[str, Source]]:
    """Give the sources that may be shown: what is general knowledge is none."""
    for one in law.sources.values():
        if one.mark != "general_knowledge":
            yield (
                one.id,
                Source(
                    id=one.id,
                    title=one.title,
                    url=one.url,
                    mark=one.mark,
                    supports=one.supports,
                    read_on=one.read_on,
                ),
            )


def _read(path: Path) -> QuizFile:
    where = f"quiz/{path.name}"
    try:
        return convert(tomllib.loads(path.read_text(encoding="utf-8")), QuizFile)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadData(f"{where}: {error}") from error
    except BadInput as error:
        raise BadData(f"{where} at {error.pointer}: {error.detail}") from error
