"""The facade: `urllib.robotparser`'s methods, the other records, comments, HTTP outcomes, hostile files."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signal_samples import NOON, page

from checker.model import Missing, Page
from checker.signals.robots import (
    Access,
    Comment,
    Outcome,
    RequestRate,
    RobotFileParser,
    Source,
    answer,
    comments,
    outcome,
)
from checker.words import Cause

SITE = "https://www.site.example"


def parser(robots: str | bytes | list[str]) -> RobotFileParser:
    made = RobotFileParser()
    made.parse(robots)
    return made


def test_the_agent_comes_first_as_in_the_standard_library() -> None:
    made = parser("User-agent: *\nDisallow: /in/\n")
    assert made.can_fetch("a", f"{SITE}/in/x") is False
    assert made.can_fetch("a", f"{SITE}/out") is True


def test_nothing_may_be_fetched_before_the_file_was_read() -> None:
    made = RobotFileParser(f"{SITE}/robots.txt")
    assert (made.url, made.mtime()) == (f"{SITE}/robots.txt", 0.0)
    assert made.can_fetch("a", f"{SITE}/") is False
    assert made.explain("a", f"{SITE}/").source is Source.UNREAD
    assert (made.crawl_delay("a"), made.request_rate("a"), made.site_maps(), made.records) == (
        None,
        None,
        None,
        (),
    )


def test_lines_text_and_bytes_are_the_same_file() -> None:
    for robots in (
        ["User-agent: *", "Disallow: /"],
        "User-agent: *\nDisallow: /",
        b"User-agent: *\nDisallow: /",
    ):
        assert parser(robots).explain("a", SITE).line == 2


def test_time_is_given_from_outside() -> None:
    made = RobotFileParser()
    made.modified(12.5)
    assert made.mtime() == 12.5


def test_pace_and_sitemaps() -> None:
    made = parser(
        "Sitemap: /s.xml\nUser-agent: *\nCrawl-delay: 2.5\nRequest-rate: 3/5s\nDisallow: /x\n"
        "User-agent: slow\nCrawl-delay: 60\nDisallow:\nSitemap: https://o.example/s.xml\n"
    )
    assert made.crawl_delay("a") == 2.5
    assert made.crawl_delay("slow/1.0") == 60
    assert made.request_rate("a") == RequestRate(3, 5)
    assert made.request_rate("slow") is None
    assert made.site_maps() == ["/s.xml", "https://o.example/s.xml"]
    assert parser("").site_maps() is None


def test_a_pace_that_is_no_number_is_none() -> None:
    assert parser("User-agent: *\nCrawl-delay: soon\n").crawl_delay("a") is None
    assert parser("User-agent: *\nCrawl-delay: nan\n").crawl_delay("a") is None


def test_records_keep_line_name_value_and_agents() -> None:
    made = parser(
        "License: https://s.example/l.xml\nUser-agent: a\nContent-Signal: ai-train=no # x\n"
        "User-agent: b\nDisalow: /x\n"
    )
    assert [(one.line, one.name, one.value, one.agents) for one in made.records] == [
        (1, "license", "https://s.example/l.xml", ()),
        (3, "content-signal", "ai-train=no", ("a", "b")),
    ]
    assert made.records[1].text == "Content-Signal: ai-train=no"


def test_comments_are_paragraphs_with_their_lines() -> None:
    robots = (
        "# ==========\n# No robot may copy\n#   this directory.\n#\n# Write to us.\nUser-agent: *\n"
        "#Disallow: /old\nDisallow: /x # private\n"
    )
    assert comments(robots) == (
        Comment(line=2, last_line=3, text="No robot may copy this directory."),
        Comment(line=5, last_line=5, text="Write to us."),
        Comment(line=8, last_line=8, text="private"),
    )


RULES, OPEN, CLOSED = Access.RULES, Access.OPEN, Access.CLOSED
HTML = (("content-type", "text/html; charset=utf-8"),)


@pytest.mark.parametrize(
    ("came", "means"),
    [
        (page("User-agent: *\n"), Outcome(access=RULES)),
        (page(""), Outcome(access=RULES)),
        (page("User-agent: *\nDisallow: /\n", headers=HTML), Outcome(access=RULES)),
        (page("<!DOCTYPE html><p>User-agent: none"), Outcome(access=OPEN, cause="html")),
        (page("Page introuvable", headers=HTML), Outcome(access=OPEN, cause="html")),
        (page(status=404), Outcome(access=OPEN, cause="http_404")),
        (page(status=410), Outcome(access=OPEN, cause="http_410")),
        (page(status=401), Outcome(access=OPEN, cause="http_401", is_refused=True)),
        (page(status=403), Outcome(access=OPEN, cause="http_403", is_refused=True)),
        (page("User-agent: *\nAllow: /", status=429), Outcome(access=CLOSED, cause="http_429")),
        (page("User-agent: *\nAllow: /", status=503), Outcome(access=CLOSED, cause="http_503")),
        (page(status=999), Outcome(access=CLOSED, cause="http_999")),
    ],
)
def test_what_an_answer_for_robots_txt_means(came: Page, means: Outcome) -> None:
    assert outcome(came) == means


@pytest.mark.parametrize(
    ("cause", "status", "means"),
    [
        (Cause.DNS, None, Outcome(access=CLOSED, cause="dns")),
        (Cause.TIMEOUT, None, Outcome(access=CLOSED, cause="timeout")),
        (Cause.TLS, None, Outcome(access=CLOSED, cause="tls")),
        (Cause.BROKEN, 200, Outcome(access=CLOSED, cause="broken")),
        (Cause.TOO_MANY_REDIRECTS, None, Outcome(access=OPEN, cause="too_many_redirects")),
        (Cause.HTTP_STATUS, 404, Outcome(access=OPEN, cause="http_404")),
        (Cause.HTTP_STATUS, 500, Outcome(access=CLOSED, cause="http_500")),
    ],
)
def test_what_no_answer_means(cause: Cause, status: int | None, means: Outcome) -> None:
    assert outcome(Missing(url=SITE, cause=cause, taken_at=NOON, status=status)) == means


def test_a_response_sets_the_parser() -> None:
    made = RobotFileParser()
    made.from_response(200, b"User-agent: *\nDisallow: /x\n")
    assert (made.can_fetch("a", f"{SITE}/x"), made.allow_all, made.disallow_all) == (False, False, False)
    made.from_response(404, b"")
    assert (made.can_fetch("a", f"{SITE}/x"), made.allow_all) == (True, True)
    made.from_response(200, b"", error=Cause.BROKEN)
    assert (made.can_fetch("a", f"{SITE}/x"), made.disallow_all) == (False, True)
    made.from_response(None, b"", error=Cause.TIMEOUT)
    assert (made.can_fetch("a", f"{SITE}/x"), made.disallow_all) == (False, True)
    assert made.explain("a", SITE).source is Source.HTTP


def test_a_cut_file_says_so_where_no_rule_was_met() -> None:
    robots = "User-agent: *\nDisallow: /x\n" + "#" * 600_000
    assert answer(robots, "a", f"{SITE}/x").source is Source.RULE
    assert answer(robots, "a", f"{SITE}/y").source is Source.SIZE


MANY_AGENTS = "".join(f"User-agent: a{i}\n" for i in range(15_000))
HOSTILE = {
    "stars": "User-agent: *\nDisallow: /" + "*a" * 30 + "*b$\n",
    "many stars": "User-agent: *\n" + ("Disallow: /" + "*a" * 30 + "*b$\n") * 6000,
    "one long rule": "User-agent: *\nDisallow: /" + "*a" * 200_000 + "b\n",
    "five megabytes": "User-agent: *\n" + "".join(f"Disallow: /p{i}/\n" for i in range(320_000)),
    "agents times rules": MANY_AGENTS + "Disallow: /y\n" * 20_000,
    "agents times records": MANY_AGENTS + "Content-Signal: a=no\n" * 12_000,
    "many groups": "".join(f"User-agent: a1\nDisallow: /*{i}$\n" for i in range(16_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_fast(name: str) -> None:
    begun = time.process_time()
    made = parser(HOSTILE[name])
    allowed = {made.can_fetch(agent, f"{SITE}/{'a' * 200}") for agent in ("a1", "a2", "*", "a14999")}
    assert len(made.records) <= 12_000
    assert allowed == {True}
    assert time.process_time() - begun < 5


ODD = st.text(alphabet="*$%/?#:&= aAé2F\n\r\u2028\x00", max_size=40)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=200), ODD, st.text(max_size=80)),
    st.text(max_size=30),
    st.one_of(ODD, st.text()),
)
def test_nothing_makes_the_parser_fail(robots: str | bytes, agent: str, url: str) -> None:
    made = parser(robots)
    explained = made.explain(agent, url)
    assert explained.line is None or explained.rule
    assert made.can_fetch(agent, url) is explained.allowed
    made.crawl_delay(agent)
    made.request_rate(agent)
    comments(robots)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Allow", "Disallow"]), ODD), max_size=5), ODD)
def test_allowed_never_comes_from_a_disallow_line(rules: list[tuple[str, str]], path: str) -> None:
    robots = "User-agent: *\n" + "".join(f"{name}: /{value}\n" for name, value in rules)
    explained = answer(robots, "a", f"{SITE}/{path}")
    if explained.rule:
        assert explained.rule.startswith("Allow") is explained.allowed
