"""The contracting party, the language that binds, the other versions."""

import pytest

from checker.discovery import other_versions, own_words, party, precedence, version_links
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
        ("You enter into a contract with Spotted AB, Regent Street 19, Stockholm.", "en", "Spotted AB"),
        ("This Agreement is between Benchdesk, Inc. and the entity agreeing.", "en", "Benchdesk, Inc."),
        ("“We” and “us” means Piloting A/S, company number 3027.", "en", "Piloting A/S"),
        ("La société Medicum, société par actions simplifiée, édite la plateforme.", "fr", "Medicum"),
        ("Anbieter dieser Plattform ist die Stufe GmbH, Düsseldorf.", "de", "Stufe GmbH"),
        ("Właścicielem serwisu jest Sklepik sp. z o.o. z siedzibą w Poznaniu.", "pl", "Sklepik sp. z o.o."),
        ("Payments on the service are provided by Lines, Inc.", "en", ""),
        ("Les paiements sont traités par la société Bande Ltd, prestataire.", "fr", ""),
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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Any translated version is for reference only.", "en"),
        ("The French version of these terms is the only authentic version.", "en"),
        ("Only the German version is legally binding.", "en"),
        ("En cas de litige, seul le texte français ferait foi.", "fr"),
        ("C’est la version en langue anglaise qui prévaudra.", "fr"),
        ("Im Zweifel geht die deutsche Fassung vor.", "de"),
        ("Rechtlich bindend ist ausschließlich die deutsche Version.", "de"),
        ("La versión inglesa de estas condiciones será la que rija.", "es"),
        ("Prevarrà la versione italiana.", "it"),
        ("In geval van verschillen prevaleert de Nederlandse versie.", "nl"),
        ("Prevalecerá a versão em português.", "pt"),
        ("W razie sprzeczności pierwszeństwo ma polska wersja językowa.", "pl"),
    ],
)
def test_which_version_binds_is_found_however_it_is_put(text: str, language: str) -> None:
    assert precedence(f"Rien avant. {text} Rien après.", language, BOOK) == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We provide an English version of the help centre.", "en"),
        ("La version française du logiciel est disponible en juin.", "fr"),
        ("Die deutsche Version der App erscheint im Mai.", "de"),
    ],
)
def test_a_version_that_is_merely_mentioned_does_not_bind(text: str, language: str) -> None:
    assert precedence(text, language, BOOK) == ""


def test_what_a_document_says_of_itself_is_quoted_with_its_place() -> None:
    text = (
        "# Terms\n\nHello. The service is operated by Acme Media Ltd. Be nice.\n\n"
        "- If versions differ, the English version prevails."
    )
    party_, version = own_words(text, "en", BOOK)
    assert (party_.family, party_.quote) == ("party", "The service is operated by Acme Media Ltd.")
    assert party_.say is not None
    assert party_.say.fr == "Le cocontractant nommé est Acme Media Ltd."
    assert (version.family, version.quote) == (
        "precedence",
        "If versions differ, the English version prevails.",
    )
    assert [text[one.start : one.end] for one in (party_, version)] == [party_.quote, version.quote]
    assert own_words("Nothing.", "en", BOOK) == own_words(text, "xx", BOOK) == ()


def test_versions_are_found_by_hreflang_then_by_words() -> None:
    marked = reading(page('<a hreflang="en-GB" href="/en">Read</a><a href="/x">English</a>'))
    assert [link.url for link in version_links(marked, "en", BOOK)] == ["https://www.journal.example/en"]
    worded = reading(page('<a href="/x">English version</a><a href="/y">Anglais</a>'))
    assert [link.url for link in version_links(worded, "en", BOOK)] == ["https://www.journal.example/x"]
    assert version_links(worded, "xx", BOOK) == ()


def test_other_versions_of_a_document_are_on_its_site_and_french_comes_first() -> None:
    body = (
        '<a hreflang="de" href="/de/agb">Deutsch</a><a hreflang="fr-FR" href="/fr/cgu">Français</a>'
        '<a hreflang="en" href="/terms">English</a><a hreflang="x-default" href="/x">Default</a>'
        '<a hreflang="it" href="https://elsewhere.example/it">Italiano</a>'
        '<a href="/es/terminos-de-uso">En español</a><a href="/pl">Polski</a>'
    )
    seen = reading(page(body, language="en"))
    assert other_versions(seen, "https://www.journal.example/terms", "en", BOOK) == (
        ("fr", "https://www.journal.example/fr/cgu"),
        ("de", "https://www.journal.example/de/agb"),
    )
