"""Signals of the page and of fixed files: indexing, mining, AI, RSL, licences."""

from datetime import UTC, datetime

import pytest
from signal_samples import (
    NOON,
    URL,
    missed,
    page,
    plain_page,
    reading,
    robots,
    seen,
    snapshot,
    well_known,
)

from checker.model import Exhibit, Finding, Link
from checker.signals import ai_txt, content_signal, content_usage, licence, rsl, tdmrep, x_robots
from checker.words import Cause, Role, State

Short = list[tuple[str, State, str]]


def short(found: tuple[Finding, ...]) -> Short:
    return [(one.fact, one.state, one.quote) for one in found]


# --- X-Robots-Tag and meta robots


@pytest.mark.parametrize(
    ("value", "rules"),
    [
        ("noindex, NoSnippet", (("", "noindex"), ("", "nosnippet"))),
        ("googlebot: noindex, nofollow", (("googlebot", "noindex"), ("googlebot", "nofollow"))),
        (
            "unavailable_after: Friday, 25-Jun-2010 15:00:00 PST, noindex",
            (("", "unavailable_after: friday, 25-jun-2010 15:00:00 pst"), ("", "noindex")),
        ),
        ("max-snippet:-1, otherbot: none", (("", "max-snippet:-1"), ("otherbot", "none"))),
        ("", ()),
    ],
)
def test_a_date_keeps_its_commas_and_a_robot_its_rules(
    value: str, rules: tuple[tuple[str, str], ...]
) -> None:
    assert x_robots.rules(value) == rules


def test_all_headers_of_one_name_count() -> None:
    headers = (("X-Robots-Tag", "nofollow"), ("x-robots-tag", "noindex, noai"))
    found = x_robots.read(snapshot(plain_page(headers=headers)))
    assert short(found) == [
        ("site.noindex", State.YES, "x-robots-tag: noindex, noai"),
        ("ai.noai", State.YES, "x-robots-tag: noindex, noai"),
    ]
    assert [one.weight for one in found] == ["context", "ai_only"]


def test_metas_count_and_other_robots_do_not() -> None:
    metas = (("Googlebot", "noindex"), ("robots", "index, NONE"), ("description", "noindex"))
    found = x_robots.read(snapshot(plain_page(metas=metas)))
    assert short(found) == [("site.noindex", State.YES, '<meta name="robots" content="index, NONE">')]
    assert x_robots.read(snapshot(plain_page(headers=(("X-Robots-Tag", "bingbot: noindex"),)))) == ()


@pytest.mark.parametrize(
    ("date", "facts"),
    [
        ("25 Jun 2010 15:00:00 GMT", ["site.noindex"]),
        ("2026-11-23", ["site.noindex"]),
        ("2026-11-24T13:00:00+02:00", ["site.noindex"]),
        ("2026-11-25", []),
        ("Sat, 25 Jun 2050 15:00:00 GMT", []),
        ("soon", []),
    ],
)
def test_a_page_is_unindexed_once_its_date_has_passed(date: str, facts: list[str]) -> None:
    assert datetime(2026, 11, 24, 12, tzinfo=UTC) == NOON
    found = x_robots.read(snapshot(plain_page(headers=(("X-Robots-Tag", f"unavailable_after: {date}"),))))
    assert [one.fact for one in found] == facts


# --- TDMRep

RESERVED = "site.tdm_reserved"
POLICY = "https://www.site.example/tdm"
FILE = (
    '[\n {"location": "/annuaire/libre/*", "tdm-reservation": 0},\n'
    f' {{"location": "/annuaire/", "tdm-reservation": 1, "tdm-policy": "{POLICY}"}},\n'
    ' {"location": "/annuaire/autre/long/", "tdm-reservation": 0}\n]'
)


def tdm_file(body: str, *, status: int = 200, kind: str = "application/json") -> Exhibit:
    return well_known("/.well-known/tdmrep.json", body, status=status, kind=kind)


def tdm_meta(value: str) -> Exhibit:
    return plain_page(metas=(("TDM-Reservation", value),))


def test_the_file_reserves_with_its_policy() -> None:
    (found,) = tdmrep.read(snapshot(plain_page(), tdm_file(FILE)))
    assert short((found,)) == [
        (RESERVED, State.YES, f'{{"location": "/annuaire/", "tdm-reservation": 1, "tdm-policy": "{POLICY}"}}')
    ]
    assert (found.weight, found.place.line, found.place.exhibit) == ("decides", 3, 1)
    assert found.say.en == f"Text and data mining is reserved, for prospecting too. Conditions: {POLICY}"
    assert f"Conditions\u00a0: {POLICY}" in found.say.fr


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/annuaire/libre/x", State.NO),
        ("/annuaire/libre", State.YES),
        # The first rule decides, where in robots.txt the longest would.
        ("/annuaire/autre/long/x", State.YES),
    ],
)
def test_the_first_rule_of_the_file_decides(path: str, state: State) -> None:
    here = f"https://www.site.example{path}"
    taken = snapshot(seen(Role.PAGE, page(url=here), reading()), tdm_file(FILE), url=here)
    assert [one.state for one in tdmrep.read(taken)] == [state]


def test_a_path_that_no_rule_covers_is_not_stated() -> None:
    here = "https://www.site.example/autre"
    assert tdmrep.read(snapshot(seen(Role.PAGE, page(url=here)), tdm_file(FILE), url=here)) == ()


def test_the_header_overrides_the_file_and_the_meta_both() -> None:
    reserving = (("TDM-Reservation", "1"), ("tdm-policy", POLICY))
    by_header = seen(Role.PAGE, page(headers=reserving), reading())
    by_meta = seen(Role.PAGE, page(headers=reserving), reading(metas=(("tdm-reservation", "0"),)))
    free = tdm_file('[{"location": "*", "tdm-reservation": 0}]')
    assert short(tdmrep.read(snapshot(by_header, free))) == [
        (RESERVED, State.YES, f"TDM-Reservation: 1\ntdm-policy: {POLICY}")
    ]
    assert short(tdmrep.read(snapshot(by_meta, tdm_file(FILE)))) == [
        (RESERVED, State.NO, '<meta name="tdm-reservation" content="0">')
    ]


def test_a_level_that_states_nothing_resets_nothing() -> None:
    assert [one.state for one in tdmrep.read(snapshot(tdm_meta("yes"), tdm_file(FILE)))] == [State.YES]


@pytest.mark.parametrize("value", ["true", '"1"', "2", "null", "1.0"])
def test_any_other_value_is_unset(value: str) -> None:
    body = f'[{{"location": "/", "tdm-reservation": {value}}}, {{"location": "/", "tdm-reservation": 1}}]'
    assert tdmrep.read(snapshot(plain_page(), tdm_file(body))) == ()


def test_an_absent_file_reserves_nothing() -> None:
    for file in (tdm_file("", status=404), tdm_file("<html>", kind="text/html"), tdm_file("[]")):
        assert tdmrep.read(snapshot(plain_page(), file)) == ()


@pytest.mark.parametrize("body", ["[{", "{}", "[" * 100_000, '[{"location":'])
def test_a_file_that_cannot_be_read_is_unknown(body: str) -> None:
    assert short(tdmrep.read(snapshot(plain_page(), tdm_file(body)))) == [
        (RESERVED, State.UNKNOWN, "HTTP 200")
    ]


def test_a_page_or_file_that_did_not_come_is_unknown() -> None:
    file = missed(Role.WELL_KNOWN, "https://www.site.example/.well-known/tdmrep.json", Cause.TIMEOUT)
    assert short(tdmrep.read(snapshot(plain_page(), file))) == [(RESERVED, State.UNKNOWN, "timeout")]
    gone = missed(Role.PAGE, URL, Cause.HTTP_STATUS, 403)
    assert short(tdmrep.read(snapshot(gone))) == [(RESERVED, State.UNKNOWN, "http_403")]


def test_the_file_of_another_host_is_not_asked() -> None:
    file = seen(Role.WELL_KNOWN, page(FILE, url="https://site.example/.well-known/tdmrep.json"))
    assert tdmrep.read(snapshot(plain_page(), file)) == ()


def test_a_policy_that_is_no_address_is_not_repeated() -> None:
    headers = (("tdm-reservation", "1"), ("tdm-policy", "<b>call us</b>"))
    (found,) = tdmrep.read(snapshot(plain_page(headers=headers)))
    assert found.say.en == "Text and data mining is reserved, for prospecting too."


# --- Content-Signal and Content-Usage

SIGNALS = (
    "# As a condition of accessing this website, you agree to\n# abide by the following content signals.\n"
    "# Hello.\n\nUser-agent: *\nContent-Signal: search=yes,AI-Train=no\nAllow: /\n\n"
    "User-agent: otherbot\nContent-Signal: search=no\nAllow: /\n"
)


def test_content_signals_for_all_are_told_with_their_comment() -> None:
    found = content_signal.read(snapshot(robots(SIGNALS)))
    assert [(one.fact, one.state, one.quote, one.place.line, one.weight) for one in found] == [
        ("ai.content_signal", State.YES, "Content-Signal: search=yes,AI-Train=no", 6, "ai_only"),
        (
            "ai.content_signal",
            State.YES,
            "As a condition of accessing this website, you agree to abide by the following content signals."
            " Hello.",
            1,
            "ai_only",
        ),
    ]


def test_a_content_signal_that_refuses_nothing_permits_nothing() -> None:
    (found,) = content_signal.read(snapshot(robots("User-agent: *\nContent-Signal: search=yes\nAllow: /\n")))
    assert (found.state, found.weight) == (State.NO, "ai_only")
    assert found.say.en == "Content-Signal refuses nothing; that is no permission for this use."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Content-Usage: train-ai=n", (State.YES, "Content-Usage: train-ai=n")),
        ("Content-Usage: train-ai=y, search=n", (State.NO, "Content-Usage: train-ai=y, search=n")),
        # The longest path wins, and of equal ones the refusal: the reverse of Allow and Disallow.
        (
            "Content-Usage: /annuaire/ train-ai=y\nContent-Usage: / train-ai=n",
            (State.NO, "Content-Usage: /annuaire/ train-ai=y"),
        ),
        (
            "Content-Usage: /a train-ai=y\nContent-Usage: /a train-ai=n",
            (State.YES, "Content-Usage: /a train-ai=n"),
        ),
        ("Content-Usage: Train-AI=n", None),
        ("Content-Usage: train-ai=N", None),
        ("Content-Usage: /autre train-ai=n", None),
        ("Disallow: /annuaire/\nContent-Usage: train-ai=n", None),
    ],
)
def test_content_usage_of_robots_txt(lines: str, expected: tuple[State, str] | None) -> None:
    found = content_usage.read(snapshot(robots(f"User-agent: *\nAllow: /\n{lines}\n")))
    assert [(one.state, one.quote) for one in found] == ([expected] if expected else [])


def test_the_most_restrictive_content_usage_counts() -> None:
    headers = (("Content-Usage", "train-ai=y"), ("Content-Usage", "search=y, train-ai=n;x=1"))
    (found,) = content_usage.read(snapshot(plain_page(headers=headers)))
    assert (found.fact, found.state, found.quote) == (
        "ai.content_usage",
        State.YES,
        "Content-Usage: search=y, train-ai=n;x=1",
    )


# --- ai.txt


def test_ai_txt_refuses_to_ai_only() -> None:
    file = well_known("/ai.txt", "# Spawning AI\nUser-Agent: *\nDisallow: *.jpg\nDisallow: /\n")
    (found,) = ai_txt.read(snapshot(plain_page(), file))
    assert (found.fact, found.state, found.weight, found.quote, found.place.line) == (
        "ai.ai_txt",
        State.YES,
        "ai_only",
        "Disallow: *.jpg",
        3,
    )


@pytest.mark.parametrize(
    "file",
    [
        well_known("/ai.txt", "User-Agent: *\nDisallow:\n"),
        well_known("/ai.txt", "Disallow: /", status=404),
        well_known("/ai.txt", "<!doctype html>\nDisallow: /", kind="text/html"),
        missed(Role.WELL_KNOWN, "https://www.site.example/ai.txt", Cause.TIMEOUT),
    ],
    ids=["empty", "absent", "html", "missing"],
)
def test_no_ai_txt_says_nothing(file: Exhibit) -> None:
    assert ai_txt.read(snapshot(plain_page(), file)) == ()


# --- RSL

RSL_URL = "https://www.site.example/license.xml"
NAMED = robots("License: /license.xml\nUser-agent: *\nAllow: /\n")


def rsl_xml(license_: str, *, url: str = "/", head: str = "") -> str:
    return (
        f'{head}<rsl xmlns="https://rslstandard.org/rsl"><content url="{url}">\n'
        f"<license>{license_}</license></content></rsl>"
    )


def rsl_file(body: str) -> Exhibit:
    return seen(Role.WELL_KNOWN, page(body, url=RSL_URL))


@pytest.mark.parametrize(
    ("license_", "quote"),
    [
        ('<prohibits type="usage">all</prohibits>', '<prohibits type="usage">all</prohibits>'),
        (
            '<prohibits type="user">education commercial</prohibits>',
            '<prohibits type="user">education commercial</prohibits>',
        ),
    ],
)
def test_rsl_may_prohibit_all_or_commercial_use(license_: str, quote: str) -> None:
    (found,) = rsl.read(snapshot(plain_page(), NAMED, rsl_file(rsl_xml(license_))))
    assert (found.fact, found.state, found.weight, found.quote) == (
        "site.rsl_prohibits",
        State.YES,
        "decides",
        quote,
    )
    assert (found.place.url, found.place.line) == (RSL_URL, 2)


def test_rsl_for_ai_alone_does_not_decide() -> None:
    found = rsl.read(
        snapshot(plain_page(), NAMED, rsl_file(rsl_xml('<prohibits type="usage">ai-train</prohibits>')))
    )
    assert [(one.fact, one.state, one.weight) for one in found] == [
        ("site.rsl_prohibits", State.NO, "decides"),
        ("ai.rsl", State.YES, "ai_only"),
    ]


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("/annuaire/*", State.YES),
        ("/autre", State.NO),
        ("https://www.site.example/annuaire/", State.YES),
        ("https://autre.example/annuaire/", State.NO),
        ("https://www.site.example/autre/", State.NO),
    ],
)
def test_rsl_covers_the_addresses_it_names(url: str, state: State) -> None:
    body = rsl_xml('<prohibits type="usage">all</prohibits>', url=url)
    assert [one.state for one in rsl.read(snapshot(plain_page(), NAMED, rsl_file(body)))] == [state]


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "body",
    [
        "",
        "no xml",
        "<rsl/>",
        rsl_xml("<legal>&b;</legal>", head=BOMB),
        rsl_xml("<legal>&a;</legal>", head=OUTSIDE),
        rsl_xml("<a>" * 300_000),
    ],
    ids=["empty", "text", "no namespace", "bomb", "file", "large"],
)
def test_an_rsl_file_that_cannot_be_relied_on_is_unknown(body: str) -> None:
    (found,) = rsl.read(snapshot(plain_page(), NAMED, rsl_file(body)))
    assert (found.state, found.weight, found.quote, found.place.line) == (
        State.UNKNOWN,
        "decides",
        "License: /license.xml",
        1,
    )


def test_an_rsl_file_that_was_not_asked_for_is_context() -> None:
    link = Link(url=RSL_URL, text="", rel=("license",), type="application/rsl+xml", region="head")
    sent = ("Link", '</other.xml>; rel="license"; type="application/rsl+xml", </a.css>; rel=stylesheet')
    taken = snapshot(plain_page(links=(link,), headers=(sent,)))
    assert [(one.state, one.weight, one.quote) for one in rsl.read(taken)] == [
        (State.UNKNOWN, "context", 'Link: </other.xml>; rel="license"; type="application/rsl+xml"'),
        (State.UNKNOWN, "context", f"<{RSL_URL}>"),
    ]
    assert rsl.named_urls(taken) == ("https://www.site.example/other.xml", RSL_URL)


# --- licences

CC = "https://creativecommons.org"
OPEN, NON_COMMERCIAL = "site.licence_open", "site.licence_non_commercial"


@pytest.mark.parametrize(
    ("url", "fact", "state", "name"),
    [
        (f"{CC}/licenses/by/4.0/", OPEN, State.YES, "CC BY 4.0"),
        (f"{CC}/licenses/by-sa/3.0/fr/", OPEN, State.YES, "CC BY-SA 3.0"),
        (f"{CC}/publicdomain/zero/1.0/", OPEN, State.YES, "CC0 1.0"),
        (f"{CC}/licenses/by-nd/4.0/deed.fr", OPEN, State.NO, "CC BY-ND 4.0"),
        (
            "http://www.creativecommons.org/licenses/by-nc-sa/4.0",
            NON_COMMERCIAL,
            State.YES,
            "CC BY-NC-SA 4.0",
        ),
        (f"{CC}/licenses/by-nc-nd/4.0/", NON_COMMERCIAL, State.YES, "CC BY-NC-ND 4.0"),
        (
            "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
            OPEN,
            State.YES,
            "Licence Ouverte / Etalab",
        ),
        ("https://spdx.org/licenses/etalab-2.0.html", OPEN, State.YES, "Licence Ouverte / Etalab 2.0"),
        ("https://opendatacommons.org/licenses/odbl/1-0/", OPEN, State.YES, "ODbL"),
    ],
)
def test_a_licence_is_known_by_its_address(url: str, fact: str, state: State, name: str) -> None:
    link = Link(url=url, text="Licence", rel=("license",))
    (found,) = licence.read(snapshot(plain_page(links=(link,))))
    assert (found.fact, found.state, found.weight, found.quote) == (
        fact,
        state,
        "decides",
        f"Licence <{url}>",
    )
    assert f"under {name}" in found.say.en
    assert "ersonal data is never part of it" in found.say.en
    assert "personnelles n’en font jamais partie" in found.say.fr


def test_a_licence_in_a_header_or_in_the_footer_counts_once() -> None:
    url = f"{CC}/licenses/by/4.0/"
    headers = (("Link", f'<{url}>; rel="license"'),)
    footer = Link(url=url, text="CC", region="footer")
    assert short(licence.read(snapshot(plain_page(headers=headers, links=(footer,))))) == [
        (OPEN, State.YES, f'Link: <{url}>; rel="license"')
    ]
    assert short(licence.read(snapshot(plain_page(links=(footer,))))) == [(OPEN, State.YES, f"CC <{url}>")]


@pytest.mark.parametrize(
    "link",
    [
        Link(url=f"{CC}/licenses/by/4.0/", text="about licences", region="main"),
        Link(url=f"{CC}/", text="Creative Commons", rel=("license",)),
        Link(url="https://evil.example/creativecommons.org/licenses/by/4.0/", text="x", rel=("license",)),
        Link(url=RSL_URL, text="", rel=("license",), type="application/rsl+xml"),
    ],
)
def test_other_links_are_no_licence(link: Link) -> None:
    assert licence.read(snapshot(plain_page(links=(link,)))) == ()


@pytest.mark.parametrize(
    ("json_ld", "facts"),
    [
        (f'{{"@type": "Dataset", "license": "{CC}/licenses/by/4.0/"}}', [OPEN]),
        (
            f'{{"@graph": [{{"@type": ["WebPage"], "license": {{"@id": "{CC}/licenses/by-nc/4.0/"}}}}]}}',
            [NON_COMMERCIAL],
        ),
        (
            f'{{"image": {{"@type": "ImageObject", "license": "{CC}/licenses/by/4.0/"}}}}',
            [],
        ),
        ("{not json", []),
        ("[" * 100_000, []),
    ],
    ids=["dataset", "graph", "image", "broken", "deep"],
)
def test_schema_org_licences_of_the_page_but_not_of_its_images(json_ld: str, facts: list[str]) -> None:
    taken = snapshot(seen(Role.PAGE, page(), reading(json_ld=(json_ld,))))
    assert [one.fact for one in licence.read(taken)] == facts
