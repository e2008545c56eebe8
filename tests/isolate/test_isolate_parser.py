import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from checker.isolate import Parser
from checker.model.seen import Missing, Page, Reading
from checker.words import Cause

_NOW = datetime(2026, 1, 2, tzinfo=UTC)
_URL = "https://a.example/terms"
_ROOT = Path(__file__).resolve().parents[2]
_HOSTILE = {
    "deep": b"<div>" * 60_000,
    "attributes": b"<a " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">x",
    "empty": b"<p></p>" * 60_000,
    "digits": b"&#" + b"9" * 1_000_000 + b";x",
    "open tags": b"<a" * 500_000,
    "comments": b"<!--" * 200_000,
    "formatting": b"<b><i><u>" * 30_000,
    "tables": b"<table><tr><td>" * 20_000,
    "entities": b"&amp;" * 1_000_000,
    "breaks": b"a<br>" * 30_000,
    "spaces": b"<p>" + b" " * 2_000_000,
    "json": b"<script type=application/json>" + b"[" * 1_000_000 + b"</script>",
    "assignments": b"<script>" + b"window.a={" * 100_000 + b"</script>",
    "names": b'<div class="' + b"cookie-" * 100_000 + b'">x',
}


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    with Parser(now=lambda: _NOW) as made:
        yield made


def _page(body: bytes, content_type: str = "text/html") -> Page:
    return Page(
        url="https://a.example/t",
        final_url=_URL,
        status=200,
        headers=(("Content-Type", content_type),),
        body=body,
        taken_at=_NOW,
        sha256="",
    )


def _children() -> list[int]:
    listing = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
    )
    return [int(line.split()[0]) for line in listing.stdout.splitlines() if "isolate.worker" in line]


def test_a_page_is_read(parser: Parser) -> None:
    got = parser.read(_page(b"<h1>Terms</h1><a href=x>y</a>"))
    assert isinstance(got, Reading)
    assert got.text == "# Terms\n\ny"
    assert got.links[0].url == "https://a.example/x"


@pytest.mark.parametrize("name", list(_HOSTILE))
def test_a_hostile_page_ends_within_the_limit(parser: Parser, name: str) -> None:
    started = time.monotonic()
    got = parser.read(_page(_HOSTILE[name]))
    assert time.monotonic() - started < 17
    assert isinstance(got, Reading) or got.cause is Cause.PARSER_STOPPED
    assert isinstance(parser.read(_page(b"<p>next")), Reading)


def test_what_cannot_be_read_is_a_value_with_its_cause(parser: Parser) -> None:
    got = parser.read(_page(b"\x89PNG\x00", "image/png"))
    assert isinstance(got, Missing)
    assert (got.cause, got.url, got.final_url, got.status) == (
        Cause.NOT_TEXT,
        "https://a.example/t",
        _URL,
        200,
    )
    broken = parser.read_bytes(b"%PDF-1.4 nothing", "application/pdf", _URL)
    assert broken == Missing(
        url=_URL, cause=Cause.NOT_TEXT, taken_at=_NOW, detail=getattr(broken, "detail", "")
    )
    assert broken.detail
    large = parser.read_bytes(b"x" * (11 << 20), "text/plain", _URL)
    assert isinstance(large, Missing)
    assert large.cause is Cause.TOO_LARGE


def test_a_scanned_pdf_is_missing(parser: Parser) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    out = BytesIO()
    writer.write(out)
    got = parser.read_bytes(out.getvalue(), "application/pdf", _URL)
    assert isinstance(got, Missing)
    assert got.cause is Cause.SCANNED_PDF


def test_a_document_over_the_time_is_stopped_and_the_next_is_read() -> None:
    with Parser(workers=1, seconds=0.6, now=lambda: _NOW) as parser:
        got = parser.read_bytes(b"<div>" * 190_000, "text/html", _URL)
        assert got == Missing(url=_URL, cause=Cause.PARSER_STOPPED, taken_at=_NOW, detail="timeout")
    with Parser(workers=1, seconds=10, now=lambda: _NOW) as parser:
        assert isinstance(parser.read_bytes(b"<p>x", "text/html", _URL), Reading)


def test_the_limit_of_cpu_is_for_each_document() -> None:
    with Parser(workers=1, cpu=1, seconds=30, now=lambda: _NOW) as parser:
        stopped = parser.read_bytes(b"<p></p>" * 100_000, "text/html", _URL)
        assert isinstance(stopped, Missing)
        assert stopped.detail == "died"
        busy = b"<p>" + b"<b>x</b> " * 5_000
        assert all(isinstance(parser.read_bytes(busy, "text/html", _URL), Reading) for _ in range(10))


def test_the_limit_of_memory_stops_a_document_not_the_parser() -> None:
    with Parser(workers=1, memory=150 << 20, now=lambda: _NOW) as parser:
        got = parser.read_bytes(b"<p>some words</p>" * 90_000, "text/html", _URL)
        assert isinstance(got, Missing)
        assert got.cause is Cause.PARSER_STOPPED
        assert isinstance(parser.read_bytes(b"<p>x", "text/html", _URL), Reading)


def test_a_process_killed_from_outside_is_replaced() -> None:
    with Parser(workers=1, now=lambda: _NOW) as parser:
        before = set(_children())
        assert isinstance(parser.read_bytes(b"<p>x", "text/html", _URL), Reading)
        (child,) = set(_children()) - before
        os.kill(child, signal.SIGKILL)
        lost = parser.read_bytes(b"<p>x", "text/html", _URL)
        assert isinstance(lost, Missing)
        assert lost.cause is Cause.PARSER_STOPPED
        assert isinstance(parser.read_bytes(b"<p>x", "text/html", _URL), Reading)
    assert set(_children()) <= before


def test_many_threads_share_few_processes(parser: Parser) -> None:
    got: list[str] = []

    def work(number: int) -> None:
        reading = parser.read_bytes(b"<p>number %d" % number, "text/html", _URL)
        assert isinstance(reading, Reading)
        got.append(reading.text)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == sorted(f"number {number}" for number in range(12))


def test_nobody_waits_for_ever_and_a_closed_parser_says_so() -> None:
    with Parser(workers=0, patience=0.05, now=lambda: _NOW) as parser:
        assert parser.read_bytes(b"x", "", _URL) == Missing(
            url=_URL, cause=Cause.PARSER_STOPPED, taken_at=_NOW, detail="busy"
        )
    assert parser.read_bytes(b"x", "", _URL) == Missing(
        url=_URL, cause=Cause.PARSER_STOPPED, taken_at=_NOW, detail="closed"
    )


def test_a_script_without_a_main_guard_may_use_it_from_anywhere(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from checker.isolate import Parser\n"
        "print('run')\nprint(Parser().read_bytes(b'<p>hello', 'text/html', 'https://a.example/').text)\n"
    )
    (tmp_path / "bs4.py").write_text("raise SystemExit('the wrong module')\n")
    done = subprocess.run(
        [sys.executable, "-P", str(script)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout == "run\nhello\n"


def test_the_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    code = (
        "import os, subprocess, sys\nfrom checker.isolate import Parser\np = Parser()\n"
        "p.read_bytes(b'x', '', 'https://a.example/')\n"
        "print(subprocess.run(['ps','-o','pid=,args=','--ppid',str(os.getpid())],capture_output=True,text=True).stdout)\n"
        "sys.stdout.flush()\nos.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    child = next(
        int(line.split()[0]) for line in done.stdout.splitlines() if "checker.isolate.worker" in line
    )
    deadline = time.monotonic() + 5
    while _alive(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _alive(child)


def _alive(pid: int) -> bool:
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")


def test_a_forked_server_process_does_not_take_the_reading_process_of_its_parent() -> None:
    code = (
        "import os, sys\nfrom checker.isolate import Parser\np = Parser(workers=1)\n"
        "def text(b): return p.read_bytes(b, 'text/plain', 'https://a.example/').text\n"
        "text(b'first')\nchild = os.fork()\n"
        "if not child:\n    os._exit(0 if text(b'in the child') == 'in the child' else 1)\n"
        "status = os.waitpid(child, 0)[1]\nprint(status, text(b'in the parent'))\np.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.stdout == "0 in the parent\n"
