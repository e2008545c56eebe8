"""Train the small linear models on the labelled corpus: `python -m tools.train_clauses`.

Writes `checker/data/clauses/model/<language>.json` for the languages with enough labels, or removes it where
doubting helps no kind. A sample is a sentence of the detector that overlaps a judged passage. A kind is kept,
and its floor chosen, by scores of sentences whose service the weights never saw. `book_without` gives the
book whose model never saw some services, for an honest measure (`python -m tools.accuracy` always uses it).
The languages and kinds are those for which doubting cost today's patterns nothing and helped earlier, less
tuned ones much; they were chosen after looking, so the measured gain is a little too good.
`--study` prints what doubting, and what adding clauses by the model alone, does to F1 for each kind.
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.preprocessing import normalize

from checker.clauses import ClauseBook
from checker.clauses.detect import patterns, seen, sentences
from checker.clauses.linear import Model, Scale
from checker.codec import plain
from checker.data.clause_files import HERE, load_clauses
from checker.words import ClauseKind
from tools.accuracy_corpus import Document, overlaps, read

LANGUAGES = ("en",)
KINDS = (ClauseKind.COMMERCIAL_REUSE, ClauseKind.CONTACT_HARVESTING, ClauseKind.REPRODUCTION)
FOLDS = 5
LEAST_POSITIVES = 40
LEAST_GAIN = 0.004
LEAST_WEIGHT = 0.05
FLOORS = (-3.0, -2.5, -2.0)
ADDING = (1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Sample:
    """A judged sentence: its features, what the patterns say of it, and what is so."""

    service: str
    names: frozenset[str]
    said: frozenset[str]
    gold: frozenset[str]


def samples(documents: list[Document], book: ClauseBook) -> list[Sample]:
    """Give the judged sentences of some documents that can hold a clause."""
    found = []
    for document in documents:
        reader = book.readers[document.language]
        for sentence in sentences(document.text, reader, book.begins(document.language)):
            start, end = sentence.unit.start, sentence.unit.end
            judged = [p for p in document.passages if overlaps(p.places, start, end)]
            if judged and sentence.firsts:
                said = frozenset(str(kind) for kind in patterns(sentence, reader))
                gold = frozenset(kind for passage in judged for kind in passage.kinds)
                found.append(Sample(document.service, seen(sentence), said, gold))
    return found


def table(mine: list[Sample]) -> tuple[csr_matrix, list[str]]:
    """Give the features of samples as rows of length 1, and the names of the columns."""
    vectors = DictVectorizer()
    rows = normalize(vectors.fit_transform([dict.fromkeys(sorted(one.names), 1.0) for one in mine]))
    kept = numpy.asarray((rows > 0).sum(axis=0)).ravel() >= 2
    return rows[:, kept], [str(name) for name in vectors.get_feature_names_out()[kept]]


def unseen(rows: csr_matrix, gold: numpy.ndarray, mine: list[Sample]) -> numpy.ndarray:
    """Give the score of each sample by weights that never saw its service."""
    services = [one.service for one in mine]
    folds = GroupKFold(min(FOLDS, len(set(services))))
    return cross_val_predict(_regression(), rows, gold, groups=services, cv=folds, method="decision_function")


def _regression() -> LogisticRegression:
    return LogisticRegression(C=20, class_weight="balanced", solver="liblinear", random_state=0)


def train(mine: list[Sample]) -> Model:
    """Give the model of some samples, of those kinds that gain by being doubted."""
    rows, names = table(mine)
    scales = []
    for kind in KINDS:
        gold = numpy.array([kind in one.gold for one in mine])
        said = numpy.array([kind in one.said for one in mine])
        if gold.sum() >= LEAST_POSITIVES:
            scores = unseen(rows, gold, mine)
            floor = max(FLOORS, key=lambda least: f1(gold, said & (scores >= least)))
            if f1(gold, said & (scores >= floor)) >= f1(gold, said) + LEAST_GAIN:
                scales.append(_scale(kind, floor, rows, gold, names))
    return Model(scales=tuple(scales))


def _scale(kind: ClauseKind, floor: float, rows: csr_matrix, gold: numpy.ndarray, names: list[str]) -> Scale:
    model = _regression().fit(rows, gold)
    weights = {
        name: round(float(weight), 2)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }
    return Scale(kind=kind, bias=round(float(model.intercept_[0]), 3), floor=floor, weights=weights)


def f1(gold: numpy.ndarray, said: numpy.ndarray) -> float:
    """Give F1; 0 when nothing is so and nothing said."""
    return 2 * float((gold & said).sum()) / max(1.0, float(gold.sum() + said.sum()))


def book_without(documents: list[Document], book: ClauseBook) -> Callable[[Document], ClauseBook]:
    """Give a function from a document to the book whose model never saw its service."""
    books: dict[tuple[str, str], ClauseBook] = {}
    for language in sorted({document.language for document in documents} & set(book.models)):
        mine = samples([d for d in documents if d.language == language], book)
        services = numpy.array([one.service for one in mine])
        for train_at, test_at in GroupKFold(min(FOLDS, len(set(services)))).split(mine, groups=services):
            model = train([mine[at] for at in train_at])
            other = replace(book, models={**book.models, language: model})
            books.update({(language, str(services[at])): other for at in test_at})
    bare = replace(book, models={})  # a document without samples is read by no model that saw its service
    return lambda document: books.get((document.language, document.service), bare)


def study(language: str) -> None:
    """Print the F1 of the patterns, and with the model doubting or adding, for each kind."""
    mine = samples(read((language,)), load_clauses())
    rows, _ = table(mine)
    for kind in ClauseKind:
        gold = numpy.array([kind in one.gold for one in mine])
        said = numpy.array([kind in one.said for one in mine])
        if gold.sum() >= FOLDS:
            scores = unseen(rows, gold, mine)
            doubting = " ".join(f"{least}: {f1(gold, said & (scores >= least)):.3f}" for least in FLOORS)
            adding = " ".join(f"{least}: {f1(gold, said | (scores >= least)):.3f}" for least in ADDING)
            print(f"{language} {kind:20} patterns {f1(gold, said):.3f}  doubting {doubting}  adding {adding}")


def main() -> None:
    """Write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", action="append", help="only this language (may be repeated)")
    parser.add_argument("--study", action="store_true", help="print, write nothing")
    asked = parser.parse_args()
    for language in asked.language or LANGUAGES:
        if asked.study:
            study(language)
            continue
        model = train(samples(read((language,)), load_clauses()))
        path = HERE / "model" / f"{language}.json"
        path.unlink(missing_ok=True)
        if model.scales:
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(plain(model), sort_keys=True, indent=0) + "\n", encoding="utf-8")
        print(path if model.scales else f"{language}: no model", *(scale.kind for scale in model.scales))


if __name__ == "__main__":
    main()
