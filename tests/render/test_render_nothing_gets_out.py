"""A page that tries every way out of the browser reaches nothing but what the guarded fetcher allows."""

import os
import subprocess
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from outlet import Outlet, outlet
from render_room import Open

from checker.model import Page
from checker.render.guard import WALLS
from tests.loopback import Answer, Web

TELLING = {
    "/fetch",
    "/xhr",
    "/beacon",
    "/socket",
    "/worker",
    "/worker-socket",
    "/frame",
    "/prefetch",
    "/six",
    "udp",
}


def local(web: Web, out: Outlet) -> Page:
    """Give the page at a loopback address, so that no browser holds it back for coming from elsewhere."""
    host = f"127.0.0.1:{web.server.server_port}"
    body = out.page.encode()
    web.answers[host, "/"] = Answer(body)
    return Page(
        url=f"http://{host}/",
        final_url=f"http://{host}/",
        status=200,
        headers=(("Content-Type", "text/html"),),
        body=body,
        taken_at=datetime.now(UTC),
        sha256=sha256(body).hexdigest(),
    )


def test_the_page_would_get_out_of_a_browser_that_is_not_guarded(
    web: Web, chromium: str, tmp_path: Path
) -> None:
    with outlet() as out:
        url = local(web, out).url
        flags = ["--headless", "--disable-gpu", "--remote-debugging-port=0", f"--user-data-dir={tmp_path}"]
        flags += ["--no-sandbox"] if os.getuid() == 0 else []
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen([chromium, *flags, url], **silent) as process:  # type: ignore[call-overload]
            end = time.monotonic() + 60
            while not out.reached >= TELLING and time.monotonic() < end:
                time.sleep(0.1)
            process.terminate()
        assert out.reached >= TELLING


@pytest.mark.parametrize("within", [WALLS, ()], ids=["behind both walls", "behind the first alone"])
def test_the_page_reaches_nothing_when_it_is_rendered(opening: Open, web: Web, within: Sequence[str]) -> None:
    with outlet() as out:
        opened = opening(local(web, out), within=within)
        assert "<p>All was tried.</p>" in opened.text
        assert out.reached == set()
    assert opened.asked == []


def test_addresses_that_are_not_public_are_refused_by_the_door(opening: Open, web: Web) -> None:
    urls = [
        "http://169.254.169.254/",
        "http://10.0.0.1/",
        "http://[fe80::1]/",
        "http://localhost/",
        "http://inside.fr/",
    ]
    tries = ";".join(f"fetch('{url}').then(() => add('reached {url}'), () => add('refused'))" for url in urls)
    web.page("http://inside.fr/", "secret", type="text/plain")
    web.page(
        "http://out.fr/",
        f"<p id=p></p><script>const add = word => {{p.textContent += word + ' '}};{tries}</script>",
    )
    opened = opening("http://out.fr/")
    assert '<p id="p">refused refused refused refused refused </p>' in opened.text
    assert opened.asked == ["http://inside.fr/"]
    assert ("inside.fr", "/") not in web.asked
