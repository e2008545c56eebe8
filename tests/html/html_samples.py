"""Small documents made by hand: a PDF of lines, a Word file, pages from `tests/data_pages`."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import docx

from checker.html import read
from checker.model.seen import Reading

PAGES = Path(__file__).resolve().parents[1] / "data_pages"
URL = "https://shop.example/legal/terms"


def reading(markup: str, url: str = URL) -> Reading:
    return read(markup.encode(), "text/html; charset=utf-8", url)


def page(name: str) -> Reading:
    return read((PAGES / name).read_bytes(), "text/html", URL)


def pdf_of(pages: Sequence[Sequence[str]], *, leading: int = 14) -> bytes:
    """Write a PDF 1.4 by hand: one text object a page, one line of text after the other."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        shown = b"".join(b"(%s) Tj T*\n" % _escaped(line) for line in lines)
        stream = b"BT /F1 11 Tf %d TL 50 780 Td\n%sET" % (leading, shown)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _file(objects: Sequence[bytes]) -> bytes:
    out, offsets = BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def docx_of() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Terms"
    document.add_heading("Terms of Use", 1)
    document.add_paragraph("You agree not to:")
    document.add_paragraph("scrape the site;", style="List Bullet")
    document.add_paragraph("copy the database.", style="List Bullet")
    document.add_paragraph("First step", style="List Number")
    document.add_paragraph("Second step", style="List Number")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Use", "Forbidden"
    out = BytesIO()
    document.save(out)
    return out.getvalue()
