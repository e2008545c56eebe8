"""A web on loopback: names that resolve to public-looking addresses, served by one small server."""

import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flask import Flask

from app import create_app
from checker.fetch import Fetcher
from checker.settings import Settings

# Tests visit the same hosts again, as soon as a page has changed.
PLENTY: dict[str, Any] = {"cooldown": 0, "host_visits": 10_000}


@dataclass
class Answer:
    body: bytes = b""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    hold: threading.Event | None = None


class Web:
    """Answers by (host, path); what is not set is a 404; `asked` lists what came."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, str], Answer] = {}
        self.asked: list[tuple[str, str]] = []
        web = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                web.asked.append((self.headers["Host"], self.path))
                answer = web.answers.get((self.headers["Host"], self.path), Answer(b"nothing here", 404))
                time.sleep(answer.wait)
                if answer.hold:
                    answer.hold.wait(30)
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.type)
                self.send_header("Content-Length", str(len(answer.body)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *_: Any) -> None:
                return

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *_: Any) -> None:
                return

        self.server = Server(("127.0.0.1", 0), Handler)

    def page(self, url: str, body: str | bytes, **more: Any) -> None:
        host, _, path = url.removeprefix("http://").partition("/")
        data = body if isinstance(body, bytes) else body.encode()
        self.answers[host, f"/{path}"] = Answer(data, **more)

    def connect(self, address: tuple[Any, ...], timeout: float) -> socket.socket:
        if address[1] != 80:
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", self.server.server_port), timeout)


def resolves(host: str, port: int) -> list[tuple[str, int]]:
    if host.startswith("nowhere"):
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    return [("93.184.216.34", port)]


@contextmanager
def serving() -> Iterator[Web]:
    web = Web()
    thread = threading.Thread(target=web.server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield web
    finally:
        web.server.shutdown()
        web.server.server_close()
        thread.join()


@contextmanager
def app_on(web: Web, settings: Settings, resolve: Callable[..., Any] = resolves) -> Iterator[Flask]:
    """Give an app that visits that web, and close it."""
    app = create_app(settings, fetcher=Fetcher(settings, resolve=resolve, connect=web.connect))
    try:
        yield app
    finally:
        app.extensions["gardefou"].close()


def ask(app: Flask, url: str, **more: Any) -> dict[str, Any]:
    """Give the answer of the API about an address, waited for."""
    answer = app.test_client().post("/api/v1/checks", json={"url": url, "wait": 20, **more})
    assert answer.status_code == 200, answer.text
    assert isinstance(answer.json, dict)
    return answer.json


def shown(app: Flask, answer: dict[str, Any]) -> tuple[str, str]:
    """Give the report in French and in English."""
    pages = [app.test_client().get(f"/{path}/{answer['id']}") for path in ("fr/rapport", "en/report")]
    assert [page.status_code for page in pages] == [200, 200]
    return pages[0].text, pages[1].text
