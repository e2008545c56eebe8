"""The way out on the pages: what the register knows, four ways to hand terms over, and what is refused."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from supplied_samples import ENGLISH, FRENCH, RECIPE, TURKISH, markup, scan, word

from checker.web.bookmarklet import bookmarklet

from .kept import PROHIBITED, UNDETERMINED, House

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def unread(client: FlaskClient) -> str:
    asked = {"url": "https://vitrine.example/equipe", "wait": 20, "max_age": 0}
    return str(client.post("/api/v1/checks", json=asked).json["id"])


def paste(client: FlaskClient, id: str, text: str, lang: str = "fr", **more: str) -> str:
    road = {"fr": f"/fr/rapport/{id}/documents", "en": f"/en/report/{id}/documents"}[lang]
    answer = client.post(road, data={"way": "pasted_text", "text": text, **more})
    assert answer.status_code == 422
    return unescape(answer.text)


def test_an_unread_report_offers_the_ways_in_order(client: FlaskClient, unread: str) -> None:
    page = unescape(client.get(f"/fr/rapport/{unread}").text)
    offered = [
        "Ce que sait notre registre",
        "Coller le texte",
        "Envoyer un fichier",
        "Donner l’adresse des conditions",
        "Utiliser un signet dans votre navigateur",
    ]
    places = [page.index(words) for words in offered]
    assert places == sorted(places)
    assert '<section class="wide rescue"' in page


def test_a_report_that_read_everything_offers_it_folded(client: FlaskClient) -> None:
    asked = {"url": "https://boutique-calme.example/", "wait": 20}
    id = client.post("/api/v1/checks", json=asked).json["id"]
    page = client.get(f"/en/report/{id}").text
    assert '<details class="wide rescue"' in page
    assert "<summary>Add a document</summary>" in page
    assert "What our register knows" not in page


@pytest.mark.parametrize(
    ("lang", "labels"),
    [
        (
            "fr",
            ["fourni par vous\u00a0: texte collé", "Ce texte vient de vous\u00a0: nous ne l’avons pas lu"],
        ),
        ("en", ["supplied by you: pasted text", "This text comes from you: we did not read it on the site"]),
    ],
)
def test_a_supplied_text_is_labelled(client: FlaskClient, unread: str, lang: str, labels: list[str]) -> None:
    road = {"fr": f"/fr/rapport/{unread}/documents", "en": f"/en/report/{unread}/documents"}[lang]
    report = {"fr": f"/fr/rapport/{unread}", "en": f"/en/report/{unread}"}[lang]
    answer = client.post(road, data={"way": "pasted_text", "text": FRENCH})
    assert (answer.status_code, answer.location) == (303, f"{report}#verdict")
    page = unescape(client.get(report).text)
    assert [label for label in labels if label not in page] == []
    assert page.count(labels[0]) >= 2
    assert 'id="verdict"' in page
    assert {"fr": "À ne pas faire", "en": "Don’t do this"}[lang] in page


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("conditions.txt", FRENCH.encode()),
        ("conditions.txt", FRENCH.encode("cp1252", "replace")),
        ("terms.html", markup(ENGLISH).encode()),
        ("terms.docx", word(ENGLISH)),
    ],
)
def test_a_file_of_each_type_is_read(client: FlaskClient, unread: str, name: str, body: bytes) -> None:
    sent = {"way": "uploaded_file", "file": (BytesIO(body), name)}
    answer = client.post(f"/fr/rapport/{unread}/documents", data=sent)
    assert answer.status_code == 303
    page = unescape(client.get(f"/fr/rapport/{unread}").text)
    assert "fourni par vous\u00a0: fichier" in page
    assert "À ne pas faire" in page


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        (
            RECIPE,
            "Ce texte n’a pas l’air d’être des conditions",
            "This text does not look like terms of use.",
        ),
        (" ", "Ce document est vide", "This document is empty"),
        (TURKISH, "Nous ne savons pas encore lire cette langue.", "We cannot read this language yet."),
    ],
)
def test_a_text_that_cannot_be_used_is_refused_in_words_and_kept(
    client: FlaskClient, unread: str, text: str, french: str, english: str
) -> None:
    for lang, sentence in (("fr", french), ("en", english)):
        page = paste(client, unread, text, lang, address="https://vitrine.example/cgu")
        assert sentence in page
        kept = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
        assert kept is not None
        assert kept[1].strip() == text.strip()
        assert 'value="https://vitrine.example/cgu"' in page
        assert 'aria-describedby="fault-pasted_text"' in page
    assert client.get(f"/api/v1/checks/{unread}").json["revision"] == 1


@pytest.mark.parametrize(
    ("name", "body", "french", "english"),
    [
        ("scan.pdf", scan(), "Ce PDF est une image", "This PDF is an image"),
        (
            "photo.png",
            b"\x89PNG\r\n\x1a\n\x00\x00",
            "Ce fichier n’est pas un document",
            "This file is not a document",
        ),
        ("vide.txt", b"", "Ce document est vide", "This document is empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    client: FlaskClient, unread: str, name: str, body: bytes, french: str, english: str
) -> None:
    roads = {f"/fr/rapport/{unread}/documents": french, f"/en/report/{unread}/documents": english}
    for road, sentence in roads.items():
        answer = client.post(road, data={"way": "uploaded_file", "file": (BytesIO(body), name)})
        assert answer.status_code == 422
        assert sentence in unescape(answer.text)
        assert re.search(
            r'<details class="way"\s+open>\s*<summary>(Envoyer un fichier|Upload a file)', answer.text
        )


@pytest.mark.parametrize(
    ("road", "sentence"),
    [
        ("/fr/rapport/{id}/documents", "Ce document dépasse 10 Mo."),
        ("/en/report/{id}/documents", "This document is larger than 10 MB."),
        ("/fr/recevoir/texte", "Ce document dépasse 10 Mo."),
    ],
)
def test_more_than_ten_megabytes_are_refused_in_words(
    client: FlaskClient, unread: str, road: str, sentence: str
) -> None:
    kind = "application/x-www-form-urlencoded"
    answer = client.post(road.format(id=unread), data=b"text=" + b"x" * (11 << 20), content_type=kind)
    assert answer.status_code == 422
    assert sentence in answer.text


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "Saisissez l’adresse d’une page"),
        ("http://127.0.0.1/", "Saisissez le nom d’un site, pas une adresse numérique (IP)."),
        ("https://forteresse.example/cgu", "robots.txt nous interdit cette page."),
        ("https://vitrine.example/cgu", "Cette page n’existe pas (erreur 404)."),
    ],
)
def test_an_address_that_gives_nothing_says_why(
    client: FlaskClient, unread: str, url: str, sentence: str
) -> None:
    sent = client.post(f"/fr/rapport/{unread}/documents", data={"way": "given_address", "url": url})
    assert sent.status_code == 422
    assert sentence in unescape(sent.text)
    assert f'value="{url}"' in sent.text


def test_another_site_may_not_hand_anything_over(client: FlaskClient, unread: str) -> None:
    for road in (f"/fr/rapport/{unread}/documents", "/fr/recevoir/texte"):
        sent = client.post(road, data={"text": ENGLISH}, headers={"Sec-Fetch-Site": "cross-site"})
        assert sent.status_code == 403
    assert client.get(f"/api/v1/checks/{unread}").json["revision"] == 1


def test_only_the_receiving_page_stays_in_touch_with_its_opener(client: FlaskClient) -> None:
    opener = "Cross-Origin-Opener-Policy"
    assert client.get("/fr/recevoir").headers[opener] == "unsafe-none"
    assert client.get("/en/receive").headers[opener] == "unsafe-none"
    assert client.get("/fr/").headers[opener] == "same-origin"
    again = client.post("/fr/recevoir/texte", data={"address": "vitrine.example", "text": RECIPE})
    assert (again.status_code, again.headers[opener]) == (422, "same-origin")


def test_a_received_text_starts_a_check_of_its_address(client: FlaskClient) -> None:
    sent = {"address": "https://vitrine.example/conditions", "text": ENGLISH, "check": ""}
    answer = client.post("/en/receive/text", data=sent)
    assert answer.status_code == 303
    id = answer.location.removeprefix("/en/report/").removesuffix("#verdict")
    check = client.get(f"/api/v1/checks/{id}").json
    assert (check["url"], check["revision"]) == ("https://vitrine.example/conditions", 2)
    assert [one["found_by"] for one in check["documents"] if one["found_by"] == "bookmarklet"] == [
        "bookmarklet"
    ]
    assert check["verdict"]["level"] == "prohibited"


def test_a_received_text_joins_the_report_it_is_for(client: FlaskClient, unread: str) -> None:
    sent = {"address": "https://vitrine.example/cgu", "text": ENGLISH, "check": unread}
    answer = client.post("/fr/recevoir/texte", data=sent)
    assert answer.location == f"/fr/rapport/{unread}#verdict"
    assert client.get(f"/api/v1/checks/{unread}").json["revision"] == 2


def test_a_received_text_that_cannot_be_used_stays_in_its_field(client: FlaskClient) -> None:
    sent = {"address": "https://vitrine.example/", "text": "<script>alert(1)</script> bonjour", "check": ""}
    answer = client.post("/fr/recevoir/texte", data=sent)
    assert answer.status_code == 422
    assert "&lt;script&gt;alert(1)&lt;/script&gt; bonjour</textarea>" in answer.text
    assert "<script>alert" not in answer.text


def test_a_text_for_a_report_that_is_gone_is_kept(client: FlaskClient) -> None:
    sent = {"address": "https://vitrine.example/", "text": ENGLISH, "check": "chk_gone"}
    answer = client.post("/fr/recevoir/texte", data=sent)
    assert answer.status_code == 422
    assert "Ce rapport n’est plus conservé." in answer.text
    assert "You agree not to use robots" in answer.text


def test_the_bookmarklet_is_one_link_without_a_secret(client: FlaskClient, unread: str) -> None:
    page = client.get(f"/fr/rapport/{unread}").text
    found = re.search(r'href="(javascript:[^"]+)"', page)
    assert found is not None
    code = unquote(unescape(found[1]))
    assert "const o='http://localhost',w=open(o+'/fr/recevoir')" in code
    assert unread not in code
    assert bookmarklet("https://garde-fou.example:8443/", "/en/receive").startswith(
        "javascript:(()=>{const%20o='https://garde-fou.example:8443',w=open(o%2B'/en/receive')"
    )


def test_the_script_asks_for_nothing_and_writes_text_only() -> None:
    script = (ROOT / "static" / "js" / "rescue.js").read_text(encoding="utf-8")
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|fetch\(|\.submit\(", script
    )


def test_the_register_is_shown_with_sections_and_dates(reader: FlaskClient, house: House) -> None:
    check = UNDETERMINED
    target = replace(check.request.target, host="www.linkedin.com", url="https://www.linkedin.com/in/x")
    linked = replace(check, id="chk_linked", request=replace(check.request, target=target))
    house.checks.kept[linked.id] = linked
    page = re.sub(r"\s+", " ", unescape(reader.get("/fr/rapport/chk_linked").text))
    assert "Accès automatisé – interdit" in page
    assert 'href="https://www.linkedin.com/legal/user-agreement"' in page
    assert "section 8.2.2, d’après notre registre, lu le 24 novembre 2026" in page
    english = re.sub(r"\s+", " ", unescape(reader.get("/en/report/chk_linked").text))
    assert "section 8.2.2, from our register, read on 24 November 2026" in english


def test_an_address_that_nobody_looked_up_is_said_to_be_unverified(reader: FlaskClient, house: House) -> None:
    target = replace(
        UNDETERMINED.request.target, host="www.leboncoin.fr", url="https://www.leboncoin.fr/ad/1"
    )
    check = replace(UNDETERMINED, id="chk_usual", request=replace(UNDETERMINED.request, target=target))
    house.checks.kept[check.id] = check
    page = re.sub(r"\s+", " ", unescape(reader.get("/fr/rapport/chk_usual").text))
    assert "Conditions d’utilisation, adresse habituelle, non vérifiée" in page
    assert "notre registre n’a pas de conditions pour ce site" not in page


def test_a_read_site_says_nothing_of_the_register(reader: FlaskClient) -> None:
    assert "notre registre" not in reader.get(f"/fr/rapport/{PROHIBITED.id}").text
