"""The dossier: what a reviewer finds in it, in both languages, and what happens where none can be made."""

import sys
from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from checker.paper import Press
from checker.report import dossier
from checker.web import pages, security
from checker.words import Role

from .conftest import ROOT
from .kept import AUTOMATED, EXHIBITS, LONG, PROHIBITED, House

PATHS = {"fr": "/fr/rapport/{}/dossier.pdf", "en": "/en/report/{}/dossier.pdf"}
MISSING = Press(command=(sys.executable, "-c", "raise SystemExit(3)"))


def text_of(pdf: bytes) -> str:
    whole = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(whole.split())


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "fr",
            (
                "Preuve de diligence",
                "À ne pas faire",
                "Accord préalable requis",
                "document 4, Conditions pour les développeurs – Le site refuse de nous servir cette page (erreur 403).",
                "Aide à la décision, pas un avis juridique.",
                "Délégué à la protection des données (DPO)",
                "ligne qui décide",
                "Nous nous sommes arrêtés après douze demandes au site.",
            ),
        ),
        (
            "en",
            (
                "Proof of diligence",
                "Don’t do this",
                "Consent needed first",
                "document 4, Developer terms – The site refuses to serve us this page (error 403).",
                "A decision aid, not a legal opinion.",
                "Data protection officer (DPO)",
                "deciding line",
                "We stopped after twelve requests to the site.",
            ),
        ),
    ],
)
def test_the_dossier_holds_what_a_reviewer_needs(
    reader: FlaskClient, lang: str, words: tuple[str, ...]
) -> None:
    answer = reader.get(PATHS[lang].format("chk_prohibited"))
    assert (answer.status_code, answer.content_type) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="garde-fou-reseau-pro.example-2026-11-24.pdf"'
    )
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    text = text_of(answer.data)
    for word in words:
        assert word in text
    assert AUTOMATED.quote in text
    assert "Disallow: /in/" in text
    assert "2026.11-4f1c9a" in text
    assert "snp_abc" in text
    for exhibit in EXHIBITS:
        assert exhibit.url in text
        assert exhibit.page is None or exhibit.page.sha256 in text
    read = PdfReader(BytesIO(answer.data))
    assert read.trailer["/Root"]["/Lang"] == lang


def test_a_hostile_site_stays_text_and_is_cut(reader: FlaskClient, house: House) -> None:
    report = PROHIBITED.report
    assert report is not None
    page = report.snapshot.exhibits[2]
    assert page.reading is not None
    hostile = replace(
        page, reading=replace(page.reading, title="</title><script>x()</script>\u202e<b>" + "é" * 5000)
    )
    seen = replace(report.snapshot, exhibits=(*EXHIBITS[:2], hostile, EXHIBITS[3]))
    house.checks.kept["chk_hostile"] = replace(
        PROHIBITED, id="chk_hostile", report=replace(report, snapshot=seen)
    )
    text = text_of(reader.get(PATHS["fr"].format("chk_hostile")).data).replace(" ", "")
    assert "</title><script>x()</script>[U+202E]<b>" in text
    assert "é" * 20 in text
    assert "é" * 130 not in text
    assert "[…]" in text


def test_many_passages_are_cut_and_counted() -> None:
    report = LONG.report
    assert report is not None
    one = report.findings.clauses[0]
    many = replace(
        report.findings, clauses=tuple(replace(one, start=number, end=number + 1) for number in range(72))
    )
    made = dossier(replace(LONG, report=replace(report, findings=many)), ())
    assert (len(made.quotes), made.unquoted) == (40, 32)


def test_every_answer_of_the_use_is_told(house: House) -> None:
    made = dossier(PROHIBITED, house.fields)
    told = {name.en: answer.en for name, answer in made.answers}
    assert told["channel"] == "e-mail"
    assert len(made.answers) == sum(bool(field.words) for field in house.fields)


def test_supplied_documents_are_labelled(house: House) -> None:
    report = PROHIBITED.report
    assert report is not None
    given = replace(EXHIBITS[2], role=Role.SUPPLIED, found_by="pasted_text")
    seen = replace(report.snapshot, exhibits=(*EXHIBITS[:2], given))
    made = dossier(replace(PROHIBITED, report=replace(report, snapshot=seen)), ())
    note = made.seen[2].note
    assert note is not None
    assert note.en == (
        "This text comes from you: we did not read it on the site and cannot vouch that it stands there."
    )
    assert made.seen[1].note is None


def test_a_check_without_a_report_leads_to_its_page(reader: FlaskClient) -> None:
    answer = reader.get(PATHS["fr"].format("chk_running"))
    assert (answer.status_code, answer.location) == (302, "/fr/rapport/chk_running")
    assert reader.get(PATHS["fr"].format("chk_none")).status_code == 404


@pytest.mark.parametrize(("lang", "words"), [("fr", "Pas de PDF pour l’instant"), ("en", "No PDF for now")])
def test_without_the_library_a_page_says_how_to_print(house: House, lang: str, words: str) -> None:
    app = Flask("bare", root_path=str(ROOT))
    security.register(app)
    app.register_blueprint(pages.build(house, MISSING))
    answer = app.test_client().get(PATHS[lang].format("chk_prohibited"))
    assert answer.status_code == 503
    assert words in answer.text
    assert "WeasyPrint" in answer.text


def test_the_api_gives_the_dossier_in_either_language(client: FlaskClient) -> None:
    made = client.post("/api/v1/checks", json={"url": "https://reseau-pro.example/in/x", "wait": 20}).json
    place = f"/api/v1/checks/{made['id']}/dossier"
    assert "Preuve de diligence" in text_of(client.get(place).data)
    english = client.get(place + "?lang=en", headers={"Accept-Language": "fr"})
    assert "Proof of diligence" in text_of(english.data)
    wrong = client.get(place + "?lang=de")
    assert (wrong.status_code, wrong.json["code"]) == (422, "unknown_language")
    assert client.get("/api/v1/checks/chk_none/dossier").status_code == 404
