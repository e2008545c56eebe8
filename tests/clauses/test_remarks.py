"""What a document says of its own force is shown with its section, and is no clause."""

import pytest

from checker.clauses import detect, remarks
from checker.data.clause_files import load_clauses

BOOK = load_clauses()


@pytest.mark.parametrize("about", BOOK.glosses.about, ids=lambda about: about.family)
def test_remark_examples(about):
    for example in about.yes:
        assert about.family in {one.family for one in remarks(example, "en", BOOK)}, example
    for example in about.no:
        assert about.family not in {one.family for one in remarks(example, "en", BOOK)}, example


def test_a_remark_has_its_section_and_its_place():
    text = (
        "## 6. Disputes\n\nThe laws of Ireland govern all claims.\n\n## 7. Other\n\nBe kind to each other.\n"
    )
    (one,) = remarks(text, "en", BOOK)
    assert (one.family, one.section) == ("C8", "6")
    assert one.quote == "The laws of Ireland govern all claims." == text[one.start : one.end]
    assert detect(text, "en", BOOK) == ()


def test_an_unread_language_has_none():
    assert remarks("The laws of Ireland govern all claims.", "qq", BOOK) == ()


@pytest.mark.parametrize(
    ("language", "text", "family"),
    [
        ("fr", "Les articles 3 et 8 survivront à la résiliation du contrat.", "C7"),
        ("fr", "Les présentes conditions sont soumises au droit français.", "C8"),
        ("fr", "Les tribunaux de Paris sont seuls compétents.", "C8"),
        ("de", "Es gilt deutsches Recht; Gerichtsstand ist Berlin.", "C8"),
    ],
)
def test_other_languages(language, text, family):
    assert family in {one.family for one in remarks(text, language, BOOK)}
