import zipfile
from io import BytesIO

import pypdf
import pytest
from html_samples import docx_of, pdf_of

from checker.errors import BadInput
from checker.html import read
from checker.html.plain import blocks_of_plain

URL = "https://a.example/terms"


def test_lines_of_a_pdf_make_paragraphs_and_pages_are_known() -> None:
    first = [
        "Terms of Use of the Orchard",
        "Article 1 Scope",
        "You may read this site for your own needs and you may not re-",
        "produce it by any means, nor may you run robots on it without our consent.",
        "It is non-",
        "commercial.",
        "- No robots;",
        "- No copies.",
    ]
    got = read(
        pdf_of([first, ["Article 2 End", "These terms end when the orchard does."]]), "application/pdf", URL
    )
    assert got.format == "pdf"
    assert (
        "you may not reproduce it by any means, nor may you run robots on it without our consent." in got.text
    )
    assert "non-commercial" in got.text
    assert "- No robots;\n- No copies." in got.text
    assert [got.text[h.start : h.end] for h in got.headings] == ["Article 1 Scope", "Article 2 End"]
    assert got.text[got.page_starts[1] :].startswith("## Article 2 End")
    assert got.declared_language == "en"


def test_a_pdf_of_forty_pages_loses_its_page_headers_and_numbers() -> None:
    apples = ["Adams", "Beauty", "Cox", "Discovery", "Elstar", "Fuji", "Gala", "Idared", "Jonagold", "Pink"]
    pages = [
        [
            "Orchard Ltd - Terms",
            f"Clause {n} says that no robot may take more than {n} {apples[n % 10]} apples from this",
            f"site in a day, nor {apples[n % 7]} ones.",
            "Another sentence of the clause stands here.",
            f"Page {n} of 40",
        ]
        for n in range(1, 41)
    ]
    got = read(pdf_of(pages), "application/pdf", URL)
    assert len(got.page_starts) == 40
    assert (
        "Clause 40 says that no robot may take more than 40 Adams apples from this site in a day, nor"
        in got.text
    )
    assert "Page 7" not in got.text
    assert "Orchard Ltd" not in got.text
    assert got.text[got.page_starts[6] :].startswith("Clause 7 says")


def test_a_sentence_that_crosses_a_page_stays_whole() -> None:
    got = read(
        pdf_of(
            [
                ["One", "The user shall not extract any substantial part of the"],
                ["database of this site.", "End."],
            ]
        ),
        "",
        URL,
    )
    assert "any substantial part of the database of this site." in got.text


def test_a_pdf_without_text_is_scanned_and_so_is_a_locked_one() -> None:
    assert read(pdf_of([[], []]), "application/pdf", URL).marks == ("scanned",)
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf_of([["Text that nobody without the key can read " * 3]])))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert read(out.getvalue(), "application/pdf", URL).marks == ("scanned",)


def test_more_than_150_pages_are_cut() -> None:
    got = read(
        pdf_of(
            [
                [f"Clause {n} is about robots and everything that they do, and what they leave to others."]
                for n in range(160)
            ]
        ),
        "",
        URL,
    )
    assert got.marks == ("truncated",)
    assert "Clause 149 " in got.text
    assert "Clause 150 " not in got.text


@pytest.mark.parametrize(
    "body", [b"%PDF-1.7 nothing", b"%PDF-1.4\n" + b"\x00\xff" * 500, pdf_of([["Hello"]])[:200]]
)
def test_a_broken_pdf_is_bad_input(body: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        read(body, "application/pdf", URL)
    assert caught.value.code == "unreadable_pdf"


def test_a_word_document_has_the_same_form() -> None:
    got = read(docx_of(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", URL)
    assert got.text == (
        "# Terms of Use\n\nYou agree not to:\n\n- scrape the site;\n- copy the database.\n"
        "1. First step\n2. Second step\n\nUse | Forbidden"
    )
    assert (got.format, got.title, got.text[got.headings[0].start : got.headings[0].end]) == (
        "docx",
        "Terms",
        "Terms of Use",
    )


def test_a_word_bomb_and_a_broken_word_file_are_bad_input() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (41 << 20))
    with pytest.raises(BadInput, match="unpacks") as caught:
        read(out.getvalue(), "", URL)
    assert caught.value.code == "too_large"
    with pytest.raises(BadInput) as caught:
        read(docx_of()[:2000], "application/wordprocessingml", URL)
    assert caught.value.code == "unreadable_docx"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image/png"),
        (b"GIF89a\x00", "text/html"),
        (b"PK\x03\x04\x00\x00zip", "application/zip"),
        (b"{\\rtf1 text}", "application/rtf"),
        (b"\xd0\xcf\x11\xe0\x00\x00", "application/msword"),
        (b"\xff\xd8\xff", "image/jpeg"),
    ],
)
def test_what_is_no_document_is_refused(body: bytes, content_type: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(body, content_type, URL)
    assert caught.value.code == "not_text"


@pytest.mark.parametrize(
    ("body", "content_type", "format_"),
    [
        (b"<!DOCTYPE html><p>x", "text/plain", "html"),
        (b"  <!-- c --><html>x", "", "html"),
        (b"x < y and z", "", "text"),
        (b"just words", "application/octet-stream", "text"),
        (b"words", "text/html", "html"),
        ("\ufeff<p>x".encode("utf-16-le"), "", "html"),
        (b"", "text/html", "html"),
        (b"", "", "text"),
    ],
)
def test_formats(body: bytes, content_type: str, format_: str) -> None:
    assert read(body, content_type, URL).format == format_


def test_pasted_text_keeps_its_structure() -> None:
    got = read(
        "Terms\n=====\n\nYou agree not to:\n\n  * scrape;\n  • copy.\n\n## Robots\nNo.\n".encode(),
        "text/plain",
        URL,
    )
    assert got.text == "# Terms\n\nYou agree not to:\n\n  - scrape;\n  - copy.\n\n## Robots\n\nNo."


def test_text_wrapped_at_a_width_is_put_together_again() -> None:
    long = "The user shall not, by any means whatsoever and for any purpose, use\nrobots on this site."
    assert [block.text for block in blocks_of_plain(long)] == [long.replace("\n", " ")]
    assert [block.text for block in blocks_of_plain("Rue des Lilas\nlot 4")] == ["Rue des Lilas", "lot 4"]
