"""Measure the clauses on the labelled corpus: the table, and the worst misses and false alarms."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from checker.clauses import ClauseBook, detect
from checker.data.clause_files import load_clauses
from checker.model.found import Clause
from checker.words import ClauseKind
from tools.accuracy_baselines import keywords, linear
from tools.accuracy_corpus import CORPUS, MAIN, WRITTEN, Document, Passage, predicted, read
from tools.accuracy_score import Score, score
from tools.train_clauses import book_without

OUT = Path("accuracy")
POOLED = ("automated_access", "database_extraction", "contact_harvesting")
RESTRICTS = ("automated_access", "database_extraction")
KINDS = tuple(str(kind) for kind in ClauseKind)
Answers = dict[tuple[str, str], dict[str, Clause]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    group: str
    kind: str
    ours: Score
    patterns: Score
    keyword: Score | None
    linear: Score | None


def answers(documents: list[Document]) -> Answers:
    """Give what the product says of each passage, with models that never saw the passage's service."""
    return _answers(documents, book_without(documents, load_clauses()))


def patterns_alone(documents: list[Document]) -> Answers:
    """Give what the patterns say without any model."""
    bare = replace(load_clauses(), models={})
    return _answers(documents, lambda document: bare)


def _answers(documents: list[Document], book_for: Callable[[Document], ClauseBook]) -> Answers:
    found: Answers = {}
    for document in documents:
        rows = predicted(document, detect(document.text, document.language, book_for(document)))
        found.update({(document.id, p.quote): row for p, row in zip(document.passages, rows, strict=True)})
    return found


def measure(
    documents: list[Document], said: Answers, bare: Answers, only: str = "", baselines: bool = True
) -> list[Row]:
    """Give the rows of the table: `said` is the product's answer, `bare` that of the patterns alone."""
    rows = []
    for group in (*MAIN, "others"):
        mine = [document for document in documents if document.group == group]
        if not mine:
            continue
        kinds = [kind for kind in KINDS if (not only or kind == only) and _positives(mine, kind)]
        learned = linear(mine, kinds) if baselines else {}
        rows.extend(_row(group, kind, mine, said, bare, learned) for kind in kinds)
        if group == "others":
            pooled = [kind for kind in POOLED if kind in kinds]
            rows.append(
                Row(group, "POOLED", _pooled(mine, pooled, said), _pooled(mine, pooled, bare), None, None)
            )
        rows.append(
            Row(group, "DOCUMENT", score(_documents(mine, said)), score(_documents(mine, bare)), None, None)
        )
    return rows


def _row(group: str, kind: str, mine: list[Document], said: Answers, bare: Answers, learned: dict) -> Row:
    words = keywords(mine, kind)
    return Row(
        group, kind,
        _score(mine, kind, lambda key: kind in said[key]),
        _score(mine, kind, lambda key: kind in bare[key]),
        _score(mine, kind, words.get) if learned else None,
        _score(mine, kind, learned[kind].get) if learned else None,
    )  # fmt: skip


def _pooled(documents: list[Document], kinds: list[str], said: Answers) -> Score:
    """Give the score of some kinds taken together: each kind of each passage is one outcome."""
    return score(
        (d.service, kind in p.kinds, kind in said[d.id, p.quote])
        for d in documents for p in d.passages for kind in kinds
    )  # fmt: skip


def _positives(documents: list[Document], kind: str) -> int:
    return sum(kind in passage.kinds for document in documents for passage in document.passages)


def _score(documents: list[Document], kind: str, says: Callable) -> Score:
    return score(
        (d.service, kind in p.kinds, bool(says((d.id, p.quote)))) for d in documents for p in d.passages
    )


def _documents(documents: list[Document], said: Answers) -> list[tuple[str, bool, bool]]:
    """Give for each document whether it restricts automated access or extraction, and whether we said so."""
    found = []
    for document in documents:
        gold = any(_restricts(passage.kinds) for passage in document.passages)
        mine = any(_restricts(said[document.id, passage.quote]) for passage in document.passages)
        found.append((document.service, gold, mine))
    return found


def _restricts(kinds: dict) -> bool:
    return any(kind in kinds for kind in RESTRICTS)


def effects(documents: list[Document], said: Answers) -> tuple[int, int]:
    """Give of how many rightly found clauses the effect agrees, and how many there are."""
    pairs = [
        (passage.kinds[kind], str(clause.effect))
        for document in documents
        for passage in document.passages
        for kind, clause in said[document.id, passage.quote].items()
        if kind in passage.kinds
    ]
    return sum(gold == mine for gold, mine in pairs), len(pairs)


def table(rows: list[Row]) -> str:
    """Give the table as text."""
    head = (
        f"{'':7}{'kind':21}{'n':>4} {'P':>5} {'R':>5} {'F1':>5}  {'95 % of F1':12}"
        f"{'patterns':>9}{'keyword':>8}{'linear':>7}"
    )
    lines = [head, "-" * len(head)]
    for row in rows:
        ours = row.ours
        rest = "".join(f"{one.f1:7.2f}" if one else f"{'':7}" for one in (row.keyword, row.linear))
        lines.append(
            f"{row.group:7}{row.kind:21}{ours.positives:4} {ours.precision:5.2f} {ours.recall:5.2f}"
            f" {ours.f1:5.2f}  {ours.low:.2f} to {ours.high:.2f}{row.patterns.f1:9.2f} {rest}"
        )
    return "\n".join(lines)


def review(documents: list[Document], said: Answers, most: int, only: str = "") -> None:
    """Write, per language, the worst misses and false alarms of each kind for reading."""
    OUT.mkdir(exist_ok=True)
    for group in (*MAIN, "others"):
        mine = [document for document in documents if document.group == group]
        if mine:
            lines = [
                line for kind in KINDS if not only or kind == only for line in _faults(mine, kind, said, most)
            ]
            (OUT / f"{group}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _faults(documents: list[Document], kind: str, said: Answers, most: int) -> list[str]:
    missed, false = [], []
    for document in documents:
        for passage in document.passages:
            clause = said[document.id, passage.quote].get(kind)
            if kind in passage.kinds and clause is None:
                missed.append(
                    f"  {document.id} {document.service}: {passage.quote}{_above(document, passage)}"
                )
            elif clause is not None and kind not in passage.kinds:
                marked = " / ".join(document.text[start:end] for start, end in clause.words)
                false.append(f"  {document.id} {document.service} [{clause.by}: {marked}]: {passage.quote}")
    return [
        f"== {kind}: {len(missed)} missed",
        *missed[:most],
        f"== {kind}: {len(false)} false",
        *false[:most],
    ]


def _above(document: Document, passage: Passage) -> str:
    """Give the text just before a passage, where its lead-in may be."""
    start = passage.places[0][0] if passage.places else 0
    before = " ".join(document.text[max(0, start - 160) : start].split())
    return f"\n      (after: … {before})"


def run(languages: tuple[str, ...], kind: str, most: int, baselines: bool) -> None:
    """Print the tables, of the corpus where it is here, and write the review files."""
    if CORPUS.is_dir():
        documents = read(languages)
        said = _print(documents, kind, baselines)
        print("F1 of the patterns is in-sample: they were written with this corpus at hand; models are not.")
        review(documents, said, most, kind)
        print(f"misses and false alarms: {OUT.resolve()}/*.txt")
    print("\nWritten by us; the patterns have seen nearly all of them, models none:")
    _print(read(languages, WRITTEN), kind, baselines=False)


def _print(documents: list[Document], kind: str, baselines: bool) -> Answers:
    """Print the table of some documents; give what the product says of them."""
    said = answers(documents)
    print(table(measure(documents, said, patterns_alone(documents), kind, baselines)))
    agree, total = effects(documents, said)
    print(f"effect agrees on {agree} of {total} rightly found clauses")
    print("DOCUMENT: restricts automated access or extraction (" + ", ".join(RESTRICTS) + ")")
    return said
