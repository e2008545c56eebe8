"""The files of discovery: link texts by language, weights, hosts, and the register of known addresses."""

import csv
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from checker.codec import convert
from checker.discovery.book import DiscoveryBook, Hosts, Kind, Language, Ranking, compile_book
from checker.discovery.folding import fold
from checker.discovery.register import Basis, Entry, Register, Source, compile_register
from checker.discovery.wording import sense_of
from checker.errors import BadData, BadInput

HERE = Path(__file__).parent
_COLUMNS = ["host", "service", "document_type", "url", "read_on", "basis"]
T = TypeVar("T")


def load_discovery(words: Path = HERE / "discovery", register: Path = HERE / "register") -> DiscoveryBook:
    """Give the book of everything discovery knows; raises `BadData` naming the file and the place in it."""
    languages = tuple(_language(path) for path in sorted(words.glob("??.toml")))
    if not languages:
        raise BadData(f"{words}: no language files")
    book = compile_book(
        languages,
        _converted(words / "ranking.toml", Ranking),
        _converted(words / "hosts.toml", Hosts),
        load_register(register),
    )
    _check_weights(words / "ranking.toml", book.ranking)
    for language in languages:
        _check_examples(words / f"{language.language}.toml", language, book)
    return book


def load_register(folder: Path = HERE / "register") -> Register:
    """Give the register of known addresses and sources; raises `BadData` naming file and line."""
    path = folder / "sources.toml"
    sources = tuple(_convert(path, raw, Source) for raw in _toml(path).get("sources", []))
    _check_sources(path, sources)
    return compile_register(_entries(folder / "addresses.csv"), sources)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadData(f"{path}: {error}") from error


def _converted(path: Path, type_: type[T]) -> T:
    return _convert(path, _toml(path), type_)


def _convert(path: Path, raw: Any, type_: type[T]) -> T:
    try:
        return convert(raw, type_)
    except BadInput as error:
        raise BadData(f"{path}{error.pointer}: {error.detail}") from error


def _language(path: Path) -> Language:
    language = _converted(path, Language)
    if language.language != path.stem:
        raise BadData(f"{path}/language: is {language.language}, the file says {path.stem}")
    _check_phrases(path, language)
    _check_patterns(path, language)
    return language


def _check_phrases(path: Path, language: Language) -> None:
    """Refuse a phrase with two classes, and one that must stand alone but is no phrase."""
    seen: dict[str, Kind] = {}
    for kind, phrases in language.links.items():
        for phrase in phrases:
            if not fold(phrase) or seen.setdefault(fold(phrase), kind) is not kind:
                raise BadData(f"{path}/links/{kind}: {phrase!r} is empty or has a second class")
    for phrase in language.words.whole:
        if fold(phrase) not in seen:
            raise BadData(f"{path}/words/whole: {phrase!r} is no link text")
    if both := {fold(word) for word in language.words.drop} & seen.keys() - {
        fold(phrase) for phrase in language.links.get(Kind.OTHER, ())
    }:
        raise BadData(f"{path}/words/drop: {sorted(both)} are link texts as well")


def _check_patterns(path: Path, language: Language) -> None:
    for pattern in (*language.party.patterns, *language.precedence.patterns):
        try:
            re.compile(pattern.replace("{name}", "(.+)"))
        except re.error as error:
            raise BadData(f"{path}: {pattern!r}: {error}") from error
    if any("{name}" not in pattern for pattern in language.party.patterns):
        raise BadData(f"{path}/party/patterns: a pattern without {{name}}")


def _check_examples(path: Path, language: Language, book: DiscoveryBook) -> None:
    """Refuse a book that gives an example another class; no class means that it is not taken for terms."""
    for example in language.examples:
        sense = sense_of(example.text, book, language=language.language)
        taken = sense.kind if sense.coverage >= 1 / 2 and not sense.dropped else Kind.NONE
        if taken is not example.kind and not (example.kind is Kind.NONE and taken is Kind.OTHER):
            raise BadData(f"{path}/examples: {example.text!r} is taken for {str(taken) or 'nothing'}")


def _check_weights(path: Path, ranking: Ranking) -> None:
    missing = [kind for kind in Kind if kind is not Kind.NONE and kind not in ranking.classes]
    if missing:
        raise BadData(f"{path}/classes: no weight for {', '.join(missing)}")


def _entries(path: Path) -> tuple[Entry, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != _COLUMNS:
            raise BadData(f"{path}: the columns are not {', '.join(_COLUMNS)}")
        return tuple(_entry(path, number, row) for number, row in enumerate(rows, start=2))


def _entry(path: Path, number: int, row: dict[str, str]) -> Entry:
    host = (urlsplit(row["url"]).hostname or "").lower()
    if host != row["host"]:
        raise BadData(f"{path}, line {number}: {row['url']} is not on {row['host']}")
    try:
        return Entry(
            host=host,
            service=row["service"],
            document_type=row["document_type"],
            url=row["url"],
            read_on=date.fromisoformat(row["read_on"]),
            basis=Basis(row["basis"]),
        )
    except ValueError as error:
        raise BadData(f"{path}, line {number}: {error}") from error


def _check_sources(path: Path, sources: tuple[Source, ...]) -> None:
    """Refuse a host of two sources, and a clause of a document that its source does not list."""
    owners: dict[str, str] = {}
    for source in sources:
        for host in source.hosts:
            if host.startswith("www.") or owners.setdefault(host, source.id) != source.id:
                raise BadData(f"{path}, {source.id}: host {host} is written with www. or belongs to two")
        known = {document.document_type for document in source.documents}
        for clause in source.clauses:
            if clause.document not in known:
                raise BadData(f"{path}, {source.id}: clause of {clause.document}, which is not listed")
