"""Train the small linear models on the labelled corpus: `python -m tools.train_clauses --language fr`.

Writes `checker/data/clauses/model/<language>.json`. A sample is a sentence of the detector that overlaps a
judged passage. Thresholds are chosen on services that the weights never saw. `book_without` gives the book
whose model never saw some services, for an honest measure (`python -m tools.accuracy` always uses it).
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace

import numpy
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from checker.clauses import ClauseBook
from checker.clauses.detect import patterns, sentences
from checker.clauses.fold import fold
from checker.clauses.linear import Model, Scale, features
from checker.codec import plain
from checker.data.clause_files import HERE, load_clauses
from checker.words import ClauseKind
from tools.accuracy_corpus import Document, overlaps, read

FOLDS = 5
LEAST_POSITIVES = 12
LEAST_WEIGHT = 0.02
Sample = tuple[str, frozenset[str], frozenset[str], frozenset[str]]  # service, features, patterns, gold


def samples(documents: list[Document], book: ClauseBook) -> Iterator[Sample]:
    """Give the judged sentences of some documents with their features and labels."""
    for document in documents:
        reader = book.readers[document.language]
        for sentence in sentences(document.text, reader, book.begins(document.language)):
            start, end = sentence.unit.start, sentence.unit.end
            judged = [p for p in document.passages if overlaps(p.places, start, end)]
            if judged:
                found = frozenset(patterns(sentence, reader))
                gold = frozenset(kind for passage in judged for kind in passage.kinds)
                lead = " ".join(held.folded for held in sentence.above.held)
                names = features(sentence.folded, lead, sentence.firsts, found)
                yield document.service, names, frozenset(map(str, found)), gold


def train(language: str, mine: list[Sample]) -> Model:
    """Give the model of some samples; kinds with too few positives are left to the patterns."""
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(names, 1.0) for _, names, _, _ in mine])
    kept = numpy.asarray((table > 0).sum(axis=0)).ravel() >= 3
    names = vectors.get_feature_names_out()[kept]
    services = [service for service, _, _, _ in mine]
    scales = []
    for kind in ClauseKind:
        gold = numpy.array([kind in labels for _, _, _, labels in mine])
        if gold.sum() >= LEAST_POSITIVES:
            said = numpy.array([kind in found for _, _, found, _ in mine])
            scales.append(_scale(kind, table[:, kept], gold, said, services, names))
    return Model(id=f"{language}.model", scales=tuple(scales))


def _scale(kind, table, gold, said, services, names) -> Scale:
    model = LogisticRegression(C=0.5, class_weight="balanced", solver="liblinear")
    folds = GroupKFold(min(FOLDS, len(set(services))))
    scores = cross_val_predict(model, table, gold, groups=services, cv=folds, method="decision_function")
    threshold = max(numpy.arange(0.0, 4.0, 0.1), key=lambda least: _f1(gold, said | (scores >= least)))
    model.fit(table, gold)
    weights = {
        str(name): round(float(weight), 3)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }
    return Scale(
        kind=kind, bias=round(float(model.intercept_[0]), 3), threshold=float(threshold), weights=weights
    )


def _f1(gold, said) -> float:
    return 2 * float((gold & said).sum()) / max(1.0, float(gold.sum() + said.sum()))


def book_without(documents: list[Document], book: ClauseBook):
    """Give a function from a document to the book whose model never saw its service."""
    books: dict[tuple[str, str], ClauseBook] = {}
    for language in sorted({document.language for document in documents} & book.models.keys()):
        mine = list(samples([d for d in documents if d.language == language], book))
        services = numpy.array([service for service, _, _, _ in mine])
        folds = GroupKFold(min(FOLDS, len(set(services)))).split(mine, groups=services)
        for train_at, test_at in folds:
            model = train(language, [mine[at] for at in train_at])
            unseen = replace(book, models={**book.models, language: model})
            books.update({(language, str(services[at])): unseen for at in test_at})
    return lambda document: books.get((document.language, document.service), book)


def main() -> None:
    """Write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", action="append", required=True)
    for language in parser.parse_args().language:
        model = train(language, list(samples(read((language,)), load_clauses())))
        path = HERE / "model" / f"{language}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(plain(model), sort_keys=True, indent=0) + "\n", encoding="utf-8")
        print(path, f"{path.stat().st_size / 1e3:.0f} kB", *(scale.kind for scale in model.scales))


if __name__ == "__main__":
    main()
