"""The contracting party, the language that binds, the other versions."""

import pytest

from checker.discovery import party, precedence, version_links
from tests.discovery.pages import BOOK, page, reading


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "This website is owned and operated by Acme Media Holdings Ltd. You accept it.",
            "en",
            "Acme Media Holdings Ltd",
        ),
        (
            "Le site est édité par la société Dupont Annuaires SAS, au capital de 1 000 €.",
            "fr",
            "Dupont Annuaires SAS",
        ),
        ("Der Vertrag kommt mit der Muster GmbH zustande.", "de", "Muster GmbH"),
        ("The service is provided by the Company.", "en", ""),
        ("The service is operated by Somebody.", "en", ""),
        ("Nothing is said.", "en", ""),
        ("The service is provided by Acme Ltd.", "xx", ""),
    ],
)
def test_the_party_is_named_or_nothing_is(text: str, language: str, name: str) -> None:
    assert party(text, language, BOOK) == name


def test_the_sentence_on_the_binding_language_is_quoted_as_it_stands() -> None:
    text = "# Divers\n\nRien. En cas de conflit, la version française prévaut sur toute traduction. Fin."
    quote = precedence(text, "fr", BOOK)
    assert quote == "En cas de conflit, la version française prévaut sur toute traduction."
    assert quote in text
    assert precedence("Rien.", "fr", BOOK) == ""


def test_versions_are_found_by_hreflang_then_by_words() -> None:
    marked = reading(page('<a hreflang="en-GB" href="/en">Read</a><a href="/x">English</a>'))
    assert [link.url for link in version_links(marked, "en", BOOK)] == ["https://www.journal.example/en"]
    worded = reading(page('<a href="/x">English version</a><a href="/y">Anglais</a>'))
    assert [link.url for link in version_links(worded, "en", BOOK)] == ["https://www.journal.example/x"]
    assert version_links(worded, "xx", BOOK) == ()
