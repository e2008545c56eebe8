"""The commands, as a user types them: JSON Lines in and out, exit codes."""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app import create_app
from checker.codec import encode
from checker.data.coverage import coverage_lines
from checker.model import CheckRequest, Purpose
from checker.settings import Settings
from checker.words import Level


def lines(app: Flask, command: str, *rows: object) -> tuple[list[dict[str, Any]], int]:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)
    done = app.test_cli_runner().invoke(args=[command], input=text)
    return [json.loads(line) for line in done.stdout.splitlines()], done.exit_code


def test_robots_gives_the_deciding_line(app: Flask) -> None:
    robots = "User-agent: *\nDisallow: /in/\nAllow: /in/open\n"
    rows, code = lines(
        app,
        "robots",
        {"id": 1, "robots": robots, "agent": "GardeFouBot", "url": "https://a.fr/in/x"},
        {"id": 2, "robots": robots, "agent": "GardeFouBot", "url": "https://a.fr/"},
        {"id": 3, "robots_b64": base64.b64encode(robots.encode()).decode(), "agent": "x", "url": "/in/open"},
    )
    assert code == 0
    assert rows == [
        {"id": 1, "allowed": False, "line": 2, "rule": "Disallow: /in/"},
        {"id": 2, "allowed": True, "line": None, "rule": None},
        {"id": 3, "allowed": True, "line": 3, "rule": "Allow: /in/open"},
    ]


def test_analyse_quotes_with_offsets(app: Flask) -> None:
    text = "You agree not to:\n\n* use robots to scrape the site;\n* be rude.\n"
    rows, code = lines(app, "analyse", {"id": "a", "text": text})
    (found,) = [c for c in rows[0]["clauses"] if c["kind"] == "automated_access"]
    assert (rows[0]["id"], rows[0]["language"], code) == ("a", "en", 0)
    assert text[found["start"] : found["end"]] == found["quote"]
    assert found["quote"].rstrip(";") == "use robots to scrape the site"
    assert {"kind", "effect", "condition", "quote", "start", "end", "strength"} <= found.keys()


def test_discover_ranks_the_links_of_a_page(app: Flask) -> None:
    links = '<a href="/cgu">CGU</a> <a href="/ml">Mentions légales</a>'
    html = f'<body><a href="/a">Article</a><footer>{links}</footer>'
    rows, code = lines(app, "discover", {"id": 7, "url": "https://a.fr/x", "html": html})
    assert code == 0
    assert [c["url"] for c in rows[0]["candidates"]] == ["https://a.fr/cgu", "https://a.fr/ml"]
    first = rows[0]["candidates"][0]
    assert (first["document_type"], first["link_text"]) == ("Terms of Service", "CGU")


@pytest.mark.parametrize("command", ["robots", "analyse", "discover"])
def test_a_bad_line_is_answered_and_does_not_stop_the_rest(app: Flask, command: str) -> None:
    rows, code = lines(app, command, "{nope", "[]", {"id": 9})
    assert code == 1
    assert [row["error"]["code"] for row in rows] == ["bad_json", "bad_json", "missing_field"]
    assert rows[2]["id"] == 9


@pytest.mark.parametrize(("address", "code"), [("not an address", 2), ("http://127.0.0.1", 2)])
def test_check_refuses_what_cannot_be_used(app: Flask, address: str, code: int) -> None:
    assert app.test_cli_runner().invoke(args=["check", address]).exit_code == code


def test_check_answers_by_its_exit_code(app: Flask) -> None:
    done = app.test_cli_runner().invoke(args=["check", "reseau-pro.example/in/camille-martin", "--json"])
    assert json.loads(done.stdout)["verdict"]["level"] == "prohibited"
    assert done.exit_code == 12
    told = app.test_cli_runner().invoke(args=["check", "vitrine.example", "--language", "en"])
    assert told.exit_code == 11
    assert told.stdout.startswith("Can’t tell · https://vitrine.example/")


def test_rejudge_lists_nothing_when_the_books_are_the_same(app: Flask) -> None:
    done = app.test_cli_runner().invoke(args=["rejudge"])
    assert (done.exit_code, done.stdout) == (0, "")


def test_the_data_are_in_order(app: Flask) -> None:
    done = app.test_cli_runner().invoke(args=["data-lint"])
    assert done.exit_code == 0
    assert "FR" in done.stdout


def test_the_data_lint_shows_the_next_steps_and_warns_of_old_sources(app: Flask) -> None:
    books = app.extensions["gardefou"].books
    now, later = (list(coverage_lines(books, day)) for day in (date(2026, 11, 24), date(2028, 2, 1)))
    assert any(line.split() == ["route", "ask-permission", "1", "3"] for line in now)
    assert any(line.startswith("model    consent-form") for line in now)
    assert not [line for line in now if line.startswith("warning")]
    assert any("source S1 was last read 434 days ago" in line for line in later)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Flask]:
    """An app whose store no other test looks at."""
    made = create_app(Settings(instance_path=tmp_path))
    yield made
    made.extensions["gardefou"].close()


def test_rejudge_names_the_reasons_that_changed(own: Flask) -> None:
    services = own.extensions["gardefou"]
    asked = CheckRequest(target=services.target("boutique-calme.example"), purpose=Purpose())
    kept = services.wait(services.start(asked, max_age=0).id, 20)
    rules = tuple(
        (where, replace(rule, level=Level.PROHIBITED) if rule.id == "eu.r2.no-clause" else rule)
        for where, rule in services.books.law.rules
        if rule.id != "eu.r1.interest-not-assessed"
    )
    law = replace(services.books.law, rules=rules)
    newer = replace(services, books=replace(services.books, law=law, edition="1.newer"))
    (move,) = [one for one in newer.rejudge_all() if one.check == kept.id]
    assert (move.before, move.after) == ("consent_first", "prohibited")
    why = {shift.rule: shift for shift in move.why}
    changed = why["eu.r2.no-clause"]
    assert (changed.before, changed.after) == ("conditional", "prohibited")
    assert changed.said == changed.says
    gone = why["eu.r1.interest-not-assessed"]
    assert (gone.before, gone.after, gone.says) == ("conditional", None, None)
    assert "mise en balance" in gone.said.fr
    assert all(shift.before is not shift.after or shift.said != shift.says for shift in move.why)
    assert json.loads(encode(move))["why"][0]["rule"] in why
