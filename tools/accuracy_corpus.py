"""Labelled documents, of the corpus beside the checkout and of our own, with the clauses of judged passages.

The unit is a judged passage (identical passages of one document count once). It is positive for a kind when
a label of that kind overlaps it, and predicted when a detected clause of that kind overlaps one of its
occurrences in the text by at least half of the shorter of the two. Passages outside `judged` never count.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
WRITTEN = Path(__file__).resolve().parent / "written"
MAIN = ("en", "fr", "de", "es", "it", "nl", "pt")


@dataclass(frozen=True, slots=True)
class Passage:
    """A judged passage: its text, its occurrences as offsets, the effect labelled for each kind."""

    quote: str
    places: tuple[tuple[int, int], ...]
    kinds: dict[str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """A labelled document."""

    id: str
    language: str
    service: str
    type: str
    text: str
    passages: tuple[Passage, ...]

    @property
    def group(self) -> str:
        """Give the row of the table that it belongs to."""
        return self.language if self.language in MAIN else "others"


def read(languages: tuple[str, ...] = (), corpus: Path = CORPUS) -> list[Document]:
    """Give the documents of some languages (all when none is named); exit with a message when absent."""
    labels = corpus / "labels.jsonl"
    if not labels.is_file():
        raise SystemExit(f"The labelled corpus is not here: {labels} does not exist. Nothing was measured.")
    found = []
    for line in labels.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        if not languages or raw["language"] in languages:
            found.append(_document(raw, (corpus / raw["text"]).read_text(encoding="utf-8")))
    return found


def _document(raw: dict, text: str) -> Document:
    passages = tuple(_passage(quote, raw["clauses"], text) for quote in dict.fromkeys(raw["judged"]))
    return Document(raw["id"], raw["language"], raw["service"], raw["type"], text, passages)


def _passage(quote: str, clauses: list[dict], text: str) -> Passage:
    pattern = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    places = tuple(match.span() for match in pattern.finditer(text))
    mine = {one["kind"]: one["effect"] for one in clauses if one["quote"] in quote or quote in one["quote"]}
    return Passage(quote, places, mine)


def overlaps(places: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a span shares at least half of the shorter one with any of some places."""
    return any(
        2 * (min(end, stop) - max(start, begin)) >= min(end - start, stop - begin) for begin, stop in places
    )


def predicted(document: Document, clauses: Iterable) -> list[dict]:
    """Give, for each passage, the detected clauses that overlap it, by kind."""
    rows: list[dict] = [{} for _ in document.passages]
    for clause in clauses:
        for row, passage in zip(rows, document.passages, strict=True):
            if overlaps(passage.places, clause.start, clause.end):
                row.setdefault(str(clause.kind), clause)
    return rows
