"""Sites side by side: the form, the permanent address, what it shows, and what it keeps out."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from checker.errors import BadInput
from checker.model import Check, CheckRequest, Target
from checker.report import comparison

from .kept import CONDITIONAL, FAILED, PROHIBITED, QUEUED, RUNNING, URL, House

TWO = "?c=chk_prohibited&c=chk_conditional"


class Sites(House):
    """A house that knows any address, and gives each its own check."""

    def target(self, typed: str, /) -> Target:
        if typed.startswith("bad:"):
            raise BadInput(typed.removeprefix("bad:"), pointer="/url")
        return Target(url=f"https://{typed}/", host=typed, typed=typed, scheme_given=False)

    def start(self, request: CheckRequest, max_age: int | None) -> Check:
        self.asked.append((request, max_age))
        return replace(RUNNING, id=f"chk_{len(self.asked)}")


@pytest.fixture
def house() -> House:
    return Sites()


@pytest.mark.parametrize(("lang", "path"), [("fr", "/fr/comparer"), ("en", "/en/compare")])
def test_two_sites_lead_to_an_address_that_names_both_checks(
    reader: FlaskClient, house: House, lang: str, path: str
) -> None:
    form = reader.get(path)
    assert len(re.findall(r'name="url"', form.text)) == 4
    action = re.search(r'<form class="card"\s+method="post"\s+action="([^"]+)"', form.text)
    assert action is not None
    sent = {"url": ["a.example", "", "b.example", "a.example"], "channel": "sms"}
    answer = reader.post(action[1], data=sent)
    assert (answer.status_code, answer.location) == (303, f"{path}?c=chk_1&c=chk_2")
    assert [request.target.host for request, _ in house.asked] == ["a.example", "b.example"]
    assert {request.purpose.channel for request, _ in house.asked} == {"sms"}
    assert {age for _, age in house.asked} == {86_400}
    assert reader.get(action[1]).location == path


@pytest.mark.parametrize(
    ("urls", "field", "words"),
    [
        (["a.example"], "url-1", "Enter at least two different addresses."),
        (["a.example", "a.example"], "url-1", "Enter at least two different addresses."),
        (["a.example", "bad:ip_literal"], "url-2", "Enter a site’s name, not a numeric (IP) address."),
    ],
)
def test_a_fault_stands_at_its_field_and_keeps_what_was_typed(
    reader: FlaskClient, house: House, urls: list[str], field: str, words: str
) -> None:
    answer = reader.post("/en/compare/sites", data={"url": urls})
    assert answer.status_code == 422
    assert f'<p class="fault" id="fault-{field}">{words}</p>' in answer.text
    assert f'<a href="#{field}">{words}</a>' in answer.text
    assert f'value="{urls[-1]}"' in answer.text
    assert house.asked == []


def test_a_page_of_another_origin_starts_nothing(reader: FlaskClient, house: House) -> None:
    sent = {"url": ["a.example", "b.example"]}
    answer = reader.post("/en/compare/sites", data=sent, headers={"Origin": "https://evil.example"})
    assert (answer.status_code, house.asked) == (403, [])


def test_the_table_tells_each_site_by_column_and_row(reader: FlaskClient) -> None:
    page = reader.get("/en/compare" + TWO)
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    names = re.findall(r'<th scope="row" role="rowheader">([^<]+)</th>', page.text)
    assert names == [
        "Answer",
        "What the site says",
        "Strongest passage",
        "robots.txt",
        "What the law says about your use",
        "Documents",
        "Next step",
    ]
    assert page.text.count('scope="col" role="columnheader"') == 2
    assert page.text.count('role="cell" class="site-2"') == 7
    assert '<span class="badge level-prohibited">' in page.text
    assert '<span class="badge level-conditional">' in page.text
    assert 'href="/en/report/chk_prohibited/document/2#c1"' in page.text
    assert page.text.count("1 document read out of 2") == 2
    assert 'href="/fr/comparer?c=chk_prohibited&amp;c=chk_conditional"' in page.text
    assert "data-state" not in page.text
    assert "http-equiv" not in page.text


def test_the_page_comes_back_while_a_check_goes_on(reader: FlaskClient) -> None:
    page = reader.get("/en/compare?c=chk_prohibited&c=chk_running&c=chk_queued")
    assert page.headers["Cache-Control"] == "no-store"
    assert 'data-state="/en/report/chk_running/state"' in page.text
    assert '<meta http-equiv="refresh" content="3" />' in page.text
    assert "3 links to terms." in page.text
    assert "Waiting for its turn…" in page.text


@pytest.mark.parametrize(
    "query", ["", "?c=chk_prohibited", "?c=chk_prohibited&c=chk_prohibited", "?c=" + "&c=".join("abcde")]
)
def test_too_few_or_too_many_checks_show_the_form(reader: FlaskClient, query: str) -> None:
    assert "Two to four sites side by side" in reader.get("/en/compare" + query).text


def test_an_unknown_check_is_not_found(reader: FlaskClient) -> None:
    assert reader.get("/en/compare?c=chk_prohibited&c=chk_none").status_code == 404


def test_a_comparison_tells_what_goes_on_and_what_failed() -> None:
    told = comparison([PROHIBITED, FAILED, QUEUED, RUNNING], ())
    assert [one.is_running for one in told.columns] == [False, False, True, True]
    assert (told.waits_for, told.is_over) == ("chk_queued", False)
    assert told.columns[1].why_none is not None
    quote = told.columns[0].quote
    assert quote is not None
    assert "".join(run.text for run in quote.runs).startswith("Utiliser des robots")


def test_different_uses_are_said(house: House) -> None:
    other = replace(CONDITIONAL, request=replace(CONDITIONAL.request, purpose=RUNNING.request.purpose))
    told = comparison([PROHIBITED, other], house.fields)
    assert len(told.uses) == 2
    assert comparison([PROHIBITED, CONDITIONAL], house.fields).uses[0].en.startswith("E-mail")


def test_a_hostile_name_stays_text(reader: FlaskClient, house: House) -> None:
    hostile = replace(PROHIBITED.request.target, host="<b>x</b>\u202e", url=URL)
    house.checks.kept["chk_x"] = replace(
        RUNNING, id="chk_x", request=replace(RUNNING.request, target=hostile)
    )
    page = reader.get("/en/compare?c=chk_x&c=chk_prohibited").text
    assert "&lt;b&gt;x&lt;/b&gt;[U+202E]" in page
    assert "<b>x</b>" not in page
