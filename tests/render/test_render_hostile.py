"""Pages that mean harm end with their cause, in time, and leave no process (which `opening` asserts)."""

import pytest
from render_room import Open

from checker.model import Missing, Page
from checker.words import Cause
from tests.loopback import Web

ENDS = {
    "loop": ("while (true) {}", {"seconds": 8.0}, Cause.PARSER_STOPPED, "browser: timeout"),
    "late_loop": (
        "setTimeout(() => {while (true) {}}, 50)",
        {"seconds": 8.0},
        Cause.PARSER_STOPPED,
        "browser: timeout",
    ),
    "alerts": ("while (true) alert(1)", {"seconds": 8.0}, Cause.PARSER_STOPPED, "browser: timeout"),
    "memory": (
        "const all = []; while (true) all.push(new Uint8Array(1e8).fill(1))",
        {},
        Cause.PARSER_STOPPED,
        "browser: memory",
    ),
    "redirects": ("location.href = '/onward?0'", {}, Cause.TOO_MANY_REDIRECTS, "browser: redirects"),
    "reload": ("location.reload()", {}, Cause.TOO_MANY_REDIRECTS, "browser: redirects"),
    "elements": (
        "setInterval(() => {for (let n = 0; n < 5000; n++) document.body.append(document.createElement('p'))}, 1)",
        {},
        Cause.TOO_LARGE,
        "browser: elements",
    ),
    "text": ("document.body.textContent = 'x'.repeat(5e6)", {}, Cause.TOO_LARGE, "browser: html"),
    "requests": (
        "setInterval(() => fetch('/?' + Math.random()), 1)",
        {"requests": 20},
        Cause.LIMIT_REACHED,
        "browser: requests",
    ),
    "bytes": (
        "for (let n = 0; n < 9; n++) fetch('/large?' + n)",
        {"received": 3_000_000},
        Cause.TOO_LARGE,
        "browser: bytes",
    ),
    "blob": (
        "location = URL.createObjectURL(new Blob(['<p>x'], {type: 'text/html'}))",
        {},
        Cause.EMPTY_SHELL,
        "browser: moved",
    ),
}


@pytest.fixture(scope="module", autouse=True)
def _any(web: Web) -> None:
    for number in range(9):
        web.page(f"http://ends.fr/large?{number}", "x" * 1_000_000, type="text/plain")
        web.page(
            f"http://ends.fr/onward?{number}", f"<script>location.href = '/onward?{number + 1}'</script>"
        )


@pytest.mark.parametrize("name", ENDS)
def test_a_page_that_means_harm_ends_with_its_cause(opening: Open, web: Web, name: str) -> None:
    script, budget, cause, detail = ENDS[name]
    page = f"<body><p>Hello.</p><script>{script}</script>"
    web.page(f"http://ends.fr/{name}", page)
    opened = opening(f"http://ends.fr/{name}", **budget)
    got = opened.got
    assert isinstance(got, Missing), got.body[:200]
    assert (got.cause, got.detail.split(": blob")[0]) == (cause, detail)
    assert opened.seconds < budget.get("seconds", 60.0) + 6


SURVIVES = {
    "popups": "setInterval(() => window.open('/other'), 1)",
    "dialogs": "setInterval(() => {alert(1); confirm(2); prompt(3)}, 1)",
    "prints": "for (let n = 0; n < 50; n++) print()",
    "workers": "const u = URL.createObjectURL(new Blob(['while(true){}'])); for (let n = 0; n < 20; n++) new Worker(u)",
    "file": "location = 'file:///etc/passwd'",
    "frames": "let n = 0; const t = setInterval(() => n++ < 40 ? document.body.append(document.createElement('iframe')) : clearInterval(t), 50)",
    "polling": "setInterval(() => fetch('/large?1'), 100)",
}


@pytest.mark.parametrize("name", SURVIVES)
def test_a_page_that_only_annoys_is_read_all_the_same(opening: Open, web: Web, name: str) -> None:
    web.page(f"http://ends.fr/{name}", f"<body><p>Hello.</p><script>{SURVIVES[name]}</script>")
    opened = opening(f"http://ends.fr/{name}", seconds=30.0)
    assert isinstance(opened.got, Page), opened.got
    assert "<p>Hello.</p>" in opened.text
    assert opened.got.final_url == f"http://ends.fr/{name}"
    assert set(opened.asked) <= {"http://ends.fr/large?1"}
