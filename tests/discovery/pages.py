"""Small pages and links for the tests of discovery."""

from checker.data.discovery_files import load_discovery
from checker.discovery import candidates
from checker.html import read
from checker.model.seen import Candidate, Reading

BOOK = load_discovery()
PAGE = "https://www.journal.example/2026/11/une-histoire"


def page(body: str, *, language: str = "", head: str = "") -> str:
    top = f"<title>Une histoire</title>{head}"
    return f'<!doctype html><html lang="{language}"><head>{top}</head><body>{body}</body></html>'


def reading(html: str, url: str = PAGE) -> Reading:
    return read(html.encode(), "text/html; charset=utf-8", url)


def found(html: str, url: str = PAGE) -> tuple[Candidate, ...]:
    return candidates(reading(html, url), url, BOOK)


def footer(*links: tuple[str, str], language: str = "") -> tuple[Candidate, ...]:
    anchors = " | ".join(f'<a href="{href}">{text}</a>' for text, href in links)
    filling = "<p>Le texte de cette histoire, assez long pour faire une page. </p>" * 20
    return found(
        page(f"<main><article>{filling}</article></main><footer>{anchors}</footer>", language=language)
    )


def urls(some: tuple[Candidate, ...]) -> list[str]:
    return [one.url.removeprefix("https://www.journal.example") for one in some]
