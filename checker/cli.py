"""The commands: one check, many texts, pages or robots files as JSON Lines, and the care of data and store.

Exit codes of `check`: 0 permitted or conditional, 10 consent first, 11 undetermined, 12 prohibited; 2 for an
address or a purpose that cannot be used. Of the JSON Lines commands: 0, or 1 when a line could not be used.
"""

import base64
import binascii
import json
import sys
from collections.abc import Callable
from typing import Any

import click
from flask import Flask

from checker import discovery
from checker.answers import check_answer
from checker.clauses import detect_mixed, language_of
from checker.codec import encode, plain
from checker.data.coverage import coverage_lines
from checker.errors import BadData, BadInput, CheckerError, Later
from checker.model import Check, CheckRequest, Reading
from checker.report import LEVELS, visible
from checker.services import Services
from checker.signals.robots import answer
from checker.words import Level
from checker.work import today

EXIT_CODES = {
    Level.PERMITTED: 0,
    Level.CONDITIONAL: 0,
    Level.CONSENT_FIRST: 10,
    Level.UNDETERMINED: 11,
    Level.PROHIBITED: 12,
}
LONGEST_WAIT = 90.0
CLAUSE_KEYS = (
    "kind",
    "effect",
    "condition",
    "quote",
    "start",
    "end",
    "strength",
    "binds",
    "section",
    "words",
    "families",
)
CANDIDATE_KEYS = ("url", "document_type", "link_text", "found_by")
Line = dict[str, Any]


def register(app: Flask, services: Services) -> None:
    """Put the commands on an app."""
    commands = (_check, _analyse, _discover, _robots, _serve, _rejudge, _data_lint)
    for make in commands:
        app.cli.add_command(make(app, services))


def _check(app: Flask, services: Services) -> click.Command:
    @click.command("check", help="Check one address; the exit code is the answer.")
    @click.argument("url")
    @click.option("--json", "as_json", is_flag=True, help="Write the API's JSON.")
    @click.option("--purpose", "-p", multiple=True, metavar="FIELD=WORD", help="For example -p channel=sms.")
    @click.option("--language", type=click.Choice(["fr", "en"]), default="fr", show_default=True)
    def command(url: str, as_json: bool, purpose: tuple[str, ...], language: str) -> None:
        try:
            given = dict(_pair(one) for one in purpose)
            asked = CheckRequest(target=services.target(url), purpose=services.purpose_from(given))
        except BadInput as error:
            raise click.UsageError(f"{error.code}: {error.detail}") from error
        try:
            done = services.wait(services.start(asked, max_age=0).id, LONGEST_WAIT)
        except Later as error:
            raise click.ClickException(str(error)) from error
        if as_json:
            click.echo(encode(check_answer(done, services.settings.public_url)))
        else:
            click.echo("\n".join(_told(done, language)))
        sys.exit(EXIT_CODES[done.report.verdict.level] if done.report else 11)

    return command


def _pair(text: str) -> tuple[str, str]:
    name, equals, word = text.partition("=")
    if not equals:
        raise BadInput("bad_purpose", f"{text!r} is not FIELD=WORD")
    return name, word


def _told(check: Check, language: str) -> list[str]:
    """Give an answer as lines for a terminal; what a site wrote is made harmless first."""
    if check.report is None:
        return [f"{check.request.target.url}: {check.status} {check.failure}".strip()]
    verdict = check.report.verdict
    lines = [f"{getattr(LEVELS[verdict.level], language)} · {check.request.target.url}"]
    lines += [getattr(text, language) for text in (verdict.say, verdict.site_says, verdict.law_says)]
    for clause in check.report.findings.clauses[:3]:
        lines.append(f"  « {visible(clause.quote)} » ({clause.kind}, {visible(clause.section)})")
    for exhibit in check.report.snapshot.exhibits:
        if exhibit.missing is not None:
            lines.append(f"  - {visible(exhibit.url)}: {exhibit.missing.word}")
    return lines


def _analyse(app: Flask, services: Services) -> click.Command:
    def work(line: Line) -> Line:
        text, declared = _text_of(line, services)
        language = str(line.get("language") or language_of(text, declared))
        found = detect_mixed(text, language, services.books.clauses)
        clauses = [{key: plain(getattr(clause, key)) for key in CLAUSE_KEYS} for clause in found]
        return {"language": language, "clauses": clauses}

    return _lines_command("analyse", "Find clauses in texts or HTML pages, one JSON object a line.", work)


def _text_of(line: Line, services: Services) -> tuple[str, str]:
    if isinstance(line.get("text"), str):
        return line["text"], ""
    reading = _reading(line, services)
    return reading.text, reading.declared_language


def _reading(line: Line, services: Services) -> Reading:
    html, url = line.get("html"), line.get("url", "")
    if not isinstance(html, str) or not isinstance(url, str):
        raise BadInput("missing_field", "a line needs html (and url), or text", pointer="/html")
    return services.read_html(html, url)


def _discover(app: Flask, services: Services) -> click.Command:
    def work(line: Line) -> Line:
        found = discovery.candidates(
            _reading(line, services), str(line.get("url", "")), services.books.discovery
        )
        return {"candidates": [{key: getattr(one, key) for key in CANDIDATE_KEYS} for one in found]}

    return _lines_command("discover", "Rank the links of pages that lead to the site's terms.", work)


def _robots(app: Flask, services: Services) -> click.Command:
    def work(line: Line) -> Line:
        agent, url = line.get("agent"), line.get("url")
        if not isinstance(agent, str) or not isinstance(url, str):
            raise BadInput("missing_field", "a line needs robots or robots_b64, agent and url")
        explained = answer(_robots_file(line), agent, url)
        return {"allowed": explained.allowed, "line": explained.line, "rule": explained.rule}

    return _lines_command("robots", "Say what robots.txt files allow, and the line that decides.", work)


def _robots_file(line: Line) -> str | bytes:
    if isinstance(line.get("robots"), str):
        return str(line["robots"])
    try:
        return base64.b64decode(str(line["robots_b64"]), validate=True)
    except (KeyError, binascii.Error) as error:
        raise BadInput("missing_field", "a line needs robots or robots_b64", pointer="/robots") from error


def _lines_command(name: str, say: str, work: Callable[[Line], Line]) -> click.Command:
    @click.command(name, help=say)
    def command() -> None:
        good = True
        for number, text in enumerate(sys.stdin.buffer, start=1):
            if text.strip():
                good = _answer_line(number, text, work) and good
        sys.exit(0 if good else 1)

    return command


def _answer_line(number: int, text: bytes, work: Callable[[Line], Line]) -> bool:
    line: Line = {}
    try:
        line = _object(text)
        result = {"id": line.get("id"), **work(line)}
    except CheckerError as error:
        code = error.code if isinstance(error, BadInput) else "failed"
        result = {"id": line.get("id"), "line_number": number, "error": {"code": code, "detail": str(error)}}
    sys.stdout.buffer.write(
        json.dumps(result, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
    )
    sys.stdout.buffer.flush()
    return "error" not in result


def _object(text: bytes) -> Line:
    try:
        line = json.loads(text)
    except ValueError as error:
        raise BadInput("bad_json", f"not JSON: {error}") from error
    if not isinstance(line, dict):
        raise BadInput("bad_json", "not a JSON object")
    return line


def _serve(app: Flask, services: Services) -> click.Command:
    @click.command("serve", help="Serve the pages and the API with Waitress, a production server.")
    @click.option("--host", default="127.0.0.1", show_default=True)
    @click.option("--port", default=8000, show_default=True)
    def command(host: str, port: int) -> None:
        from waitress import serve

        services.runner.start()
        click.echo(f"Garde-fou: http://{host}:{port}/")
        # Behind proxies of the operator's own their headers are read by `checker.web.quota`, else by nobody.
        clear = not services.settings.proxies
        serve(
            app,
            host=host,
            port=port,
            threads=8,
            ident=None,
            channel_timeout=60,
            clear_untrusted_proxy_headers=clear,
        )

    return command


def _rejudge(app: Flask, services: Services) -> click.Command:
    @click.command(
        "rejudge", help="Judge every stored snapshot by today's books; list the verdicts that moved."
    )
    def command() -> None:
        for move in services.rejudge_all():
            click.echo(encode(move))

    return command


def _data_lint(app: Flask, services: Services) -> click.Command:
    @click.command("data-lint", help="Check the data files: dates, languages, sources, examples.")
    def command() -> None:
        try:
            click.echo("\n".join(coverage_lines(services.books, today())))
        except BadData as error:
            raise click.ClickException(str(error)) from error

    return command
