"""Which links of a page lead to the site's own terms, in which order, and how they were found."""

import pytest

from tests.discovery.pages import PAGE, footer, found, page, urls


@pytest.mark.parametrize(
    ("text", "document_type"),
    [
        ("Terms of Use", "Terms of Service"),
        ("Terms & Conditions", "Terms of Service"),
        ("Privacy & Terms", "Terms of Service"),
        ("Terms of Use / Privacy Policy", "Terms of Service"),
        ("© 2020 Journal. Terms of use", "Terms of Service"),
        ("Terms of Servicethis link opens in a new tab", "Terms of Service"),
        ("Conditions d’utilisation", "Terms of Service"),
        ("CGUCGU", "Terms of Service"),
        ("Mentions légales et CGU", "Terms of Service"),
        ("Nutzungs\u00adbedingungen", "Terms of Service"),
        ("Allgemeine Geschaeftsbedingungen", "Terms of Service"),
        ("Términos y Condiciones de Uso", "Terms of Service"),
        ("Condizioni d’uso", "Terms of Service"),
        ("Gebruiksvoorwaarden", "Terms of Service"),
        ("Termos de uso e política de privacidade", "Terms of Service"),
        ("Regulamin serwisu", "Terms of Service"),
        ("Användarvillkor", "Terms of Service"),
        ("Brugsvilkår", "Terms of Service"),
        ("Brukervilkår", "Terms of Service"),
        ("Käyttöehdot", "Terms of Service"),
        ("Kasutustingimused", "Terms of Service"),
        ("Lietošanas noteikumi", "Terms of Service"),
        ("Naudojimosi sąlygos", "Terms of Service"),
        ("Podmínky použití", "Terms of Service"),
        ("Podmienky používania", "Terms of Service"),
        ("Felhasználási feltételek", "Terms of Service"),
        ("Termeni și condiții", "Terms of Service"),
        ("Pogoji uporabe", "Terms of Service"),
        ("Uvjeti korištenja", "Terms of Service"),
        ("Общи условия", "Terms of Service"),
        ("Όροι Χρήσης", "Terms of Service"),
        ("Пользовательское соглашение", "Terms of Service"),
        ("Умови використання", "Terms of Service"),
        ("Kullanım Koşulları ve Gizlilik", "Terms of Service"),
        ("利用規約・プライバシーポリシー", "Terms of Service"),
        ("用户协议", "Terms of Service"),
        ("CGV", "General Conditions of Sale"),
        ("Regulamin sklepu", "General Conditions of Sale"),
        ("CGV Boutique", "General Conditions of Sale"),
        ("AGB für Anzeigenkunden", "Commercial Terms"),
        ("API Terms of Use", "Developer Terms"),
        ("Seller terms and conditions", "Marketplace Sellers Conditions"),
        ("Acceptable Use Policy", "Acceptable Use Policy"),
        ("Charte des commentaires", "Community Guidelines"),
        ("Terms for candidates", "Terms of Service"),
        ("Conditions générales candidats", "Terms of Service"),
        ("AGB für Mitglieder", "Terms of Service"),
        ("Condiciones de uso de este sitio", "Terms of Service"),
        ("Terms for advertisers", "Commercial Terms"),
        ("Impressum & Datenschutz", "Imprint"),
        ("Colophon", "Imprint"),
        ("Ficha técnica", "Imprint"),
        ("Ficha legal", "Imprint"),
        ("Informations réglementaires", "Imprint"),
        ("Aviso legal", "Imprint"),
    ],
)
def test_a_footer_link_is_typed_by_its_words(text: str, document_type: str) -> None:
    (one,) = footer((text, "/x17"))
    assert (one.document_type, one.found_by) == (document_type, "footer_link")


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("Privacy Policy", "/privacy"),
        ("Cookies", "/cookies"),
        ("Zasady wykorzystywania plików cookies", "/c"),
        ("Política de uso de cookies", "/c"),
        ("Politique", "/politique"),
        ("Annonces légales", "/annonces"),
        ("Règlement du jeu concours et conditions générales", "/jeu"),
        ("Contest terms and conditions", "/contest"),
        ("Teilnahmebedingungen Gewinnspiel", "/t"),
        ("Regulamin konkursu", "/r"),
        ("Terms", "https://automattic.com/tos/"),
        ("Terms of Service", "https://policies.google.com/terms"),
        ("Terms", "https://disqus.com/terms"),
        ("Terms", "https://www.ordnancesurvey.co.uk/terms"),
        ("Nutzungsbedingungen", "https://www.etsy.com/de/legal/terms-of-use"),
        ("CC BY 2.0", "https://creativecommons.org/licenses/by/2.0/"),
        ("Terms", "/2026/11/une-histoire#terms"),
        ("Terms of Use", "javascript:void(0)"),
        ("Terms of Use", "mailto:terms@journal.example"),
        ("Terms", "/tag/terms"),
        ("What are terms and conditions?", "/blog/terms-and-conditions"),
        ("Terms and conditions generator", "/terms-and-conditions-generator"),
        ("Facebook ändert Nutzungsbedingungen", "/news/facebook-nutzungsbedingungen"),
        ("Terms and conditions drafting", "/services/terms-and-conditions"),
        ("Conditions d’utilisation abusives", "/x"),
        ("Nutzungsbedingungen gestalten", "/nutzungsbedingungen-gestalten"),
        ("Nutzungsbedingungen richtig lesen", "/recht/nutzungsbedingungen"),
        ("Termos de uso abusivos", "/termos-de-uso-abusivos"),
        ("Condizioni generali vessatorie", "/x"),
        ("Conditions de navigation", "/securite/navigation"),
        ("Regulamin portu w Rynie", "/porty/regulamin"),
        ("Regulaminy portów", "/porty/regulaminy"),
        ("Regulamin olimpiady", "/olimpiada/regulamin"),
        ("Conditions de location des salles", "/salles/conditions"),
        ("Room booking terms", "/rooms/terms"),
        ("CGT", "/cgt-a5123545"),
        ("Termine", "/termine"),
    ],
)
def test_what_is_no_terms_of_this_site_is_not_listed(text: str, href: str) -> None:
    language = "es" if text == "CGT" else ""
    places = ("footer", "nav", "p")
    for place in places:
        html = page(f'<{place}><a href="{href}">{text}</a></{place}>', language=language)
        assert [one for one in found(html) if one.document_type != "Imprint"] == []


def test_an_imprint_leads_only_where_no_terms_are_linked() -> None:
    assert urls(footer(("Impressum", "/impressum"), ("AGB", "/agb"))) == ["/agb", "/impressum"]
    assert urls(footer(("Impressum", "/impressum"), ("Datenschutz", "/datenschutz"))) == ["/impressum"]


def test_terms_for_visitors_come_before_all_others() -> None:
    some = footer(
        ("Mentions légales", "/mentions-legales"),
        ("CGV", "/cgv"),
        ("Conditions API", "/api"),
        ("Conditions annonceurs", "/annonceurs"),
        ("Conditions générales d’utilisation", "/cgu"),
    )
    assert urls(some)[:2] == ["/cgu", "/cgv"]
    assert urls(some)[-1] == "/mentions-legales"


def test_the_address_speaks_where_the_words_do_not() -> None:
    assert urls(footer(("Legal information", "/termsandconditions"), ("Impressum", "/impressum")))[0] == (
        "/termsandconditions"
    )
    assert urls(footer(("Polityka prywatności", "/polityka-prywatnosci-i-regulamin/"))) == [
        "/polityka-prywatnosci-i-regulamin/"
    ]


def test_a_picture_speaks_by_its_alternative_text() -> None:
    (one,) = found(page('<footer><a href="/x"><img src="a.png" alt="Terms of Service"></a></footer>'))
    assert (one.link_text, one.url) == ("Terms of Service", "https://www.journal.example/x")


def test_a_picture_without_words_speaks_by_its_address() -> None:
    (one,) = found(page('<footer><a href="/terms-of-use"><img src="a.png"></a></footer>'))
    assert one.document_type == "Terms of Service"


def test_the_base_of_the_page_is_minded() -> None:
    html = page(
        '<footer><a href="terms">Terms of use</a></footer>',
        head='<base href="https://www.journal.example/en/">',
    )
    assert urls(found(html)) == ["/en/terms"]


@pytest.mark.parametrize("href", ["[[terms]]", "{{ url }}", "http://[", "https://", "#", "", "http://a b/"])
def test_a_malformed_link_ends_nothing(href: str) -> None:
    html = page(f'<footer><a href="{href}">Terms of use</a> <a href="/terms">Terms of use</a></footer>')
    assert "/terms" in urls(found(html))


def test_a_hidden_menu_counts() -> None:
    menu = '<div hidden><ul><li><a href="/cgu">CGU</a></li></ul></div>'
    (one,) = found(page(f"{menu}<p>{'Une longue histoire. ' * 40}</p>"))
    assert one.found_by == "hidden_link"


def test_a_menu_counts() -> None:
    (one,) = found(page('<nav><a href="/agb">AGB</a></nav>'))
    assert one.found_by == "nav_link"


@pytest.mark.parametrize(
    "sentence",
    [
        'By signing up you agree to our <a href="/t">Terms</a> and <a href="/p">Privacy Policy</a>.',
        'En vous inscrivant, vous acceptez les <a href="/t">conditions d’utilisation</a>.',
        'Mit der Anmeldung akzeptieren Sie die <a href="/t">AGB</a>.',
        'Quien las descargue acepta las <a href="/t">condiciones de uso</a>.',
        'By continuing you accept our terms of use, which you find <a href="/t">here</a>.',
    ],
)
def test_a_sign_up_sentence_names_terms(sentence: str) -> None:
    (one,) = found(page(f"<main><form><p>{sentence}</p><input name=mail></form></main>"))
    assert (urls((one,)), one.found_by) == (["/t"], "form_sentence")


def test_a_rel_in_the_head_counts() -> None:
    (one,) = found(page("<p>x</p>", head='<link rel="terms-of-service" href="/legal/7">'))
    assert (one.url, one.found_by) == ("https://www.journal.example/legal/7", "rel_link")


def test_structured_data_count() -> None:
    data = '{"@context":"https://schema.org","@type":"WebSite","termsOfService":"https://www.journal.example/t9"}'
    (one,) = found(page("<p>x</p>", head=f'<script type="application/ld+json">{data}</script>'))
    assert (one.url, one.found_by) == ("https://www.journal.example/t9", "json_ld")


@pytest.mark.parametrize("name", ["publishingPrinciples", "license", "acquireLicensePage"])
def test_other_properties_are_no_terms(name: str) -> None:
    data = f'{{"@context":"https://schema.org","@type":"Article","{name}":"https://www.journal.example/p"}}'
    assert found(page("<p>x</p>", head=f'<script type="application/ld+json">{data}</script>')) == ()


@pytest.mark.parametrize(
    "state", ['{"footer":[{"label":"CGU","href":"/c"}]}', '{"links":{"termsOfServiceUrl":"/c"}}']
)
def test_the_state_of_a_script_built_page_counts(state: str) -> None:
    script = f'<script id="__NEXT_DATA__" type="application/json">{state}</script>'
    (one,) = found(page(f"<div id=app></div>{script}"))
    assert (urls((one,)), one.found_by) == (["/c"], "script_state")


def test_a_mere_key_of_a_state_does_not_count_on_a_page_with_links() -> None:
    script = '<script type="application/json">{"widget":{"termsUrl":"/c"}}</script>'
    links = "".join(f'<li><a href="/{n}">Histoire {n}</a></li>' for n in range(12))
    assert found(page(f"<ul>{links}</ul>{script}")) == ()


def test_the_terms_of_the_group_count_in_a_footer_but_not_in_an_article() -> None:
    link = '<a href="https://www.group.example/terms">Terms of use</a>'
    filling = "<p>Un long texte. </p>" * 40
    assert found(page(f"{filling}<footer>{link}</footer>"))[0].url == "https://www.group.example/terms"
    assert found(page(f"<article><p>They published new {link} this week.</p>{filling}</article>")) == ()


def test_a_hosted_blog_does_not_own_its_host_s_terms() -> None:
    html = page(
        '<footer><a href="https://wordpress.com/tos/">Terms</a> <a href="/impressum">Impressum</a></footer>'
    )
    some = found(html, "https://jemand.wordpress.com/2020/01/02/etwas/")
    assert [one.url for one in some] == ["https://jemand.wordpress.com/impressum"]


def test_a_hosted_blog_may_stand_under_another_ending() -> None:
    html = page('<footer><a href="https://jemand.blogspot.de/p/impressum.html">Impressum</a></footer>')
    assert len(found(html, "https://jemand.blogspot.com/2020/01/etwas.html")) == 1


def test_a_part_of_a_service_s_own_site_is_no_blog() -> None:
    html = page('<footer><a href="https://github.com/site/terms">Terms</a></footer>')
    assert len(found(html, "https://docs.github.com/en/rest")) == 1


def test_a_platform_s_own_pages_have_its_terms() -> None:
    html = page('<footer><a href="https://policies.google.com/terms">Terms</a></footer>')
    assert len(found(html, "https://www.youtube.com/about")) == 1


def test_the_terms_of_a_service_may_stand_on_a_host_of_its_own() -> None:
    html = page('<footer><a href="https://www.doctolib.legal/terms">CGU</a></footer>')
    assert len(found(html, "https://www.doctolib.fr/")) == 1
    assert len(found(html.replace("doctolib.legal", "doctolib.fr"), "https://www.doctolib.de/")) == 1


def test_one_address_is_listed_once() -> None:
    some = footer(
        ("Terms", "http://journal.example/terms/"),
        ("Terms of use", "/terms?utm_source=footer"),
        ("Terms of use", "/terms#top"),
    )
    assert len(some) == 1


def test_terms_of_a_year_come_after_the_terms() -> None:
    assert urls(footer(("2019 Terms of Service", "/a"), ("Terms of Service", "/b"))) == ["/b", "/a"]


def test_the_imprint_of_a_section_comes_after_that_of_the_site() -> None:
    some = footer(("Impressum", "/a/b/c/d/e/impressum"), ("Rechtliche Hinweise", "/rechtliche-hinweise"))
    assert urls(some)[0] == "/rechtliche-hinweise"


def test_the_same_page_gives_the_same_list() -> None:
    links = [("Terms", "/t"), ("Legal", "/l"), ("CGV", "/v"), ("Imprint", "/i")]
    assert footer(*links) == footer(*links)
    assert found(page("<p>rien</p>")) == ()
    assert found("", PAGE) == ()


def test_the_name_of_the_site_does_not_count_in_a_link() -> None:
    named = '<footer><a href="/a">Contest Hub terms of use</a><a href="/b">Privacy</a></footer>'
    (own,) = found(page(named), "https://www.contest-hub.example/")
    assert (own.document_type, own.url) == ("Terms of Service", "https://www.contest-hub.example/a")
    assert found(page(named), "https://www.hub.example/") == ()


def test_an_ampersand_stands_for_and_in_every_language() -> None:
    assert urls(footer(("Villkor & bestämmelser", "/p/1"), language="sv")) == ["/p/1"]
    assert urls(footer(("Όροι & Προϋποθέσεις", "/p/2"), language="el")) == ["/p/2"]


def test_a_compound_that_no_list_names_counts_in_a_footer_only() -> None:
    assert [one.document_type for one in footer(("Parkeervoorwaarden", "/p/1"), language="nl")] == [
        "Terms of Service"
    ]
    assert footer(("Garantievoorwaarden", "/p/1"), language="nl") == ()
    assert footer(("Fraktbetingelser", "/p/1"), language="da") == ()
    assert footer(("Vermietungsbedingungen", "/vermietung/bedingungen"), language="de") == ()
    article = page(
        '<main><a href="/p/1">Parkeervoorwaarden</a>' + "<p>Een lang verhaal.</p>" * 90 + "</main>",
        language="nl",
    )
    assert found(article) == ()


def test_legal_links_of_the_footer_lend_no_weight_to_the_last_link_of_an_article() -> None:
    body = (
        "<main><p>Largo. </p>" + '<p><a href="/bases.pdf">condiciones generales de la subvención</a></p>'
        '</main><footer><a href="/aviso">Aviso legal</a></footer>' + "<p>Fin.</p>" * 60
    )
    assert urls(found(page(body, language="es"))) == ["/aviso"]


def test_here_in_an_article_needs_an_address_that_is_all_terms() -> None:
    body = '<main><p>It is explained <a href="/blog/the-terms-of-the-treaty">here</a>.</p></main>'
    assert found(page(body + "<p>A long story.</p>" * 90, language="en")) == ()


@pytest.mark.parametrize(
    ("text", "href", "language"),
    [
        ("Snow conditions", "/conditions", "en"),
        ("Condizioni dei sentieri", "/condizioni", "it"),
        ("Lantbrukets villkor", "/debatt/villkor", "sv"),
        ("Conditions A-Z", "/conditions", "en"),
    ],
)
def test_conditions_of_other_things_are_no_terms_whatever_their_address(
    text: str, href: str, language: str
) -> None:
    assert footer((text, href), language=language) == ()


def test_a_site_s_terms_under_a_group_s_name_are_told_by_their_address() -> None:
    assert urls(footer(("Condé Terms", "/terms"), language="en")) == ["/terms"]
    assert urls(footer(("Conditions", "/conditions"), language="en")) == ["/conditions"]
