"""What stands around a link: cards of articles, sections of a site, other sites' names, the site's own name."""

import pytest

from tests.discovery.pages import PAGE, found, page, urls

SITE = "https://www.journal.example/"
FILLING = "<p>Ein langer Text, der eine ganze Seite füllt. </p>" * 40
END = '<footer><a href="/privacy">Privacy</a></footer>'


def seen(body: str, language: str = "", url: str = PAGE) -> list[str]:
    return urls(found(page(f"{body}{FILLING}{END}", language=language), url))


@pytest.mark.parametrize(
    "card",
    [
        '<a href="/g/7" aria-hidden="true" tabindex="-1"><img src="a.png" alt="{0}"></a><h3><a href="/g/7">{0}</a></h3>',
        '<header><h2><a href="/g/7">{0}</a></h2></header><p>Ein Absatz. <a href="/g/7">Weiterlesen</a></p>',
    ],
)
def test_the_card_of_an_article_is_no_document(card: str) -> None:
    text = "Allgemeine Geschäftsbedingungen"
    assert seen(f"<main><article>{card.format(text)}</article></main>", "de") == []
    assert seen(f'<main>{FILLING}</main><footer><a href="/g/7">{text}</a></footer>', "de") == ["/g/7"]


def test_a_picture_and_words_in_the_last_row_of_a_page_without_a_footer_are_one_document() -> None:
    row = '<a href="/t"><img src="a.png" alt="Terms of use"></a> <a href="/t">Terms of use</a>'
    assert urls(found(page(FILLING * 2 + f"<p>{row}</p>"))) == ["/t"]


def test_a_section_of_the_site_is_no_document_outside_the_footer() -> None:
    parts = '<a href="/conditions">Conditions</a> <a href="/conditions/surf">Surf</a>'
    assert seen(f"<nav>{parts}</nav>", "fr") == []
    assert seen('<nav><a href="/conditions">Conditions</a></nav>', "fr") == ["/conditions"]
    assert seen('<nav><a href="/terms">Terms</a> <a href="/terms/p">Privacy</a></nav>', "en") == ["/terms"]
    assert seen(
        f'<nav><a href="/conditions/surf">Surf</a></nav>{FILLING}<footer><a href="/conditions">Conditions</a></footer>',
        "fr",
    ) == ["/conditions"]


def test_a_hub_of_legal_pages_may_list_some_under_names_of_their_own() -> None:
    menu = '<nav><a href="/legal">Legal</a> <a href="/legal/orders">Requests of authorities</a></nav>'
    assert seen(menu, "en") == ["/legal"]


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("Today", "/conditions/today"),
        ("Vocabulaire", "/termes.html"),
        ("Condiciones laborales", "/profesionales/condiciones"),
        ("Tävlingsvillkor: bilden", "/tavling/villkor"),
    ],
)
def test_an_address_of_vague_words_does_not_outweigh_the_words_of_a_menu(text: str, href: str) -> None:
    assert seen(f'<nav><a href="{href}">{text}</a></nav>') == []


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("CGV : la liste noire", "/contrats/cgv"),
        ("Hausordnung und AGB: Was darf rein?", "/ratgeber/agb"),
        ("Regulamin połowu ryb", "/regulamin"),
        ("Tasting terms", "/terms"),
    ],
)
def test_a_headline_of_a_menu_is_no_document_whatever_its_address(text: str, href: str) -> None:
    assert seen(f'<nav><a href="{href}">{text}</a></nav>') == []


def test_a_colon_changes_nothing_between_the_names_of_documents_or_in_a_footer() -> None:
    assert seen('<nav><a href="/m">Legal: Terms of use</a></nav>', "en") == ["/m"]
    row = '<footer><a href="/cgu">CGU : site Journal et boutique</a></footer>'
    assert urls(found(page(FILLING + row, language="fr"))) == ["/cgu"]


def test_an_address_of_clear_words_outweighs_other_words_of_a_menu() -> None:
    assert seen('<nav><a href="/terms">The fine points</a></nav>') == ["/terms"]


def test_read_more_needs_a_sentence() -> None:
    link = '<a href="/leistungen/nutzungsbedingungen">Weiterlesen</a>'
    assert seen(f"<main><div>{link}</div></main>", "de") == []
    told = f"<main><p>Unsere Regeln stehen auf einer eigenen Seite: {link}</p></main>"
    assert seen(told, "de") == ["/leistungen/nutzungsbedingungen"]


def test_a_word_in_a_sentence_is_no_document_where_another_link_renames_its_address() -> None:
    list_ = '<p><a href="/terms-a.html">Terms A–F</a> <a href="/terms-g.html">Terms G–M</a></p>'
    passing = '<p>Each page of <a href="/terms-a.html">terms</a> lists the knots under their oldest name, and who gave it.</p>'
    assert seen(f"<main>{list_}{passing}</main>", "en") == []


SHOP = "https://www.zahlweise.example"


@pytest.mark.parametrize(
    "told",
    [
        f'<a href="{SHOP}/bedingungen">Nutzungsbedingungen von Zahlweise</a>',
        f'Zahlung über Zahlweise: <a href="{SHOP}/bedingungen">Nutzungsbedingungen</a>',
        f'Login bei <a href="{SHOP}/">unserem Partner</a>, es gelten deren <a href="{SHOP}/agb">Nutzungsbedingungen</a>',
    ],
)
def test_terms_of_another_site_that_is_named_are_not_those_of_this_site(told: str) -> None:
    assert seen(f"<footer><p>{told}</p></footer>", "de") == []


def test_a_part_of_a_site_s_name_names_it_in_the_words_of_a_link() -> None:
    told = '<a href="https://www.swisskarte-netz.example/agb">Nutzungsbedingungen von Swisskarte</a>'
    assert seen(f"<footer><p>Karte: {told}</p></footer>", "de") == []


def test_terms_of_a_named_group_count_where_its_privacy_page_is_linked_too() -> None:
    told = f'<a href="{SHOP}/agb">Zahlweise Nutzungsbedingungen</a> <a href="{SHOP}/p">Datenschutz</a>'
    assert seen(f"<footer><p>{told}</p></footer>", "de") == [f"{SHOP}/agb"]
    assert seen(f'<footer><p><a href="{SHOP}/agb">Nutzungsbedingungen</a></p></footer>', "de") == [
        f"{SHOP}/agb"
    ]


def test_terms_of_the_owner_that_the_copyright_names_count() -> None:
    link = f'<a href="{SHOP}/agb">Nutzungsbedingungen</a>'
    assert seen(f"<footer><p>© 2026 Zahlweise GmbH. {link}</p></footer>", "de") == [f"{SHOP}/agb"]
    assert seen(f"<footer><p>© 2026 Journal. Bezahlen mit Zahlweise: {link}</p></footer>", "de") == []


def test_the_same_name_under_another_ending_is_no_other_site_s() -> None:
    told = '<footer><p>Journal: <a href="https://journal.de/agb">AGB</a></p></footer>'
    assert seen(told, "de", "https://journal.fr/") == ["https://journal.de/agb"]


def test_terms_agreed_to_at_sign_up_come_before_rules_of_a_menu() -> None:
    menu = '<nav><a href="/haus/nutzungsbedingungen">Nutzungsbedingungen Bibliothek</a></nav>'
    form = '<form><p>Mit der Anmeldung akzeptieren Sie die <a href="/7">Nutzungsbedingungen</a>.</p></form>'
    assert seen(f"{menu}<main>{form}</main>", "de") == ["/7", "/haus/nutzungsbedingungen"]


def test_what_the_row_of_legal_pages_leaves_out_comes_after_what_it_lists() -> None:
    menu = '<nav><a href="/verein/satzung">Nutzungsbedingungen</a></nav>'
    row = '<footer><a href="/shop/agb">Verkaufsbedingungen</a> <a href="/i">Impressum</a></footer>'
    some = [one.url for one in found(page(f"{menu}{FILLING}{row}", language="de"), SITE)]
    assert [one.removeprefix(SITE) for one in some] == ["shop/agb", "verein/satzung", "i"]
    assert seen(menu.replace("/verein/satzung", "/nutzung"), "de") == ["/nutzung"]


def test_a_few_letters_of_the_site_s_name_are_its_name() -> None:
    menu = '<nav><a href="/agb">Die AGB</a> <a href="/teams">Teams</a></nav>'
    assert seen(menu, "de", "https://www.agb-halle.de/") == []
    assert seen(menu, "de", "https://www.halle.de/") == ["https://www.halle.de/agb"]
    top = '<header><a href="/">AGB</a></header>'
    assert seen(top + menu, "de", "https://www.halle.de/") == []


def test_conditions_of_taking_part_are_terms_where_one_agrees_to_them_and_no_prize_is_named() -> None:
    def form(sentence: str) -> list[str]:
        return seen(f"<main><form><p>{sentence}</p><input name=mail></form></main>", "de")

    link = '<a href="/s/7">Teilnahmebedingungen</a>'
    assert form(f"Ich habe die {link} gelesen und bin einverstanden.") == ["/s/7"]
    assert form(f"Ich habe die {link} des Gewinnspiels gelesen und bin einverstanden.") == []
    assert form(f"Gewinnspiel: Ich habe die {link} gelesen und bin einverstanden.") == []
    assert form(f"{link} ansehen") == []
