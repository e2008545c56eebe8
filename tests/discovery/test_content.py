"""Whether a fetched page is terms, a legal notice, or something else."""

import pytest

from checker.discovery import is_imprint, standing, typed
from checker.model.seen import Candidate
from checker.words import Cause
from tests.discovery.pages import BOOK, page, reading

TERMS = """<h1>Conditions générales d’utilisation</h1>
<p>Les présentes conditions régissent l’utilisation du site par l’utilisateur, qui les accepte.</p>
<ol><li>L’utilisateur s’engage à respecter la propriété intellectuelle de l’éditeur.</li>
<li>Toute reproduction est interdite sans autorisation préalable.</li>
<li>La responsabilité de l’éditeur ne saurait être engagée. Tout litige relève
du droit applicable en France.</li>
<li>L’éditeur se réserve le droit de modifier les présentes et de résilier le compte.</li></ol>""" + (
    "<p>Le service est fourni en l’état ; vous devez respecter les droits des tiers et vos obligations.</p>"
    * 8
)
IMPRINT = """<h1>Impressum</h1><p>Angaben gemäß § 5 TMG</p><p>Muster GmbH, Musterstraße 1, 12345 Berlin</p>
<p>Geschäftsführer: Max Muster. Registergericht: Amtsgericht Berlin, HRB 12345</p>
<p>Telefon: 030 123456, E-Mail: post@muster.example</p>"""
ARTICLE = (
    "<h1>Un été à la mer</h1>"
    + "<p>Nous avons marché longtemps le long de la plage avec les enfants.</p>" * 60
)
ABOUT = """<h1>Wie schreibe ich AGB? Muster und Generator</h1>
<p>Veröffentlicht am 3. Mai, Lesezeit 5 Minuten.</p>
<p>Ihre Website braucht AGB. Was sind AGB, und wie erstellen Sie sie?
Mit einem Generator geht es schnell.</p>"""
PRIVACY = """<h1>Politique de confidentialité</h1>""" + (
    "<p>Le responsable du traitement conserve vos données personnelles ; vous devez accepter les cookies. "
    "L’utilisateur a des droits, et le service respecte ses obligations et la loi française.</p>" * 20
)


def test_terms_are_terms() -> None:
    assert standing(reading(page(TERMS)), "fr", BOOK).is_terms
    assert not is_imprint(reading(page(TERMS)), "fr", BOOK)


def test_terms_are_told_without_knowing_their_language() -> None:
    assert standing(reading(page(TERMS)), "", BOOK).is_terms
    assert standing(reading(page(TERMS)), "xx", BOOK).is_terms


def test_a_legal_notice_counts_and_is_told_apart() -> None:
    seen = reading(page(IMPRINT))
    assert standing(seen, "de", BOOK).is_terms
    assert is_imprint(seen, "de", BOOK)


@pytest.mark.parametrize(
    ("body", "language", "cause"),
    [
        (ARTICLE, "fr", Cause.NOT_TERMS),
        (ABOUT, "de", Cause.NOT_TERMS),
        (PRIVACY, "fr", Cause.NOT_TERMS),
        ("<h1>Page introuvable</h1><p>Erreur 404</p>", "fr", Cause.NOT_TERMS),
        ("<h1>Just a moment...</h1><p>Checking your browser before accessing</p>", "en", Cause.CHALLENGE),
        (
            '<h1>Conditions d’utilisation</h1><p>Connexion</p><form><input type="password"></form>',
            "fr",
            Cause.LOGIN_WALL,
        ),
        (
            "<h1>Legal</h1><ul>"
            + "".join(f'<li><a href="/{n}">Terms {n}</a></li>' for n in range(30))
            + "</ul>",
            "en",
            Cause.NOT_TERMS,
        ),
    ],
)
def test_other_pages_are_not_terms(body: str, language: str, cause: Cause) -> None:
    told = standing(reading(page(body)), language, BOOK)
    assert (told.is_terms, told.cause) == (False, cause)


@pytest.mark.parametrize(
    ("body", "is_terms", "is_brief"),
    [
        (
            "<h1>Terms of use</h1><p>By using this site you agree to these terms. You may not copy, scrape or"
            " harvest the content.</p>",
            True,
            True,
        ),
        ("<h1>Terms of use</h1><p>This page is being written. Come back soon.</p>", False, False),
        (
            "<h1>Terms of use</h1><p>We use cookies and personal data. You must accept or refuse cookies."
            " Our privacy policy tells how your personal data are processed and your consent.</p>",
            False,
            False,
        ),
        (TERMS, True, False),
    ],
)
def test_short_terms_are_terms_but_nobody_can_tell_whether_they_are_whole(
    body: str, is_terms: bool, is_brief: bool
) -> None:
    told = standing(reading(page(body)), "en", BOOK)
    assert (told.is_terms, told.is_brief) == (is_terms, is_brief)


@pytest.mark.parametrize(
    ("heading", "document_type"),
    [
        ("Conditions générales de vente", "General Conditions of Sale"),
        ("CGU", "Terms of Service"),
        ("Mentions légales", "Imprint"),
        ("Acceptable Use Policy", "Acceptable Use Policy"),
        ("Bienvenue", "Developer Terms"),
    ],
)
def test_a_document_is_typed_by_its_heading_then_by_its_link(heading: str, document_type: str) -> None:
    link = Candidate(
        url="https://a.example/x", document_type="Developer Terms", link_text="", found_by="probe"
    )
    assert typed(reading(page(f"<h1>{heading}</h1><p>x</p>")), link, BOOK) == document_type


def test_a_document_without_any_word_is_typed_by_its_address() -> None:
    link = Candidate(
        url="https://a.example/legal/cgv", document_type="", link_text="", found_by="pasted_address"
    )
    assert typed(reading(page("<p>x</p>")), link, BOOK) == "General Conditions of Sale"


def test_a_page_linked_as_legal_that_is_terms_is_typed_as_terms() -> None:
    link = Candidate(
        url="https://a.example/l", document_type="Imprint", link_text="Legal", found_by="footer_link"
    )
    body = TERMS.replace("Conditions générales d’utilisation", "Bienvenue")
    assert typed(reading(page(body, language="fr")), link, BOOK) == "Terms of Service"


def test_a_banner_before_the_terms_does_not_hide_them() -> None:
    html = page("<h2>Cookies</h2>" + TERMS).replace("Une histoire", "Conditions d’utilisation | Journal")
    assert standing(reading(html), "fr", BOOK).is_terms


@pytest.mark.parametrize(
    ("heading", "url", "document_type"),
    [
        ("Réseau-Pro User Agreement", "https://www.reseau-pro.example/ua", "Terms of Service"),
        ("RéseauPro User Agreement", "https://www.reseau-pro.example/ua", "Terms of Service"),
        ("Pro User Agreement", "https://www.reseau.example/ua", "Commercial Terms"),
        ("Business Daily: Terms of use", "https://businessdaily.example/t", "Terms of Service"),
        ("Terms of use for business", "https://daily.example/t", "Commercial Terms"),
    ],
)
def test_the_name_of_the_site_does_not_type_a_document(heading: str, url: str, document_type: str) -> None:
    seen = reading(page(TERMS.replace("Conditions générales d’utilisation", heading, 1), language="en"), url)
    told = Candidate(url=url, document_type="", link_text="", found_by="page_link")
    assert typed(seen, told, BOOK) == document_type
