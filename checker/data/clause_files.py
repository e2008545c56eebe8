r"""The clause data files, read: `load_clauses` gives the book of all languages, or raises `BadData`.

The error names the file and the place in it. Each language is read at its first use.

One file a language, `checker/data/clauses/<code>.toml`:

    language = "en"

    [lexicon]                       # named lists of terms; how terms are written: checker/clauses/terms.py
    ban     = ["you may not", "prohibited", "not to"]
    machine = ["robots?", "automated (means|tools?)"]
    take    = ["access", "collect*", "scrap*"]
    own     = ["we ~ use", "our (robots|crawlers)"]
    exception_start = ["^unless", "^except"]   # a next sentence that begins so may carry the condition

    [[clause]]
    id = "en.machine-ban"           # "<code>.<name>", unique
    kind = "automated_access"       # effect = "prohibits" (default) or "permits"
    strength = "explicit"           # default; or "indirect"
    needs = ["machine", "take|copy"]   # all in the sentence itself; "a|b" is either; the rarest comes
                                    # first: a paragraph with the first of no entry is not read further
    governed = ["ban"]              # all in the sentence or in the lead-ins that govern it
    near = [["machine", "take", 120]]  # at most so many characters between the two
    unless = ["own"]                # none of these in the sentence (unless_governed: nor in its lead-ins)
    families = ["C1"]               # of law.md D.1
    yes = ["You may not use robots to access it.", "You agree not to:\n\n* use robots to collect data;"]
    no  = ["We use automated means to access your account."]

    [[condition]]                   # what makes a ban depend; the first in the file's order wins
    condition = "written_permission"   # effect = "permits": what a permission depends on, no ban
    terms = ["without ~ (consent|permission)"]
    yes = ["without our prior written consent"]
    no = ["without warranty"]

    [binds]                         # who is addressed, when the words say so
    members = ["members? (may|must) not"]

Every clause needs `yes` and `no` examples: whole small documents, run through the detector by
`tests/clauses/test_examples.py`. `checker/data/clauses/gloss.toml` holds what each kind says in plain words.
"""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from checker.clauses.book import Glosses, Vocabulary
from checker.clauses.linear import Model
from checker.clauses.reader import ClauseBook, Reader
from checker.clauses.shelf import Shelf
from checker.codec import convert
from checker.errors import BadData, BadInput

HERE = Path(__file__).parent / "clauses"
_GLOSS = "gloss"
T = TypeVar("T")


@cache
def load_clauses() -> ClauseBook:
    """Give the book of the shipped files; a language is read, and `BadData` raised, at its first use."""
    return _book(HERE)


def read_clauses(folder: Path) -> ClauseBook:
    """Give the book of a folder with every language read; raise `BadData`."""
    book = _book(folder)
    for shelf in (book.readers, book.models):
        for language in shelf:
            shelf[language]
    return book


def _book(folder: Path) -> ClauseBook:
    languages = tuple(path.stem for path in sorted(folder.glob("*.toml")) if path.stem != _GLOSS)
    learned = tuple(path.stem for path in sorted(folder.glob("model/*.json")))
    glosses = _convert(folder / f"{_GLOSS}.toml", _toml(folder / f"{_GLOSS}.toml"), Glosses)
    return ClauseBook(
        Shelf(languages, lambda code: _reader(vocabulary(folder / f"{code}.toml"), glosses)),
        glosses,
        Shelf(learned, lambda code: _model(folder / "model" / f"{code}.json")),
    )


def _model(path: Path) -> Model:
    try:
        return _convert(path, json.loads(path.read_bytes()), Model)
    except ValueError as error:
        raise BadData(f"{path.name}: {error}") from error


def vocabulary(path: Path) -> Vocabulary:
    """Give one language's file; raise `BadData` when a pattern has no examples or an id is used twice."""
    found = _convert(path, _toml(path), Vocabulary)
    if found.language != path.stem:
        raise BadData(f"{path.name}: language is {found.language!r}, the file's name says {path.stem!r}")
    seen: set[str] = set()
    for entry in found.clause:
        if not entry.id.startswith(f"{found.language}.") or entry.id in seen:
            raise BadData(
                f"{path.name}: clause id {entry.id!r} is used twice or does not begin with the language"
            )
        seen.add(entry.id)
        if not entry.yes or not entry.no:
            raise BadData(
                f"{path.name}: clause {entry.id!r} has no examples: `yes` and `no` are both required"
            )
        if not entry.needs:
            raise BadData(f"{path.name}: clause {entry.id!r} needs nothing")
    for rule in found.condition:
        if not rule.yes:
            raise BadData(f"{path.name}: condition {rule.condition} has no examples")
    return found


def _reader(found: Vocabulary, glosses: Glosses) -> Reader:
    try:
        return Reader(found, glosses.common.get(found.language, ()))
    except BadData as error:
        raise BadData(f"{found.language}.toml: {error}") from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadData(f"{path.name}: {error}") from error


def _convert(path: Path, raw: Any, kind: type[T]) -> T:
    try:
        return convert(raw, kind)
    except BadInput as error:
        raise BadData(f"{path.name}{error.pointer}: {error.detail}") from error
