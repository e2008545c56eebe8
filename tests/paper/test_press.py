"""The printing process: what it gives, what it refuses, and how it ends."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from checker.errors import Busy
from checker.paper import NotPrinted, Press

PAGE = '<html lang="fr"><head><title>Été</title></head><body><h1>Titre</h1><p>« Oui »</p>{}</body></html>'


def test_a_page_becomes_a_tagged_pdf_the_same_each_time() -> None:
    press = Press()
    pdf = press(PAGE.format(""))
    read = PdfReader(BytesIO(pdf))
    assert "« Oui »" in read.pages[0].extract_text()
    assert read.metadata is not None
    assert read.metadata.title == "Été"
    root = read.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == ("fr", True)
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert press(PAGE.format("")) == pdf


def test_nothing_is_fetched_from_a_file_or_the_network(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mot-de-passe", encoding="utf-8")
    hostile = (
        f'<img src="file://{secret}" alt="image"><link rel="attachment" href="file://{secret}">'
        f'<object data="file://{secret}">rien</object><style>@import "file://{secret}";</style>'
    )
    read = PdfReader(BytesIO(Press()(PAGE.format(hostile))))
    assert read.attachments == {}
    assert "mot-de-passe" not in "".join(page.extract_text() for page in read.pages)


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("raise SystemExit(3)", "missing"),
        ("raise SystemExit(1)", "failed"),
        ("print('no pdf')", "failed"),
        ("import time; time.sleep(60)", "late"),
    ],
)
def test_what_went_wrong_has_a_cause(code: str, cause: str) -> None:
    press = Press(command=(sys.executable, "-c", code), seconds=1)
    with pytest.raises(NotPrinted) as told:
        press(PAGE.format(""))
    assert told.value.cause == cause


def test_without_the_library_the_worker_says_that_it_is_missing(tmp_path: Path) -> None:
    broken = "import sys; sys.modules['weasyprint'] = None; from checker.paper.worker import main; raise SystemExit(main())"
    with pytest.raises(NotPrinted) as told:
        Press(command=(sys.executable, "-c", broken))(PAGE.format(""))
    assert told.value.cause == "missing"


def test_too_many_at_once_are_told_to_come_again() -> None:
    press = Press(seconds=0.05)
    with press.gate, press.gate, pytest.raises(Busy):
        press(PAGE.format(""))
