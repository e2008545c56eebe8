"""The twelve training cases again, typed into the form and sent to the API, before sites that are really read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from law_samples import reasons
from test_law_cases import CASES, CLASSIFIEDS, CONSUMER, DIRECTORY, NETWORK, READY, SILENT, Case

from checker.model import Verdict
from checker.report import LEVELS
from checker.settings import Settings
from tests.loopback import PLENTY, app_on, serving

FOOTER = '<footer><a href="/cgu">Conditions générales d’utilisation</a></footer>'
HOME = f'<html lang="fr"><body><main><h1>Bienvenue</h1><p>Des annonces près de chez vous.</p></main>{FOOTER}'
SECTIONS = {
    "Objet": "Les présentes conditions générales d’utilisation régissent l’accès au site et ses services.",
    "Compte": "L’utilisateur garde son mot de passe secret. Il répond de ce qui est fait avec son compte.",
    "Responsabilité": "L’éditeur met en œuvre les moyens utiles à la disponibilité du service.",
    "Droit applicable": "Les présentes conditions sont soumises au droit français et aux tribunaux de Lyon.",
}
BAN = (
    "L’extraction de tout ou partie du contenu de la base de données du site, "
    "quel qu’en soit le moyen, est interdite."
)
HOSTS = {
    "annonces.fr": ("User-agent: *\nDisallow: /compte/\n", SECTIONS | {"Base de données": BAN}),
    "artisans.fr": ("User-agent: *\nDisallow: /annuaire/\n", SECTIONS),
}
SITES = (
    (SILENT, "https://boutique-calme.example/"),
    (NETWORK, "https://reseau-pro.example/in/camille-martin"),
    (CLASSIFIEDS, "http://annonces.fr/vendeurs/lyon"),
    (DIRECTORY, "http://artisans.fr/annuaire/plombiers"),
)


def _terms(sections: dict[str, str]) -> str:
    parts = "".join(f"<h2>{title}</h2><p>{text}</p>" for title, text in sections.items())
    return f'<html lang="fr"><body><main><h1>Conditions générales d’utilisation</h1>{parts}</main></body>'


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    with serving() as web:
        for host, (robots, sections) in HOSTS.items():
            web.page(f"http://{host}/robots.txt", robots, type="text/plain")
            web.page(f"http://{host}/", HOME)
            web.page(f"http://{host}/vendeurs/lyon", HOME)
            web.page(f"http://{host}/cgu", _terms(sections))
        settings = Settings(instance_path=Path(tmp_path_factory.mktemp("cases")), **PLENTY)
        with app_on(web, settings) as one:
            yield one


def site_of(case: Case) -> str:
    return next(url for found, url in SITES if found is case.found)


def words_of(case: Case) -> dict[str, str]:
    return case.words | {"on": case.on.isoformat()}


def by_form(app: Flask, url: str, words: dict[str, str]) -> str:
    """Type a question into the form and give the identifier of its report."""
    sent = app.test_client().post("/fr/verifications", data={"url": url, **words})
    assert sent.status_code == 303, sent.text
    return sent.location.rpartition("/")[2]


def by_api(app: Flask, url: str, words: dict[str, str]) -> dict[str, Any]:
    answer = app.test_client().post("/api/v1/checks", json={"url": url, "purpose": words, "wait": 20})
    assert answer.status_code == 200, answer.text
    assert isinstance(answer.json, dict)
    return answer.json


def judged(app: Flask, check_id: str) -> Verdict:
    report = app.extensions["gardefou"].wait(check_id, 20).report
    assert report is not None
    return report.verdict


def answers_as_stated(case: Case, verdict: Verdict) -> None:
    assert {name: getattr(verdict, name) for name in case.levels} == case.levels
    for rule, reason in case.rules:
        assert reason in reasons(verdict, rule)
    assert verdict.row == (case.row or verdict.row)
    assert verdict.site_state == (case.state or verdict.site_state)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_by_the_form(app: Flask, case: Case) -> None:
    check_id = by_form(app, site_of(case), words_of(case))
    answers_as_stated(case, judged(app, check_id))
    page = app.test_client().get(f"/fr/rapport/{check_id}").text
    word = LEVELS[judged(app, check_id).level].fr
    assert f'data-verdict="{check_id}">{word}</h1>' in page
    for words in case.says:
        assert words in page


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_by_the_api(app: Flask, case: Case) -> None:
    answer = by_api(app, site_of(case), words_of(case))
    verdict = answer["verdict"]
    told = {name: verdict[name]["level"] for name in ("collect", "contact", "keep")}
    told["level"] = verdict["level"]
    assert {name: told[name] for name in case.levels} == case.levels
    assert (verdict["row"], verdict["site_state"]) == (
        case.row or verdict["row"],
        case.state or verdict["site_state"],
    )
    answers_as_stated(case, judged(app, answer["id"]))


NESTOR = {"related_to_profession": "no", "mode": "cnil_b2b"}
SCREENED = READY | CONSUMER | {"channel": "phone", "bloctel_screened": "yes"}


def test_nestor_on_the_day_of_the_decision_gives_the_articles_answer(app: Flask) -> None:
    url = "https://boutique-calme.example/"
    told = judged(app, by_form(app, url, NESTOR | {"on": "2020-12-08"}))
    assert (told.contact, told.row) == ("consent_first", "3")
    assert reasons(told, "R3")["fr.row-3"] == "consent_first"
    lead = next(rule for rule in told.rules if rule.id == "R3").reasons[0]
    assert lead.sources
    # The decision was published in January 2021: nothing later is cited for that day.
    assert not {"S10", "S13", "S14"} & {source.id for source in lead.sources}


def test_a_screened_call_was_conditional_in_2021_and_needs_consent_today(app: Flask) -> None:
    url = "https://boutique-calme.example/"
    then = by_api(app, url, SCREENED | {"on": "2021-06-01"})
    assert (then["verdict"]["level"], then["on"]) == ("conditional", "2021-06-01")
    client = app.test_client()
    moved = client.post(f"/fr/rapport/{then['id']}/usage", data=SCREENED | {"on": "2026-11-24"})
    now = moved.location.rpartition("/")[2]
    assert now != then["id"]
    assert judged(app, now).level == "consent_first"
    # The same snapshot, judged on two days.
    kept = app.extensions["gardefou"].checks
    assert kept.get(now).report.snapshot.id == kept.get(then["id"]).report.snapshot.id
    assert "selon le droit du 1er juin 2021" in client.get(f"/fr/rapport/{then['id']}").text
