"""A page in two languages is read in both; a page in one is not taken apart."""

from checker.clauses import detect_mixed
from checker.clauses.mixed import may_be_mixed
from checker.data.clause_files import load_clauses
from checker.words import ClauseKind

BOOK = load_clauses()
FRENCH = (
    "Il est interdit d’utiliser des robots ou tout autre moyen automatisé pour copier les données de ce site "
    "sans notre autorisation. Nous vous remercions de votre visite et de votre confiance dans nos services."
)
ENGLISH = (
    "You may not use robots or other automated means to copy the data of this site. We thank you for the visit "
    "and for all of the trust that you have in our services and in the people who make them for you."
)


def access(text, language):
    found = detect_mixed(text, language, BOOK)
    return [(clause.language, clause) for clause in found if clause.kind is ClauseKind.AUTOMATED_ACCESS]


def test_blocks_in_another_language_are_read_in_it():
    text = f"{FRENCH}\n\n{FRENCH}\n\n{ENGLISH}\n\n{ENGLISH}\n"
    found = access(text, "fr")
    assert [language for language, _ in found] == ["fr", "fr", "en", "en"]
    for _, clause in found:
        assert clause.quote == text[clause.start : clause.end]
        assert all(clause.start <= start < end <= clause.end for start, end in clause.words)


def test_a_page_in_one_language_is_left_whole():
    assert not may_be_mixed(f"{FRENCH}\n\n" * 50, "fr", BOOK.glosses.common)
    assert not may_be_mixed(f"{ENGLISH}\n\n" * 50, "en", BOOK.glosses.common)
    assert not may_be_mixed("", "en", BOOK.glosses.common)


def test_clauses_in_a_language_we_read_are_found_in_a_page_we_do_not():
    text = "\n\n".join(
        ["Đây là trang web của chúng tôi và bạn có thể đọc nó mỗi ngày nếu bạn muốn."] * 5 + [ENGLISH] * 3
    )
    assert {language for language, _ in access(text, "vi")} == {"en"}
