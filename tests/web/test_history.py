"""Answers over time, and a stored copy that says that the site changed since."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from checker.model import Check
from checker.report import Answered, changed_since, history
from checker.store.records import Past
from checker.words import Level

from .kept import AT, EXHIBITS, PROHIBITED, TERMS_URL, House, page

LATER = datetime(2026, 12, 1, 17, 42, tzinfo=UTC)


def answered(day: int, level: Level, *, is_own: bool = False) -> Answered:
    return Answered(at=AT + timedelta(days=day), level=level, edition="e1", is_own=is_own)


def test_points_are_in_order_and_changes_are_counted() -> None:
    told = history(
        [
            answered(2, Level.PROHIBITED),
            answered(0, Level.CONDITIONAL, is_own=True),
            answered(1, Level.CONDITIONAL),
        ]
    )
    assert [point.place for point in told.points] == [1, 1, 4]
    assert told.changes == 1
    assert [point.before.en if point.before else "" for point in told.points] == [
        "",
        "",
        "Possible, with conditions",
    ]


def test_only_the_newest_are_drawn() -> None:
    told = history([answered(day, Level.PERMITTED) for day in range(14)])
    assert (len(told.points), len(told.drawn), told.drawn[0].at) == (14, 10, AT + timedelta(days=4))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/fr/rapport/chk_prohibited/historique", ("La réponse a changé 1\u00a0fois.", "1er décembre 2026")),
        ("/en/report/chk_prohibited/history", ("The answer changed 1 time.", "1 December 2026")),
    ],
)
def test_the_page_shows_days_of_others_and_no_hour(
    reader: FlaskClient, house: House, path: str, words: tuple[str, ...]
) -> None:
    house.checks.past = (Past(at=LATER, level=Level.CONDITIONAL, edition="2026.12"),)
    answer = reader.get(path)
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    for word in words:
        assert word.replace("\u00a0", " ") in answer.text.replace("\u00a0", " ")
    assert '<svg viewBox="0 0 340 220"' in answer.text
    assert "17:42" not in answer.text
    assert '<time datetime="2026-12-01">' in answer.text


def test_one_answer_alone_needs_no_picture(reader: FlaskClient) -> None:
    page = reader.get("/en/report/chk_prohibited/history").text
    assert "The answer has not changed so far." in page
    assert "<figure" not in page
    assert reader.get("/en/report/chk_running/history").status_code == 404


def visited(body: str) -> Check:
    report = PROHIBITED.report
    assert report is not None
    came = replace(page(TERMS_URL, body), taken_at=LATER)
    seen = replace(report.snapshot, exhibits=(*EXHIBITS[:2], replace(EXHIBITS[2], page=came)))
    return replace(PROHIBITED, id="chk_new", report=replace(report, snapshot=seen))


def test_a_copy_says_that_the_site_changed_since(reader: FlaskClient, house: House) -> None:
    house.checks.visited = visited("<p>Tout est permis.</p>")
    changed = reader.get("/fr/rapport/chk_prohibited/document/2").text
    assert "Le site a changé depuis\u00a0:" in changed
    assert "1er décembre 2026" in changed
    assert "chk_new" not in changed
    unchanged = reader.get("/fr/rapport/chk_prohibited/document/1").text
    assert "Le site a changé depuis" not in unchanged
    assert 'name="fresh" value="1"' in unchanged


def test_a_report_says_beside_its_proof_that_the_site_changed_since(
    reader: FlaskClient, house: House
) -> None:
    before = reader.get("/en/report/chk_prohibited").text
    assert "The site has changed since:" not in before
    house.checks.visited = visited("<p>Tout est permis.</p>")
    proof = (
        reader.get("/en/report/chk_prohibited").text.partition('class="proof"')[2].partition("</section>")[0]
    )
    assert "The site has changed since:" in proof
    assert "a check of 1 December 2026 read another text here." in proof


def test_the_same_bytes_and_what_could_not_be_read_are_no_change() -> None:
    assert changed_since(EXHIBITS[2], PROHIBITED) is None
    assert changed_since(EXHIBITS[3], visited("autre")) is None
    assert changed_since(EXHIBITS[2], visited("autre")) == LATER


def test_the_store_tells_the_same_question_to_each_report(client: FlaskClient) -> None:
    ask = {"url": "gazette.example/histoire", "wait": 20, "max_age": 0}
    first, second = (str(client.post("/api/v1/checks", json=ask).json["id"]) for _ in range(2))
    page = client.get(f"/en/report/{first}/history").text
    assert page.count("this report") == 1
    assert page.count("another check of the same question") == 1
    assert second not in page
    places = re.findall(rf"/en/report/{first}/document/\d+", client.get(f"/en/report/{first}").text)
    copies = client.get(places[0])
    assert copies.status_code == 200
    assert "The site has changed since:" not in copies.text
    beside = client.get(f"/en/compare?c={first}&c={second}")
    assert beside.text.count('class="badge level-') == 2
