"""What the register knows of a blocked site: dated, labelled, and only where somebody read it."""

import pytest

from checker.data import load_books
from checker.discovery import known_bans, known_clauses, known_gaps

BOOK = load_books().discovery


def test_linkedin_is_known_with_sections_and_a_date() -> None:
    (found,) = known_bans("fr.linkedin.com", BOOK)
    assert (found.signal, found.fact, found.state, found.weight) == (
        "register",
        "site.register_prohibits",
        "yes",
        "decides",
    )
    assert (found.place.url, found.quote) == ("https://www.linkedin.com/legal/user-agreement", "")
    assert found.say.fr == (
        "D’après notre registre, lu le 24 novembre 2026, les conditions de LinkedIn interdisent l’accès "
        "automatisé, la réutilisation commerciale (sections 8.2.2, 8.2.11, 8.2.13). "
        "Nous ne les avons pas relues aujourd’hui."
    )
    assert found.say.en.startswith(
        "From our register, read on 24 November 2026: the terms of LinkedIn forbid"
    )


@pytest.mark.parametrize("host", ["pagesjaunes.fr", "leboncoin.fr", "boutique-calme.example", "inconnu.fr"])
def test_a_site_whose_clauses_nobody_read_is_not_known(host: str) -> None:
    assert known_bans(host, BOOK) == ()
    assert known_clauses(host, BOOK) == ()


def test_no_clause_of_hearsay_is_ever_shown() -> None:
    hosts = {host for source in BOOK.register.all_sources for host in source.hosts}
    bases = {clause.basis for host in hosts for _, clause in known_clauses(host, BOOK)}
    assert bases == {"corpus", "rulebook"}


@pytest.mark.parametrize(
    ("host", "url", "way"),
    [
        ("www.pagesjaunes.fr", "https://pagesjaunes.fr/", "Ouvrez le site dans votre navigateur"),
        ("infogreffe.fr", "https://infogreffe.fr/", "en bas de page"),
        ("leboncoin.fr", "https://www.leboncoin.fr/dc/cgu", "adresse habituelle, non vérifiée"),
        ("reddit.com", "https://www.redditinc.com/fr/policies/user-agreement", "archive publique"),
    ],
)
def test_a_listed_site_without_recorded_clauses_says_so_and_where_to_look(
    host: str, url: str, way: str
) -> None:
    (found,) = known_gaps(host, BOOK)
    assert (found.signal, found.fact, found.state, found.weight) == (
        "register",
        "site.register_silent",
        "unknown",
        "context",
    )
    assert found.place.url == url
    assert way in found.say.fr
    assert "aucun genre de clause n’y est relevé, ce qui n’est pas un accord" in found.say.fr
    assert "no kind of clause is recorded, which is no consent" in found.say.en


@pytest.mark.parametrize("host", ["linkedin.com", "inconnu.fr", "boutique-calme.example"])
def test_a_site_with_clauses_or_outside_the_register_has_no_gap(host: str) -> None:
    assert known_gaps(host, BOOK) == ()
