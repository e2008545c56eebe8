"""The interview by forms alone: one question at a time, stopped once the answer is settled, nothing kept."""

import re
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient

from checker.model import Purpose


@dataclass
class Reader:
    """Somebody who fills in forms without JavaScript or cookies."""

    client: FlaskClient
    page: str = ""
    report: str = ""
    names: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page = self.client.get(path).text

    @property
    def question(self) -> str:
        return re.findall(r'name="question" value="([^"]*)"', self.page)[0]

    def send(self, do: str, word: str = "") -> int:
        action = re.findall(r'action="([^"]*questions/[^"]*)"', self.page)[0]
        data = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.page)) | {
            "do": do
        }
        self.names.append(data["question"])
        if word:
            data[data["question"]] = word
        answer = self.client.post(action, data=data)
        assert "Set-Cookie" not in answer.headers
        if answer.status_code == 303:
            self.report = answer.location.partition("#")[0].rpartition("/")[2]
        self.page = answer.text
        return answer.status_code


def check(client: FlaskClient, url: str, **purpose: str) -> str:
    answer = client.post("/api/v1/checks", json={"url": url, "purpose": purpose, "wait": 20})
    assert answer.json is not None
    return str(answer.json["id"])


def purpose_of(app: Flask, check_id: str) -> Purpose:
    report = app.extensions["gardefou"].checks.get(check_id).report
    assert report is not None
    return report.purpose


@pytest.fixture
def reader(client: FlaskClient) -> Reader:
    return Reader(client)


def start(reader: Reader, check_id: str) -> None:
    reader.open(f"/fr/rapport/{check_id}/questions")


def test_a_ban_is_settled_by_one_answer(reader: Reader, app: Flask) -> None:
    first = check(reader.client, "reseau-pro.example/in/camille-martin")
    start(reader, first)
    assert reader.question == "origin"
    assert reader.send("answer", "this_site") == 303
    # The answer is what the report already said: it is the same report.
    assert reader.report == first


def test_a_new_answer_gives_a_new_report_with_it(reader: Reader, app: Flask) -> None:
    first = check(reader.client, "reseau-pro.example/in/camille-martin")
    start(reader, first)
    while reader.question:
        given = {"origin": "bought", "origin_checked": "no"}.get(reader.question)
        if reader.send("answer" if given else "skip", given or "") == 303:
            break
    assert reader.report != first
    assert (purpose_of(app, reader.report).origin, purpose_of(app, reader.report).origin_checked) == (
        "bought",
        "no",
    )
    assert reader.names == ["origin", "origin_checked"]


def test_only_questions_that_matter_are_asked_and_it_ends(reader: Reader, app: Flask) -> None:
    start(reader, check(reader.client, "boutique-calme.example", recipient="consumer"))
    for _ in range(30):
        if reader.send("skip") == 303:
            break
    assert "related_to_profession" not in reader.names
    assert "bloctel_screened" not in reader.names
    assert "consent_proven" in reader.names
    assert len(reader.names) == len(set(reader.names)) < 15


def test_each_answer_tells_where_it_leads(reader: Reader) -> None:
    start(reader, check(reader.client, "boutique-calme.example", objected="no", origin="given"))
    while reader.question != "consent_proven":
        assert reader.send("skip") == 200
    told = dict(
        re.findall(r'value="(\w+)"\s+/>\s*<span>[^<]*</span>\s*<span class="outcome">→ ([^<]*)<', reader.page)
    )
    assert told["yes"] == "Possible sous conditions"
    assert told["no"] == "Accord préalable requis"
    assert "unknown" not in told


def test_an_answer_can_be_taken_back(reader: Reader) -> None:
    start(reader, check(reader.client, "boutique-calme.example"))
    first = reader.question
    assert 'value="back"' not in reader.page
    assert reader.send("answer", "given") == 200
    second = reader.question
    assert second != first
    assert reader.send("back") == 200
    assert reader.question == first
    assert re.search(r'value="given"\s+checked', reader.page)


def test_one_can_stop_at_any_question(reader: Reader, app: Flask) -> None:
    start(reader, check(reader.client, "boutique-calme.example"))
    assert reader.send("answer", "given") == 200
    assert reader.send("finish") == 303
    assert purpose_of(app, reader.report).origin == "given"


def test_no_answer_is_told_at_the_question(reader: Reader) -> None:
    start(reader, check(reader.client, "boutique-calme.example"))
    while reader.question != "account_used":
        reader.send("skip")
    assert reader.send("answer") == 422
    assert reader.question == "account_used"
    assert "Choisissez une réponse, ou passez la question." in reader.page
    assert 'aria-describedby="fault-answer"' in reader.page


def test_the_other_language_keeps_the_answers(reader: Reader) -> None:
    start(reader, check(reader.client, "boutique-calme.example"))
    reader.send("answer", "bought")
    before, there = reader.question, re.findall(r'href="(/en/report/[^"]*questions[^"]*)"', reader.page)[0]
    reader.open(there.replace("&amp;", "&"))
    assert reader.question == before
    assert "Question 2" in reader.page
    assert re.search(r'name="origin" value="bought"', reader.page)


def test_nothing_is_asked_once_all_is_settled(reader: Reader) -> None:
    settled = check(reader.client, "boutique-calme.example", objected="yes")
    reader.open(f"/en/report/{settled}/questions")
    assert "Nothing left to ask" in reader.page


def test_a_foreign_page_and_a_foreign_word_are_refused(reader: Reader) -> None:
    first = check(reader.client, "boutique-calme.example")
    path = f"/fr/rapport/{first}/questions/suite"
    assert reader.client.post(path, headers={"Origin": "https://evil.example"}).status_code == 403
    wrong = {"question": "origin", "origin": "stolen", "do": "answer"}
    assert reader.client.post(path, data=wrong).status_code == 400
    assert reader.client.get(path).status_code == 302


def test_the_law_of_the_reports_day_decides_what_is_asked(reader: Reader) -> None:
    words = {"channel": "phone", "recipient": "consumer"}
    start(reader, check(reader.client, "boutique-calme.example", **words, on="2021-06-01"))
    while reader.send("skip") == 200:
        pass
    assert "bloctel_screened" in reader.names
