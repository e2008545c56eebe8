"""What robots.txt states of the pasted page, as findings."""

import pytest
from signal_samples import URL, missed, page, plain_page, robots, seen, snapshot

from checker.model import Finding, Snapshot
from checker.signals import FACTS, READERS, read_all
from checker.signals.robots import read
from checker.words import Cause, Role, State

DISALLOWS = "site.robots_disallows"
UNREADABLE = "site.robots_unreadable"
ROBOTS_URL = "https://www.site.example/robots.txt"


def told(taken: Snapshot) -> list[tuple[str, State, str, int | None]]:
    return [(one.fact, one.state, one.quote, one.place.line) for one in read(taken)]


def test_a_rule_for_all_robots_excludes_the_page() -> None:
    taken = snapshot(plain_page(), robots("User-agent: *\nDisallow: /annuaire/ # no\n"))
    found = read(taken)
    assert told(taken) == [(DISALLOWS, State.YES, "Disallow: /annuaire/", 2)]
    assert (found[0].signal, found[0].weight) == ("robots", "decides")
    assert (found[0].place.url, found[0].place.exhibit) == (ROBOTS_URL, 1)
    assert "opposition à la collecte" in found[0].say.fr
    assert "objection to automated collection" in found[0].say.en


def test_a_rule_for_our_token_excludes_the_page() -> None:
    file = "User-agent: *\nDisallow:\n\nUser-agent: gardefoubot\nDisallow: /annuaire/\n"
    assert told(snapshot(plain_page(), robots(file))) == [(DISALLOWS, State.YES, "Disallow: /annuaire/", 5)]


def test_all_robots_count_although_ours_is_let_in() -> None:
    file = "User-agent: *\nDisallow: /\n\nUser-agent: GardeFouBot\nAllow: /\n"
    assert told(snapshot(robots(file))) == [(DISALLOWS, State.YES, "Disallow: /", 2)]


def test_a_page_that_is_not_excluded_is_no_permission() -> None:
    taken = snapshot(robots("User-agent: *\nDisallow: /x\nAllow: /annuaire/\n"))
    assert told(taken) == [(DISALLOWS, State.NO, "Allow: /annuaire/", 3)]
    assert "no permission" in read(taken)[0].say.en
    assert told(snapshot(robots("User-agent: *\nDisallow: /x\n"))) == [
        (DISALLOWS, State.NO, "User-agent: *", None)
    ]
    assert told(snapshot(robots(""))) == [(DISALLOWS, State.NO, "HTTP 200", None)]


def test_two_readings_of_a_rule_are_unknown() -> None:
    taken = snapshot(robots("User-agent: *\nDisallow: /annuaire/*%2Fx\n"), url=f"{URL}?b=%2Fx")
    assert told(taken) == [(DISALLOWS, State.UNKNOWN, "Disallow: /annuaire/*%2Fx", 2)]


@pytest.mark.parametrize(("status", "quote"), [(404, "HTTP 404"), (403, "HTTP 403")])
def test_no_file_is_no_exclusion(status: int, quote: str) -> None:
    assert told(snapshot(robots("User-agent: *\nDisallow: /", status=status))) == [
        (DISALLOWS, State.NO, quote, None)
    ]


def test_a_refused_file_is_no_consent() -> None:
    assert "no consent" in read(snapshot(robots("", status=403)))[0].say.en


def test_a_web_page_in_its_place_is_an_absent_file() -> None:
    taken = snapshot(robots("<!doctype html><title>Accueil</title>Disallow: /"))
    assert told(taken) == [(DISALLOWS, State.NO, "html", None)]


@pytest.mark.parametrize(("status", "quote"), [(503, "HTTP 503"), (429, "HTTP 429")])
def test_a_file_that_the_server_withholds_is_unreadable(status: int, quote: str) -> None:
    assert told(snapshot(robots("", status=status))) == [(UNREADABLE, State.YES, quote, None)]


def test_a_file_that_did_not_come_is_unreadable() -> None:
    assert told(snapshot(missed(Role.ROBOTS, ROBOTS_URL, Cause.TIMEOUT))) == [
        (UNREADABLE, State.YES, "timeout", None)
    ]


def test_a_challenge_in_its_place_is_unreadable() -> None:
    challenge = robots("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>")
    assert told(snapshot(challenge)) == [(UNREADABLE, State.YES, "challenge", None)]


def test_a_file_answers_for_its_own_host_and_scheme_only() -> None:
    closed = "User-agent: *\nDisallow: /\n"
    for url in ("https://api.site.example/robots.txt", "http://www.site.example/robots.txt"):
        assert told(snapshot(plain_page(), robots(closed, url=url))) == []


def test_the_page_that_the_address_led_to_counts_too() -> None:
    led = seen(Role.PAGE, page(url=URL, final="https://site.example/autre"))
    own = robots("")
    other = robots("User-agent: *\nDisallow: /autre\n", url="https://site.example/robots.txt")
    assert told(snapshot(led, own, other)) == [
        (DISALLOWS, State.NO, "HTTP 200", None),
        (DISALLOWS, State.YES, "Disallow: /autre", 2),
    ]


def test_groups_of_ai_agents_bind_them_only() -> None:
    file = "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: *\nDisallow:\n"
    site, ai = read(snapshot(robots(file)))
    assert (site.fact, site.state) == (DISALLOWS, State.NO)
    assert (ai.fact, ai.state, ai.weight, ai.quote, ai.place.line) == (
        "ai.robots_disallows",
        State.YES,
        "ai_only",
        "Disallow: /",
        3,
    )
    assert "(CCBot, GPTBot)" in ai.say.en
    assert "does not decide this use" in ai.say.en


def test_an_ai_agent_under_the_star_group_is_not_told_apart() -> None:
    assert [one.fact for one in read(snapshot(robots("User-agent: *\nDisallow: /\n")))] == [DISALLOWS]


def test_a_crawl_delay_is_context() -> None:
    file = "User-agent: x\nCrawl-delay: 99\nDisallow:\n\nUser-agent: *\nCrawl-delay: 10\nDisallow: /y\n"
    _, delay = read(snapshot(robots(file)))
    assert (delay.fact, delay.weight, delay.quote, delay.place.line) == (
        "site.crawl_delay",
        "context",
        "Crawl-delay: 10",
        6,
    )


AI_REFUSALS = (
    "User-agent: *\nContent-Signal: search=yes, ai-train=no\nContent-Usage: train-ai=n\nAllow: /\n\n"
    "User-agent: GPTBot\nDisallow: /\n"
)


def everything() -> tuple[Finding, ...]:
    headers = (("X-Robots-Tag", "noai"), ("Content-Usage", "train-ai=n"))
    return read_all(snapshot(plain_page(headers=headers), robots(AI_REFUSALS)))


def test_refusals_to_ai_decide_nothing_about_prospecting() -> None:
    found = everything()
    assert {one.fact for one in found if one.state is State.YES} == {
        "ai.robots_disallows",
        "ai.content_signal",
        "ai.content_usage",
        "ai.noai",
    }
    assert {one.weight for one in found if one.fact.startswith("ai.")} == {"ai_only"}
    assert [one.fact for one in found if one.weight == "decides"] == [DISALLOWS]


def test_every_finding_has_a_known_fact_a_quote_and_both_languages() -> None:
    found = everything()
    assert len(READERS) == 9
    assert {one.fact for one in found} <= FACTS
    assert all(one.quote and one.say.fr and one.say.en and one.place.url for one in found)


def test_an_empty_visit_finds_nothing() -> None:
    assert read_all(snapshot()) == ()
