"""Register, probes, sitemap and hub."""

from datetime import date

import pytest

from checker.discovery import (
    hub_links,
    known_source,
    probes,
    register_entries,
    registered,
    sitemap_candidates,
)
from checker.words import ClauseKind, Effect
from tests.discovery.pages import BOOK, page, reading

SITEMAP = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/blog/terms-of-endearment</loc></url>
<url><loc> https://a.example/fr/mentions-legales </loc></url>
<url><loc>https://a.example/fr/cgu</loc></url>
<url><loc>https://a.example/concours/conditions-generales-concours</loc></url>
<url><loc>https://other.example/terms</loc></url>
<url><loc>&e;</loc></url>
</urlset>"""


def test_a_sitemap_gives_what_is_called_terms_on_its_own_host() -> None:
    some = sitemap_candidates(SITEMAP, "https://a.example/sitemap.xml", BOOK)
    assert [one.url for one in some] == ["https://a.example/fr/cgu", "https://a.example/fr/mentions-legales"]
    assert {one.found_by for one in some} == {"sitemap"}


@pytest.mark.parametrize("body", [b"", b"<html>", b"\x00\x01", b"<urlset><url><loc>/terms", b"plain text"])
def test_a_broken_sitemap_gives_nothing(body: bytes) -> None:
    assert sitemap_candidates(body, "https://a.example/sitemap.xml", BOOK) == ()


def test_probes_go_by_country_then_by_language() -> None:
    french = ("/cgu", "/conditions-generales-d-utilisation", "/mentions-legales", "/conditions-generales")
    assert probes("www.a.fr", "en", BOOK)[:4] == french
    assert probes("a.example", "fr", BOOK)[:4] == french
    assert probes("a.example", "", BOOK)[:3] == ("/terms", "/legal/terms", "/terms-of-service")
    assert probes("a.de", "", BOOK)[-1] == "/nutzungsbedingungen"
    assert all(len(probes("a.example", language, BOOK)) <= 8 for language in BOOK.languages)


def test_the_register_knows_a_host_its_parents_and_its_sisters() -> None:
    own = registered("www.linkedin.com", BOOK)
    assert own[0].url == "https://www.linkedin.com/legal/user-agreement"
    assert own[0].document_type == "Terms of Service"
    assert {one.found_by for one in own} == {"register"}
    assert registered("fr.linkedin.com", BOOK) == own
    assert register_entries("www.linkedin.com", BOOK)[0].read_on == date(2026, 11, 24)


def test_an_address_nobody_looked_up_is_not_said_to_be_from_the_register() -> None:
    (one,) = registered("www.leboncoin.fr", BOOK)
    assert one.found_by == "probe"


def test_a_hosted_blog_has_no_register_of_its_host() -> None:
    assert registered("jemand.wordpress.com", BOOK) == ()
    assert registered("unknown.example", BOOK) == ()


def test_a_source_tells_its_clauses_and_a_silent_one_tells_none() -> None:
    (linkedin,) = known_source("www.linkedin.com", BOOK)
    told = {(one.section, one.kind, one.effect) for one in linkedin.clauses}
    assert ("8.2.2", ClauseKind.AUTOMATED_ACCESS, Effect.PROHIBITS) in told
    (pages_jaunes,) = known_source("www.pagesjaunes.fr", BOOK)
    assert pages_jaunes.clauses == ()
    assert known_source("unknown.example", BOOK) == ()


def test_at_least_sixty_sources_are_listed() -> None:
    assert len(BOOK.register.all_sources) >= 60
    names = {source.name for source in BOOK.register.all_sources}
    assert {
        "LinkedIn",
        "Leboncoin",
        "Societe.com",
        "Pappers",
        "Infogreffe",
        "Malt",
        "Doctolib",
        "Apec",
    } <= names


def test_a_hub_gives_the_documents_it_lists() -> None:
    html = page(
        '<h1>Legal</h1><ul><li><a href="/t">Terms of Service</a></li><li><a href="/p">Privacy</a></li></ul>'
    )
    (one,) = hub_links(reading(html, "https://a.example/legal"), "https://a.example/legal", BOOK)
    assert (one.url, one.found_by) == ("https://a.example/t", "hub")


@pytest.mark.parametrize("address", ["https://a.example/legal", "https://a.example/p/81"])
def test_a_hub_may_show_its_documents_as_cards(address: str) -> None:
    card = '<a href="/t"><img src="a.png" alt=""></a><h3><a href="/t">Terms of use</a></h3>'
    privacy = '<footer><a href="/p">Privacy</a></footer>'
    html = page(f"<main>{card}</main>" + "<p>A long text. </p>" * 80 + privacy, language="en")
    (one,) = hub_links(reading(html, address), address, BOOK)
    assert (one.url, one.score) == ("https://a.example/t", 70.98)
