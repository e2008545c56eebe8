"""A site that asked not to be visited: nothing reaches it, and the report says so and offers another way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from checker.data.opt_out_files import load_opt_out
from checker.errors import BadData, BadInput
from checker.settings import Settings
from tests.loopback import Web, app_on, ask, shown

HOME = '<html lang="en"><body><h1>Shop</h1><p>Nice.</p><a href="{}">Terms of use</a></body></html>'
FR = "Ce site nous a demandé de ne pas le visiter."
EN = "This site asked us not to visit it."


@pytest.fixture
def app(web: Web, tmp_path: Path) -> Iterator[Flask]:
    web.asked.clear()
    own = tmp_path / "own.txt"
    own.write_text("shy.fr  # asked on 2026-11-20\n\nbücher.fr\n", encoding="utf-8")
    settings = Settings(instance_path=tmp_path, opt_out=own)
    with app_on(web, settings) as one:
        yield one


@pytest.mark.parametrize(
    "typed", ["http://shy.fr/annuaire", "shy.fr", "http://www.shy.fr/", "http://BÜCHER.fr/"]
)
def test_nothing_of_such_a_host_is_asked_for_and_the_report_says_so(app: Flask, web: Web, typed: str) -> None:
    for host in ("shy.fr", "www.shy.fr"):
        web.page(f"http://{host}/", HOME.format("/terms"))
    answer = ask(app, typed)
    assert web.asked == []
    assert (answer["status"], answer["verdict"]["level"]) == ("failed", "undetermined")
    assert {limit["cause"] for limit in answer["limits"]} == {"opted_out"}
    assert answer["limits"][0]["say"] == {"fr": FR, "en": EN}
    fr, en = shown(app, answer)
    assert FR in fr
    assert EN in en
    assert 'name="way" value="pasted_text"' in en
    assert 'type="file"' in en


def test_our_own_list_has_a_host_to_try_it_with(visitor: Flask, web: Web) -> None:
    web.asked.clear()
    answer = ask(visitor, "opt-out.example.com")
    assert (web.asked, answer["limits"][0]["cause"]) == ([], "opted_out")


def test_another_host_of_a_similar_name_is_visited(app: Flask, web: Web) -> None:
    web.page("http://notshy.fr/", HOME.format("/terms"))
    ask(app, "http://notshy.fr/")
    assert ("notshy.fr", "/") in web.asked


def test_neither_a_link_nor_a_redirect_leads_to_such_a_host(app: Flask, web: Web) -> None:
    web.page("http://open.fr/robots.txt", "User-agent: *\nDisallow:\n", type="text/plain")
    web.page("http://open.fr/", HOME.format("http://legal.shy.fr/terms"))
    answer = ask(app, "http://open.fr/")
    assert [document["status"] for document in answer["documents"]] == ["opted_out"]
    web.page("http://moved.fr/", "", status=302, headers={"Location": "http://shy.fr/"})
    answer = ask(app, "http://moved.fr/")
    assert "opted_out" in {limit["cause"] for limit in answer["limits"]}
    web.page("http://rules.fr/robots.txt", "", status=302, headers={"Location": "http://shy.fr/robots.txt"})
    ask(app, "http://rules.fr/")
    assert {host for host, _ in web.asked} == {"open.fr", "moved.fr", "rules.fr"}


def test_an_address_on_such_a_host_is_not_taken_as_a_document(app: Flask, web: Web) -> None:
    made = ask(app, "http://shy.fr/")
    path = f"/api/v1/checks/{made['id']}/documents"
    answer = app.test_client().post(path, json={"url": "http://shy.fr/terms"})
    assert (answer.status_code, answer.json["code"]) == (422, "opted_out")
    assert answer.json["detail"] == EN
    assert web.asked == []


def test_a_file_of_hosts_is_read_with_its_faults(tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("# ours\nExemple.FR\nbücher.de # asked in June\n", encoding="utf-8")
    assert load_opt_out(own) == {"opt-out.example.com", "exemple.fr", "xn--bcher-kva.de"}
    assert load_opt_out() == {"opt-out.example.com"}
    for line in ("http://exemple.fr/terms", "exemple.fr:8080", "127.0.0.1", "two words.fr"):
        own.write_text(f"ok.fr\n{line}\n", encoding="utf-8")
        with pytest.raises(BadData, match=r"own\.txt, line 2"):
            load_opt_out(own)


def test_the_setting_must_name_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="GARDEFOU_OPT_OUT must name a file"):
        Settings.read({"GARDEFOU_OPT_OUT": str(tmp_path / "none.txt")})
    (tmp_path / "own.txt").write_text("shy.fr\n")
    settings = Settings.read({"GARDEFOU_OPT_OUT": str(tmp_path / "own.txt")})
    assert settings.opt_out == tmp_path / "own.txt"
    assert Settings.read({"GARDEFOU_OPT_OUT": ""}).opt_out is None
