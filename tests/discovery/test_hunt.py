"""The hunt for terms against a real server: the parts of a site map, and the licence that robots.txt names."""

import pytest
from flask import Flask

from tests.loopback import Web, ask

HOME = '<html lang="en"><body><main><h1>Shop</h1><p>{}</p></main></body></html>'.format("Nice things. " * 60)
TERMS = (
    '<html lang="en"><body><h1>Terms of use</h1>'
    "<p>These terms govern your use of this site. By using it you agree to be bound by them.</p>"
    "<p>You may not use robots or scrapers to access the site or to extract data from it.</p>"
    + "<p>The services are provided as is. We shall not be liable for losses. You must respect the rights of "
    "third parties. These terms are governed by the laws of Ireland and its courts have jurisdiction. </p>"
    * 6
    + "</body></html>"
)
XML = "http://www.sitemaps.org/schemas/sitemap/0.9"


def listed(kind: str, *urls: str) -> str:
    part = {"sitemapindex": "sitemap", "urlset": "url"}[kind]
    return (
        f'<{kind} xmlns="{XML}">'
        + "".join(f"<{part}><loc>{url}</loc></{part}>" for url in urls)
        + f"</{kind}>"
    )


def test_the_part_of_a_site_map_that_lists_pages_is_followed(visitor: Flask, web: Web) -> None:
    web.page("http://carte.fr/", HOME)
    web.page("http://carte.fr/robots.txt", "User-agent: *\nDisallow:\nSitemap: /sitemap_index.xml\n")
    names = ("post-sitemap.xml", "product-sitemap1.xml", "page-sitemap.xml", "image-sitemap.xml")
    web.page(
        "http://carte.fr/sitemap_index.xml",
        listed("sitemapindex", *(f"http://carte.fr/{name}" for name in names)),
        type="application/xml",
    )
    web.page(
        "http://carte.fr/page-sitemap.xml",
        listed("urlset", "http://carte.fr/about", "http://carte.fr/shop/terms-of-use"),
        type="application/xml",
    )
    web.page("http://carte.fr/shop/terms-of-use", TERMS)
    answer = ask(visitor, "http://carte.fr/")
    found = [(one["url"], one["found_by"], one["status"]) for one in answer["documents"]]
    assert found == [("http://carte.fr/shop/terms-of-use", "sitemap", "read")]
    asked = [path for host, path in web.asked if host == "carte.fr"]
    assert "/post-sitemap.xml" not in asked
    assert "/product-sitemap1.xml" not in asked
    assert len(asked) <= 12


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("You may not scrape or harvest this site.", "prohibited"),
        ("You must be kind.", "undetermined"),
    ],
)
def test_a_ban_in_very_short_terms_counts_and_their_silence_does_not(
    visitor: Flask, web: Web, said: str, level: str
) -> None:
    web.page(f"http://{level}.fr/", HOME.replace("</body>", '<a href="/terms">Terms of use</a></body>'))
    web.page(
        f"http://{level}.fr/terms",
        f"<h1>Terms of use</h1><p>By using this site you agree to these terms. {said} All rights reserved, "
        "and the laws of France apply.</p>",
    )
    answer = ask(visitor, f"http://{level}.fr/")
    (document,) = answer["documents"]
    assert (answer["verdict"]["level"], document["status"]) == (level, "read")
    assert "nothing says that this is all" in visitor.test_client().get(f"/en/report/{answer['id']}").text


def test_an_index_that_names_itself_ends(visitor: Flask, web: Web) -> None:
    web.page("http://boucle.fr/", HOME)
    web.page(
        "http://boucle.fr/sitemap.xml",
        listed("sitemapindex", "http://boucle.fr/sitemap.xml", "http://ailleurs.fr/page-sitemap.xml"),
        type="application/xml",
    )
    ask(visitor, "http://boucle.fr/")
    asked = [path for host, path in web.asked if host == "boucle.fr"]
    assert asked.count("/sitemap.xml") <= 2
    assert not [host for host, _ in web.asked if host == "ailleurs.fr"]


def test_the_licence_that_robots_txt_names_is_read(visitor: Flask, web: Web) -> None:
    web.page("http://licence.fr/", HOME)
    web.page("http://licence.fr/robots.txt", "License: http://licence.fr/rsl.xml\nUser-agent: *\nDisallow:\n")
    web.page(
        "http://licence.fr/rsl.xml",
        '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license>'
        '<prohibits type="usage">all</prohibits></license></content></rsl>',
        type="application/rsl+xml",
    )
    answer = ask(visitor, "http://licence.fr/")
    assert [one["state"] for one in answer["signals"] if one["fact"] == "site.rsl_prohibits"] == ["yes"]


@pytest.mark.parametrize("host", ["www.pagesjaunes.fr", "www.societe.com", "www.infogreffe.fr"])
def test_a_blocked_source_of_the_register_gets_an_honest_answer(visitor: Flask, web: Web, host: str) -> None:
    for path in ("", "robots.txt", "annuaire"):
        web.page(f"http://{host}/{path}", "<html><body>Access denied</body></html>", status=403)
    answer = ask(visitor, f"http://{host}/annuaire")
    (told,) = [one for one in answer["signals"] if one["fact"] == "site.register_silent"]
    assert (told["state"], told["weight"]) == ("unknown", "context")
    assert told["url"] == f"https://{host.removeprefix('www.')}/"
    pages = [
        visitor.test_client().get(f"/{path}/{answer['id']}").text for path in ("fr/rapport", "en/report")
    ]
    assert "aucun genre de clause n’y est relevé, ce qui n’est pas un accord" in pages[0]
    assert "no kind of clause is recorded, which is no consent" in pages[1]
    assert [f'href="{told["url"]}"' in page for page in pages] == [True, True]


def test_party_binding_version_and_other_versions_are_shown(visitor: Flask, web: Web) -> None:
    web.page(
        "http://langues.fr/", HOME.replace("</main>", '</main><footer><a href="/terms">Terms</a></footer>')
    )
    links = '<a hreflang="fr" href="/fr/cgu">Français</a><a hreflang="de" href="/de/agb">Deutsch</a>'
    said = "<p>The service is operated by Langues Media Ltd. If versions differ, the French version prevails.</p>"
    web.page("http://langues.fr/terms", TERMS.replace("</h1>", f"</h1>{said}{links}"))
    answer = ask(visitor, "http://langues.fr/")
    (document,) = [one for one in answer["documents"] if one["url"] == "http://langues.fr/terms"]
    assert document["versions"] == [
        {"language": "fr", "url": "http://langues.fr/fr/cgu"},
        {"language": "de", "url": "http://langues.fr/de/agb"},
    ]
    told = {one["family"]: one["quote"] for one in answer["remarks"]}
    assert told["party"] == "The service is operated by Langues Media Ltd."
    assert told["precedence"] == "If versions differ, the French version prevails."
    fr, en = (
        visitor.test_client().get(f"/{path}/{answer['id']}").text for path in ("fr/rapport", "en/report")
    )
    assert "Le cocontractant nommé est Langues Media Ltd." in fr
    assert "The contracting party named is Langues Media Ltd." in en
    assert "Autres versions linguistiques" in fr
    assert "Other language versions:" in en
    for shown in (fr, en):
        assert 'href="http://langues.fr/de/agb"' in shown
