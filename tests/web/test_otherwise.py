"""What would change the answer, on the report: another day, the other reading, an open question."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

CALL = {"channel": "phone", "recipient": "consumer", "bloctel_screened": "yes"}


def check(client: FlaskClient, url: str = "boutique-calme.example", **purpose: str) -> str:
    answer = client.post("/api/v1/checks", json={"url": url, "purpose": purpose, "wait": 20})
    assert answer.json is not None
    return str(answer.json["id"])


def test_the_law_of_another_day_is_a_date_away_and_shown(client: FlaskClient, app: Flask) -> None:
    first = check(client, **CALL)
    page = client.get(f"/fr/rapport/{first}").text
    assert "et non d’aujourd’hui" not in page
    form = page[page.index('<form class="day-of-law') :]
    hidden = dict(re.findall(r'name="(\w+)" value="(\w+)"', form[: form.index("</form>")]))
    assert CALL.items() <= hidden.items()
    moved = client.post(f"/fr/rapport/{first}/usage", data=hidden | {"on": "2021-06-02"})
    past = client.get(moved.location).text
    assert "Jugé selon le droit du 2 juin 2021, et non d’aujourd’hui." in past
    assert "Bloctel" in past
    back = client.post(f"/fr/rapport/{first}/usage", data=hidden | {"on": "2021-06-02", "today": "1"})
    assert "et non d’aujourd’hui" not in client.get(back.location).text


@pytest.mark.parametrize(
    ("field", "word", "sentence"),
    [
        ("on", "24/11/2026", "Indiquez une date sous la forme année-mois-jour"),
        ("country", "France", "Indiquez les deux lettres d’un pays"),
        ("address", "moon", "Choisissez l’une des réponses proposées."),
    ],
)
def test_a_wrong_answer_is_told_at_its_field(
    client: FlaskClient, field: str, word: str, sentence: str
) -> None:
    answer = client.post(f"/fr/rapport/{check(client)}/usage", data={field: word})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'<a href="#{field}">' in answer.text
    assert re.search(rf'id="{field}"', answer.text)
    typed = client.post("/fr/verifications", data={"url": "boutique-calme.example", field: word})
    assert typed.status_code == 422
    assert f'<a href="#{field}">{sentence[:10]}' in typed.text


def test_both_readings_stand_side_by_side_with_their_reasons(client: FlaskClient) -> None:
    page = client.get(f"/fr/rapport/{check(client, related_to_profession='yes')}").text
    columns = page[page.index('class="reading-columns') : page.index('class="other-reading"')]
    strict, practice = columns.split("<h4>")[1:]
    assert "Lecture stricte de l’article" in strict
    assert "appliquée ici" in strict
    assert "Accord préalable requis" in strict
    assert "Pratique de la CNIL" in practice
    assert "Possible sous conditions" in practice
    assert "appliquée ici" not in practice
    # One sentence speaks for both readings here: it is said once.
    assert "lu strictement, l’accord préalable reste la règle" in columns
    assert columns.count("lu strictement") == 1


def test_readings_that_differ_only_on_contacting_are_shown_too(client: FlaskClient) -> None:
    banned = check(client, "reseau-pro.example/in/camille-martin", related_to_profession="yes")
    page = client.get(f"/en/report/{banned}").text
    columns = page[page.index('class="reading-columns') : page.index('class="other-reading"')]
    assert columns.count("Don’t do this") == 2
    assert re.findall(r"Contacting people: <strong>([^<]+)<", columns) == [
        "Consent needed first",
        "Possible, with conditions",
    ]


def test_readings_that_agree_are_not_repeated(client: FlaskClient) -> None:
    page = client.get(f"/fr/rapport/{check(client, recipient='consumer')}").text
    assert "reading-columns" not in page


def test_open_questions_tell_what_each_answer_would_change(client: FlaskClient) -> None:
    page = client.get(f"/fr/rapport/{check(client)}").text
    unknowns = page[page.index('class="unknowns"') :]
    opposed = unknowns[unknowns.index("opposées") :].partition("</ul>")[0]
    assert re.findall(r"(Oui|Non) → <strong>([^<]+)<", opposed) == [
        ("Oui", "À ne pas faire"),
        ("Non", "Accord préalable requis"),
    ]
    assert "À elle seule, cette réponse ne change rien." in unknowns
    assert re.search(r'href="/fr/rapport/[^/]+/questions"', unknowns)


def test_every_field_of_a_purpose_can_be_changed_on_the_report_and_on_the_form(client: FlaskClient) -> None:
    rules = client.get("/api/v1/rules").json
    names = {one["name"] for one in rules["purpose"]}
    for page in (client.get(f"/fr/rapport/{check(client)}").text, client.get("/fr/").text):
        form = page[page.index('class="card') :].partition("</form>")[0]
        assert set(re.findall(r'<(?:input|select)[^>]*\sname="(\w+)"', form)) - {"url"} == names
