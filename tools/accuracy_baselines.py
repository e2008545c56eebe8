"""What simpler methods reach on the same passages: a list of keywords, and a linear model on word n-grams."""

import re

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from tools.accuracy_corpus import Document

FOLDS = 5
_KEYWORDS = {
    "automated_access": r"scrap|crawl|spider|robots?\b|\bbots?\b|automated (?:means|tool)|moyens? auto|aspir",
    "database_extraction": r"database|base de donn|datenbank|extraction|base de datos",
    "commercial_reuse": r"commercial|kommerzi|gewerblich|commerci",
    "contact_harvesting": r"harvest|spam|unsolicited|sollicit|e-?mail addresses",
    "text_data_mining": r"data mining|fouille de texte|machine learning|train",
    "circumvention": r"circumvent|bypass|contourn|umgeh",
    "reproduction": r"reproduc|reprodui|vervielf|\bcopy\b|copier",
    "reuse_permission": r"you may (?:copy|print|download)|creative commons|licence ouverte",
}


def keywords(documents: list[Document], kind: str) -> dict[tuple[str, str], bool]:
    """Give for each passage (document id, quote) whether it holds a keyword of the kind."""
    pattern = re.compile(_KEYWORDS.get(kind, r"(?!)"), re.IGNORECASE)
    return {(d.id, p.quote): bool(pattern.search(p.quote)) for d in documents for p in d.passages}


def linear(documents: list[Document], kinds: list[str]) -> dict[str, dict[tuple[str, str], bool]]:
    """Give for each kind and passage what a linear model says that never saw the passage's service."""
    keys = [(d.id, p.quote) for d in documents for p in d.passages]
    texts = [quote for _, quote in keys]
    services = [d.service for d in documents for _ in d.passages]
    found: dict[str, dict[tuple[str, str], bool]] = {kind: dict.fromkeys(keys, False) for kind in kinds}
    gold = {k: numpy.array([k in p.kinds for d in documents for p in d.passages]) for k in kinds}
    folds = min(FOLDS, len(set(services)))
    if folds < 2:
        return found
    for train, test in GroupKFold(folds).split(texts, groups=services):
        grams = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
        seen = grams.fit_transform([texts[i] for i in train])
        unseen = grams.transform([texts[i] for i in test])
        for kind in kinds:
            if 0 < gold[kind][train].sum() < len(train):
                model = LogisticRegression(C=20, class_weight="balanced", solver="liblinear")
                said = model.fit(seen, gold[kind][train]).predict(unseen)
                found[kind].update({keys[i]: bool(answer) for i, answer in zip(test, said, strict=True)})
    return found
