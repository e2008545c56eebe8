"""The law book, from `checker/data/law/*.toml`; raises `BadData` with the file and the rule at fault."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from checker.codec import convert
from checker.data.law_lint import faults
from checker.errors import BadData, BadInput
from checker.model import Text
from checker.rules.book import LawBook, LawCountry, LawField, LawNote, LawPhrases, LawRule, LawSource

T = TypeVar("T")
FOLDER = Path(__file__).parent / "law"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawFile:
    """One file of rules: the jurisdiction it speaks for (EU: every recipient) and what it says."""

    jurisdiction: str
    name: Text
    is_summary: bool = True
    rule: tuple[LawRule, ...] = ()
    note: tuple[LawNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The file of sources."""

    source: tuple[LawSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFile:
    """The file of purpose fields."""

    field: tuple[LawField, ...]


@cache
def load_law(folder: Path = FOLDER) -> LawBook:
    """Give the law book of a folder, checked; its edition is a digest of the files."""
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
    book = _book(files)
    for item, fault in faults(book):
        raise BadData(f"law/{_file_of(item, files)}: {item}: {fault}")
    return book


def _book(files: dict[str, bytes]) -> LawBook:
    sources = [
        one for name in files if _is_of("sources", name) for one in _read(name, files, SourceFile).source
    ]
    fields = [one for name in files if _is_of("fields", name) for one in _read(name, files, FieldFile).field]
    laws = [_read(name, files, LawFile) for name in files if not any(_is_of(kind, name) for kind in _APART)]
    return LawBook(
        rules=tuple((law.jurisdiction, rule) for law in laws for rule in law.rule),
        notes=tuple((law.jurisdiction, note) for law in laws for note in law.note),
        sources={source.id: source for source in sources},
        fields=tuple(fields),
        countries=dict(_countries(laws)),
        phrases=_read("phrases.toml", files, LawPhrases),
        edition=_digest(files),
    )


_APART = ("sources", "fields", "phrases")


def _is_of(kind: str, name: str) -> bool:
    return name.startswith((f"{kind}.", f"{kind}_"))


def _file_of(item: str, files: dict[str, bytes]) -> str:
    """Give the file in which an id or name is declared."""
    declared = (f'id = "{item}"'.encode(), f'name = "{item}"'.encode())
    return next((name for name, body in files.items() if any(words in body for words in declared)), "*")


def _countries(laws: Iterable[LawFile]) -> Iterator[tuple[str, LawCountry]]:
    for law in laws:
        if law.jurisdiction != "EU":
            yield (
                law.jurisdiction,
                LawCountry(code=law.jurisdiction, name=law.name, is_summary=law.is_summary),
            )


def _read(name: str, files: dict[str, bytes], type_: type[T]) -> T:
    try:
        return convert(tomllib.loads(files[name].decode()), type_)
    except KeyError as error:
        raise BadData(f"law/{name}: the file is missing") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadData(f"law/{name}: {error}") from error
    except BadInput as error:
        raise BadData(f"law/{name}{_rule_at(name, files, error.pointer)}: {error.detail}") from error


def _digest(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, body in files.items():
        digest.update(f"{name}\0{len(body)}\0".encode())
        digest.update(body)
    return digest.hexdigest()[:12]


def _rule_at(name: str, files: dict[str, bytes], pointer: str) -> str:
    """Give the place of a fault, with the id of the rule it is in."""
    parts = pointer.strip("/").split("/")
    if len(parts) < 2 or not parts[1].isdigit():
        return f" at {pointer}" if pointer else ""
    item = tomllib.loads(files[name].decode())[parts[0]][int(parts[1])]
    return f" at {pointer} ({item.get('id') or item.get('name') or '?'})"
