"""What to do instead: its page, the documents as pages and as files, and the same by the API."""

import re

import pytest
from flask.testing import FlaskClient

SITE = "https://reseau-pro.example/in/camille-martin"
PATHS = {"fr": ("/fr/rapport/{id}", "que-faire"), "en": ("/en/report/{id}", "next-steps")}
MODELS = (
    "permission-request",
    "consent-form",
    "article-14-notice",
    "opt-out-wording",
    "objection-register",
    "retention-schedule",
    "processor-checklist",
    "processing-record",
    "dpia-screening",
)


@pytest.fixture
def check(client: FlaskClient) -> str:
    answer = client.post("/api/v1/checks", json={"url": SITE, "wait": 20})
    assert answer.json is not None
    return str(answer.json["id"])


def place(lang: str, check: str, *more: str) -> str:
    report, steps = PATHS[lang]
    return "/".join((report.format(id=check), steps, *more))


@pytest.mark.parametrize(
    ("lang", "title"), [("fr", "Que faire à la place\u00a0?"), ("en", "What to do instead")]
)
def test_the_verdict_leads_to_the_next_steps(client: FlaskClient, check: str, lang: str, title: str) -> None:
    report = client.get(PATHS[lang][0].format(id=check)).text
    verdict = report[report.index('class="verdict') : report.index("</section>")]
    assert re.search(rf'class="go"\s+href="{place(lang, check)}">\s*{re.escape(title)}', verdict)
    page = client.get(place(lang, check))
    assert re.search(rf"<h1>\s*{re.escape(title)}\s*</h1>", page.text)
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert f'href="{place("en" if lang == "fr" else "fr", check)}"' in page.text


def test_a_use_that_is_possible_says_what_to_do_now(client: FlaskClient) -> None:
    purpose = {"recipient": "organisation", "address": "generic"}
    made = client.post(
        "/api/v1/checks", json={"url": "boutique-calme.example", "purpose": purpose, "wait": 20}
    )
    assert "Que faire maintenant\u00a0?" in client.get(f"/fr/rapport/{made.json['id']}").text


def test_general_knowledge_is_marked_and_links_leave_quietly(client: FlaskClient, check: str) -> None:
    page = client.get(place("fr", check)).text
    for host in ("www.sirene.fr", "data.inpi.fr", "annuaire-entreprises.data.gouv.fr"):
        assert f'<a href="https://{host}/" rel="noopener noreferrer nofollow ugc">' in page
    assert page.count("connaissance générale, à vérifier") == 3


def test_every_document_has_a_page_with_its_text_to_edit(client: FlaskClient, check: str) -> None:
    for lang, notice in (("fr", "modèle, à faire relire"), ("en", "model, have it reviewed")):
        for name in MODELS:
            assert place(lang, check, name) in client.get(place(lang, check)).text
            page = client.get(place(lang, check, name)).text
            assert f'<strong class="tag warn">{notice}</strong>' in page
            area = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.S)
            assert area is not None
            assert {"fr": "[À COMPLÉTER\u00a0: ", "en": "[TO COMPLETE: "}[lang] in area[1]
            assert "readonly" not in area[0].partition(">")[0]
            assert 'class="sources"' in page


def test_every_document_is_a_file_to_keep(client: FlaskClient, check: str) -> None:
    for lang, last in (("fr", "fichier"), ("en", "file")):
        for name in MODELS:
            answer = client.get(place(lang, check, name, last))
            assert answer.content_type == "text/plain; charset=utf-8"
            expected = f'attachment; filename="garde-fou-{name}-{lang}.txt"'
            assert answer.headers["Content-Disposition"] == expected
            assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
            assert f"{PATHS[lang][0].format(id=check)}\n" in answer.text


@pytest.mark.parametrize("name", ["nothing", "permission-request.txt", "..%2Fletters"])
def test_an_unknown_document_is_not_found(client: FlaskClient, check: str, name: str) -> None:
    assert client.get(place("fr", check, name)).status_code == 404
    assert client.get(f"/api/v1/checks/{check}/models/{name}").status_code == 404


def test_the_api_gives_the_same_steps_and_texts(client: FlaskClient, check: str) -> None:
    answer = client.get(f"/api/v1/checks/{check}/next-steps").json
    assert answer["level"] == "prohibited"
    steps = {step["id"]: step for step in answer["steps"]}
    assert steps["ask-permission"]["models"] == ["permission-request"]
    assert steps["ask-permission"]["passages"][0]["url"].startswith("https://reseau-pro.example/")
    assert {pointer["mark"] for pointer in steps["open-data"]["pointers"]} == {"general_knowledge"}
    assert {model["name"] for model in answer["models"]} == set(MODELS)
    for model in answer["models"]:
        for lang, last in (("fr", "fichier"), ("en", "file")):
            one = client.get(model["address"], query_string={"language": lang}).json
            file = client.get(place(lang, check, model["name"], last)).text
            assert one["text"] == file
            assert one["notice"]["fr"] == "modèle, à faire relire"
            assert one["sources"]


def test_the_api_refuses_other_languages_and_unknown_checks(client: FlaskClient, check: str) -> None:
    answer = client.get(f"/api/v1/checks/{check}/models/consent-form?language=de")
    assert (answer.status_code, answer.json["errors"][0]["allowed"]) == (422, "fr, en")
    assert client.get("/api/v1/checks/chk_none/next-steps").status_code == 404
    assert client.get("/fr/rapport/chk_none/que-faire").status_code == 404
