"""Real legal pages, served on loopback through the fetcher's seam: found, read, quoted, no error page."""

import gzip
import http.server
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from app import create_app
from checker.fetch import Fetcher
from checker.settings import Settings

SITES = Path(__file__).resolve().parents[2] / "shared" / "sites"
NAMES = sorted(path.name for path in SITES.iterdir()) if SITES.is_dir() else []
pytestmark = pytest.mark.skipif(not NAMES, reason="the reference sites (../shared/sites) are not here")
LINKS = {"Terms of Service": "Terms of Use", "Privacy Policy": "Privacy Policy", "Trackers Policy": "Cookies"}


def served(name: str) -> dict[tuple[str, str], tuple[str, bytes]]:
    """Give (host, path and query) to (type, body) for one site, and a home page that links all."""
    site = json.loads((SITES / name / "site.json").read_text())
    answers: dict[tuple[str, str], tuple[str, bytes]] = {}
    links = []
    for page in site["pages"]:
        parts = urlsplit(page["url"])
        body = gzip.decompress((SITES / name / page["file"]).read_bytes())
        kind = "application/pdf" if body.startswith(b"%PDF") else "text/html; charset=utf-8"
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        answers[parts.netloc, target or "/"] = (kind, body)
        label = LINKS.get(page["document_type"], page["document_type"])
        links.append(f'<a href="http://{parts.netloc}{target}">{label}</a>')
    home = f"<html lang=en><body><main><p>Welcome to our site.</p></main><footer>{' '.join(links)}</footer>"
    answers["home.test-site.com", "/"] = ("text/html", home.encode())
    return answers


@pytest.fixture
def web() -> Iterator[tuple[dict[tuple[str, str], tuple[str, bytes]], int]]:
    answers: dict[tuple[str, str], tuple[str, bytes]] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = answers.get((self.headers["Host"], self.path), ("text/plain", b""))
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield answers, server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("name", NAMES)
def test_the_terms_of_a_real_site_are_found_read_and_quoted(name: str, web: Any, tmp_path: Path) -> None:
    answers, port = web
    answers.update(served(name))
    terms = [key for key, label in _labels(name).items() if label == "Terms of Service"]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        if address[1] != 80:
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", port), timeout)

    settings = Settings(instance_path=tmp_path)
    fetcher = Fetcher(settings, resolve=lambda host, port: [("93.184.216.34", port)], connect=connect)
    app = create_app(settings, fetcher=fetcher)
    try:
        answer = app.test_client().post("/api/v1/checks", json={"url": "home.test-site.com", "wait": 20})
    finally:
        app.extensions["gardefou"].close()
    assert answer.status_code == 200
    found = answer.json
    read = {
        (urlsplit(d["url"]).netloc, urlsplit(d["url"]).path)
        for d in found["documents"]
        if d["status"] == "read"
    }
    assert set(terms) <= read
    assert found["verdict"]["level"] in {"prohibited", "consent_first", "undetermined"}
    assert all(clause["quote"] for clause in found["clauses"])


def _labels(name: str) -> dict[tuple[str, str], str]:
    site = json.loads((SITES / name / "site.json").read_text())
    return {(urlsplit(p["url"]).netloc, urlsplit(p["url"]).path): p["document_type"] for p in site["pages"]}
