"""Train the small linear models on labelled documents: `python -m tools.train_clauses`.

Writes `checker/data/clauses/model/<language>.json` for the languages in `CHOICES`. A sample is a sentence
that overlaps a judged passage of `../shared/corpus` or of `tools/written`, or an example of a pattern. The
written documents, of invented services, were made for this project, with no text of others: numbers below
100 as terms of all sorts of sites, before this model was; from 100 on to teach it words, and what only
looks like a clause; from 200 on, a hundred for each hand, as tests of patterns that their authors had not
seen; from 700 on to teach the five smaller models. `book_without` gives the book whose model never saw some
services, for an honest measure (`python -m tools.accuracy` always uses it).

The model learns from every sentence, though it is asked of few; those that nobody judged keep it from
seeing clauses in ordinary text. Where patterns were written with a document at hand they leave a model
little to mend; on documents nobody has read they do less well. `CHOICES` of English and French were
therefore made on the corpus, cross-validated, with the first patterns of each language (`en.toml` of
7a221b0, `fr.toml` of bf213e6) and with today's, and on thirty documents each, drafted as well-known
services write, that neither patterns nor models had seen; those of the five others on nine such documents
of each, pooled, and then made more careful. They were made on these same figures, so the gains are a little
too good. More documents of our own, more realistic ones, other weights and features changed nothing in
English and French. `--study --patterns FOLDER` prints what the model does, by passage, for the patterns of
any folder (with its `gloss.toml`).
"""

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import normalize

from checker.clauses import ClauseBook, detect
from checker.clauses.detect import patterns, seen, sentences
from checker.clauses.linear import Model, Scale
from checker.codec import plain
from checker.data.clause_files import HERE, load_clauses, read_clauses, vocabulary
from checker.words import ClauseKind
from tools.accuracy_corpus import CORPUS, WRITTEN, Document, overlaps, predicted, read
from tools.accuracy_score import Score, score

FOLDS = 6
MOST_WEIGHTS = 9_000
UNJUDGED = 0.2


@dataclass(frozen=True, slots=True)
class Choice:
    """What scores decide for one kind: see `Scale`."""

    kind: ClauseKind
    floor: float = -numpy.inf
    ceiling: float = numpy.inf
    trusted: int = 3


_OFTEN = (
    Choice(ClauseKind.AUTOMATED_ACCESS, -1.0, 2.5),
    Choice(ClauseKind.DATABASE_EXTRACTION, -1.5, 2.0),
    Choice(ClauseKind.COMMERCIAL_REUSE, -1.5, 2.5),
    Choice(ClauseKind.CONTACT_HARVESTING, -1.0, 3.0),
    Choice(ClauseKind.TEXT_DATA_MINING, -1.0, 3.0),
    Choice(ClauseKind.CIRCUMVENTION, -1.0, 3.0),
    Choice(ClauseKind.REPRODUCTION, -1.5, 3.5),
    Choice(ClauseKind.REUSE_PERMISSION, -0.5, 2.0),
)
CHOICES = {
    "en": (
        Choice(ClauseKind.AUTOMATED_ACCESS, -1.5, 4.0),
        Choice(ClauseKind.DATABASE_EXTRACTION, -2.0, 2.5),
        Choice(ClauseKind.COMMERCIAL_REUSE, -1.0, 3.5),
        Choice(ClauseKind.CONTACT_HARVESTING, -1.0, 2.0),
        Choice(ClauseKind.TEXT_DATA_MINING, -1.0),
        Choice(ClauseKind.CIRCUMVENTION, -0.5, 3.5),
        Choice(ClauseKind.REPRODUCTION, -1.5, 2.0),
        Choice(ClauseKind.REUSE_PERMISSION, -3.0, 2.0),
    ),
    "fr": (
        Choice(ClauseKind.AUTOMATED_ACCESS, -2.5),
        Choice(ClauseKind.DATABASE_EXTRACTION, -2.0, 2.5),
        Choice(ClauseKind.COMMERCIAL_REUSE, -2.0),
        Choice(ClauseKind.TEXT_DATA_MINING, -2.5),
        Choice(ClauseKind.CIRCUMVENTION, -2.5, 3.0),
        Choice(ClauseKind.REPRODUCTION, -1.0, 3.5),
        Choice(ClauseKind.REUSE_PERMISSION, -3.0, 2.5),
    ),
} | dict.fromkeys(("de", "es", "it", "nl", "pt"), _OFTEN)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence: its features, what is so, and how much it counts."""

    service: str
    names: frozenset[str]
    gold: frozenset[str]
    counts: float = 1.0


def samples(documents: list[Document], book: ClauseBook) -> list[Sample]:
    """Give the sentences of some documents, but those that nobody judged and a pattern fits.

    A sentence that nobody judged and no pattern fits counts a little, as none: most are.
    """
    found = []
    for document in documents:
        reader = book.readers[document.language]
        for sentence in sentences(document.text, reader, book.begins(document.language), every=True):
            start, end = sentence.unit.start, sentence.unit.end
            judged = [p for p in document.passages if overlaps(p.places, start, end)]
            gold = frozenset(kind for passage in judged for kind in passage.kinds)
            if judged or not patterns(sentence, reader):
                found.append(Sample(document.service, seen(sentence), gold, 1.0 if judged else UNJUDGED))
    return found


def examples(language: str, book: ClauseBook, folder: Path = HERE) -> list[Sample]:
    """Give the examples of the patterns of a language as samples; what is so is what patterns say.

    They teach the model words that no labelled document holds, so that it does not doubt them.
    """
    reader = book.readers[language]
    texts = [
        text for entry in vocabulary(folder / f"{language}.toml").clause for text in entry.yes + entry.no
    ]
    return [
        Sample("", seen(sentence), frozenset(map(str, patterns(sentence, reader))))
        for text in dict.fromkeys(texts)
        for sentence in sentences(text, reader, book.begins(language), every=True)
    ]


def train(mine: list[Sample], more: list[Sample], choices: tuple[Choice, ...]) -> Model:
    """Give the model of the sentences of some documents and of some examples."""
    known = mine + more
    rows, names = _table(known)
    fitted = [_fitted(choice.kind, rows, known) for choice in choices]
    scales = [
        Scale(kind=one.kind, bias=round(float(model.intercept_[0]), 3), floor=one.floor, ceiling=one.ceiling,
              trusted=one.trusted)
        for one, model in zip(choices, fitted, strict=True)
    ]  # fmt: skip
    columns = numpy.array([model.coef_[0] for model in fitted]).T
    heaviest = abs(columns).max(axis=1)
    least = sorted(heaviest)[-MOST_WEIGHTS] if len(names) > MOST_WEIGHTS else 0
    weights = {
        name: tuple(round(100 * float(weight)) for weight in column)
        for name, column, most in zip(names, columns, heaviest, strict=True)
        if most >= least
    }
    return Model(scales=tuple(scales), weights=weights)


def _table(mine: list[Sample]) -> tuple[csr_matrix, list[str]]:
    """Give the features of samples as rows of length 1, and the names of the columns."""
    vectors = DictVectorizer()
    rows = normalize(vectors.fit_transform([dict.fromkeys(sorted(one.names), 1.0) for one in mine]))
    kept = numpy.asarray((rows > 0).sum(axis=0)).ravel() >= 2
    return rows[:, kept], [str(name) for name in vectors.get_feature_names_out()[kept]]


def _fitted(kind: ClauseKind, rows: csr_matrix, mine: list[Sample]) -> LogisticRegression:
    gold = numpy.array([kind in one.gold for one in mine])
    counts = numpy.array([one.counts for one in mine])
    fully = counts == 1
    shares = gold[fully].mean(), 1 - gold[fully].mean()  # both answers weigh the same where people judged
    weights = counts / numpy.where(gold, *shares) / 2
    model = LogisticRegression(C=20, solver="liblinear", random_state=0)
    return model.fit(rows, gold, sample_weight=weights)


def labelled(language: str, others: Iterable[Document] = ()) -> list[Document]:
    """Give all labelled documents of a language that there are here, with some others; none twice."""
    here = read((language,), WRITTEN) + (read((language,)) if CORPUS.is_dir() else [])
    return list({one.id: one for one in (*here, *others) if one.language == language}.values())


def book_without(
    documents: list[Document], book: ClauseBook, folder: Path = HERE
) -> Callable[[Document], ClauseBook]:
    """Give a function from a document to the book whose model never saw its service."""
    books: dict[tuple[str, str], ClauseBook] = {}
    for language in sorted({document.language for document in documents} & set(CHOICES)):
        mine = samples(labelled(language, documents), book)
        more = examples(language, book, folder)
        services = numpy.array([one.service for one in mine])
        for train_at, test_at in GroupKFold(FOLDS).split(mine, groups=services):
            model = train([mine[at] for at in train_at], more, CHOICES[language])
            other = replace(book, models={language: model})
            books.update({(language, str(services[at])): other for at in test_at})
    bare = replace(book, models={})  # a document without samples is read by no model that saw its service
    return lambda document: books.get((document.language, document.service), bare)


def study(language: str, book: ClauseBook, folder: Path) -> None:
    """Print the score of the patterns of a book, and with the model, for each kind that has a scale."""
    documents = read((language,))
    bare = replace(book, models={})
    alone = _scores(documents, lambda document: bare, language)
    both = _scores(documents, book_without(documents, book, folder), language)
    for kind, before in alone.items():
        now = both[kind]
        print(
            f"{language} {kind:20} {now.positives:4}  patterns P {before.precision:.2f} R {before.recall:.2f}"
            f" F1 {before.f1:.3f}  with model P {now.precision:.2f} R {now.recall:.2f} F1 {now.f1:.3f}"
        )


def _scores(
    documents: list[Document], book_for: Callable[[Document], ClauseBook], language: str
) -> dict[ClauseKind, Score]:
    rows = [
        (document.service, passage.kinds, row)
        for document in documents
        for passage, row in zip(
            document.passages,
            predicted(document, detect(document.text, language, book_for(document))),
            strict=True,
        )
    ]
    kinds = [choice.kind for choice in CHOICES[language]]
    return {k: score((service, k in gold, k in said) for service, gold, said in rows) for k in kinds}


def write(language: str) -> Path:
    """Write the model of one language; give its file."""
    book = load_clauses()
    model = train(samples(labelled(language), book), examples(language, book), CHOICES[language])
    raw = plain(model)
    for scale in raw["scales"]:  # JSON knows no infinity: what is not there decides nothing
        for key in ("floor", "ceiling"):
            if scale[key] is None or numpy.isinf(scale[key]):
                del scale[key]
    path = HERE / "model" / f"{language}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(raw, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8")
    return path


def main() -> None:
    """Write the models, or print what they do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", action="append", help="only this language (may be repeated)")
    parser.add_argument("--study", action="store_true", help="print, write nothing")
    parser.add_argument("--patterns", type=Path, default=HERE, help="study the patterns of this folder")
    asked = parser.parse_args()
    for language in asked.language or CHOICES:
        if asked.study:
            study(language, read_clauses(asked.patterns), asked.patterns)
        else:
            print(write(language))


if __name__ == "__main__":
    main()
