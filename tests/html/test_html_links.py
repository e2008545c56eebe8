import pytest
from html_samples import page, reading

from checker.model.seen import Link


def _only(markup: str) -> Link:
    (link,) = reading(markup).links
    return link


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/cgu", "https://shop.example/cgu"),
        ("cgu.html", "https://shop.example/legal/cgu.html"),
        ("//help.example/t", "https://help.example/t"),
        (" /a\n b ", "https://shop.example/a b"),
        ("#robots", "https://shop.example/legal/terms#robots"),
    ],
)
def test_an_address_is_made_absolute(href: str, url: str) -> None:
    assert _only(f'<a href="{href}">Terms</a>').url == url


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#",
        "javascript:void(0)",
        "mailto:a@b.c",
        "tel:+33",
        "data:text/html,x",
        "{{url}}",
        "[[placeholder]]",
        "/a/${x}",
        "<%= url %>",
        "http://[::1",
        "ftp://a.example/x",
        "%7B%7Burl%7D%7D",
        "/" + "x" * 3000,
    ],
)
def test_what_leads_nowhere_is_dropped(href: str) -> None:
    assert reading(f'<a href="{href}">Terms</a>').links == ()


def test_a_base_address_counts_unless_it_is_not_of_the_web() -> None:
    assert _only('<base href="/en/"><a href="terms">T</a>').url == "https://shop.example/en/terms"
    assert _only('<base href="javascript:alert(1)//"><a href="t">T</a>').url == "https://shop.example/legal/t"
    assert _only('<base href="data:text/html,"><a href="t">T</a>').url == "https://shop.example/legal/t"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<a href=/t><img src=x alt="Terms of use"></a>', "Terms of use"),
        ('<a href=/t aria-label="Legal notice"><svg><path/></svg></a>', "Legal notice"),
        ('<a href=/t title="AGB"> › </a>', "AGB"),
        ("<a href=/t><span>Terms</span> of\n use</a>", "Terms of use"),
        ("<a href=/t></a>", ""),
    ],
)
def test_the_words_of_a_link(markup: str, text: str) -> None:
    assert _only(markup).text == text


@pytest.mark.parametrize(
    ("markup", "region"),
    [
        ("<footer><nav>{}</nav></footer>", "footer"),
        ("<div role=contentinfo>{}</div>", "footer"),
        ("<div class=page-footer__links>{}</div>", "footer"),
        ("<div id=pied-de-page>{}</div>", "footer"),
        ("<div class=fusszeile>{}</div>", "footer"),
        ("<div class=fussball>{}</div>", "main"),
        ("<div class=has-footer>{}</div>", "main"),
        ("<header>{}</header>", "header"),
        ("<nav>{}</nav>", "nav"),
        ("<form>{}</form>", "form"),
        ("<div style='display:none'>{}</div>", "hidden"),
        ("<div>{}</div>", "main"),
    ],
)
def test_the_region_of_a_link(markup: str, region: str) -> None:
    link = "<a href=/t>Terms</a>"
    (got,) = reading(f"<p>{'Some words of the page. ' * 20}</p>{markup.format(link)}").links
    assert got.region == region


def test_a_sign_up_sentence_is_the_context() -> None:
    got = _only("<form><p>By signing up you accept our <a href=/t>terms</a> in full.</p><p>Other</p></form>")
    assert got.context == "By signing up you accept our terms in full."


def test_a_long_context_is_cut_about_the_link() -> None:
    got = _only(f"<p>{'before ' * 100}<a href=/t>THE TERMS</a>{' after' * 100}</p>")
    assert len(got.context) <= 300
    assert "before THE TERMS after" in got.context


def test_positions_grow_and_twins_are_named_once() -> None:
    got = reading("<a href=/a>A</a><p>x</p><a href=/a>A</a><a href=/a>B</a><footer><a href=/a>A</a></footer>")
    assert [(link.text, link.region) for link in got.links] == [("A", "main"), ("B", "main"), ("A", "footer")]
    assert [link.position for link in got.links] == sorted(link.position for link in got.links)
    assert all(0 < link.position <= 1 for link in got.links)
    assert got.boilerplate_links == 1


def test_links_of_the_head() -> None:
    got = _only('<link rel="terms-of-service" href=/t hreflang=fr type=text/html>')
    assert (got.rel, got.region, got.hreflang, got.type) == (("terms-of-service",), "head", "fr", "text/html")


def test_structured_data_names_terms_and_licence() -> None:
    got = reading(
        '<script type="application/ld+json">{"@graph":[{"@type":"Organization","publishingPrinciples":"/p"},'
        '{"termsOfService":{"@id":"/tos"},"license":"https://creativecommons.org/licenses/by/4.0/"}]}</script>'
        '<script type="application/ld+json">{broken</script>'
    )
    assert [(link.text, link.url, link.region) for link in got.links] == [
        ("publishingPrinciples", "https://shop.example/p", "json_ld"),
        ("termsOfService", "https://shop.example/tos", "json_ld"),
        ("license", "https://creativecommons.org/licenses/by/4.0/", "json_ld"),
    ]
    assert len(got.json_ld) == 2


def test_addresses_held_in_a_state_are_links_of_their_own_region() -> None:
    got = [(link.url, link.text, link.region) for link in page("next_shell.html").links]
    assert ("https://shop.example/legal", "Legal notice", "script") in got
    assert ("https://shop.example/privacy-terms", "privacyTermsUrl", "script") in got


def test_at_most_5000_links() -> None:
    assert len(reading("".join(f"<a href=/{n}>x</a>" for n in range(6000))).links) == 5000
