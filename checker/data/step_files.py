"""The book of next steps, from `checker/data/steps/*.toml`; raises `BadData` with the file and the place."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from checker.codec import convert
from checker.data.law_files import load_law
from checker.data.step_lint import faults
from checker.errors import BadData, BadInput
from checker.model import Source
from checker.rules import LawBook
from checker.steps.book import Frame, Model, Step, StepBook, StepLabels, StepSource

T = TypeVar("T")
FOLDER = Path(__file__).parent / "steps"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFile:
    """A file of steps, of model documents, or of both."""

    step: tuple[Step, ...] = ()
    model: tuple[Model, ...] = ()


@cache
def load_steps(folder: Path = FOLDER) -> StepBook:
    """Give the book of next steps of a folder, checked against the vocabulary and the law's sources."""
    law = load_law()
    files = [
        (path.name, _read(path, StepFile)) for path in sorted(folder.glob("*.toml")) if path.stem != "frame"
    ]
    book = StepBook(
        steps=tuple(step for _, one in files for step in one.step),
        models={model.name: model for _, one in files for model in one.model},
        sources=dict(_sources(law)),
        labels=_labels(law),
        frame=_read(folder / "frame.toml", Frame),
    )
    twice = sum(len(one.model) for _, one in files) - len(book.models)
    for item, fault in faults(book, twice=bool(twice)):
        raise BadData(f"steps/{_file_of(item, files)}: {item}: {fault}")
    return book


def _sources(law: LawBook) -> Iterator[tuple[str, StepSource]]:
    """Give the sources that may be shown: what is general knowledge is none."""
    for one in law.sources.values():
        if one.mark != "general_knowledge":
            source = Source(
                id=one.id,
                title=one.title,
                url=one.url,
                mark=one.mark,
                supports=one.supports,
                read_on=one.read_on,
            )
            yield one.id, StepSource(source=source, since=one.since)


def _labels(law: LawBook) -> StepLabels:
    return StepLabels(
        answers={f"{field.name}.{one.word}": one.label for field in law.fields for one in field.words},
        fields={field.name: field.label for field in law.fields},
    )


def _file_of(item: str, files: list[tuple[str, StepFile]]) -> str:
    """Give the file in which a step or a document is declared."""
    declared = ((name, {*(s.id for s in one.step), *(m.name for m in one.model)}) for name, one in files)
    return next((name for name, ids in declared if item in ids), "frame.toml")


def _read(path: Path, type_: type[T]) -> T:
    where = f"steps/{path.name}"
    try:
        return convert(tomllib.loads(path.read_text(encoding="utf-8")), type_)
    except FileNotFoundError as error:
        raise BadData(f"{where}: the file is missing") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadData(f"{where}: {error}") from error
    except BadInput as error:
        raise BadData(f"{where} at {error.pointer}: {error.detail}") from error
