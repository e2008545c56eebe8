"""What honest servers give: pages of any status, redirects, types, headers."""

import gzip
import hashlib
import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_internet import NOON, OTHER_PUBLIC, PUBLIC, Net, Server, answer, redirect

from checker.errors import Refused
from checker.model import Missing, Page
from checker.words import Cause

SITES = Path(__file__).resolve().parents[3] / "shared" / "sites"


def page(got: Page | Missing) -> Page:
    assert isinstance(got, Page), got
    return got


def missing(got: Page | Missing) -> Missing:
    assert isinstance(got, Missing), got
    return got


def test_a_page_is_given_as_it_came(net: Net) -> None:
    server = net.serve(answer("Données".encode(), "X-Robots-Tag: noai", "X-Robots-Tag: noindex"))
    got = page(net.fetcher()("http://exemple.fr/cgu?a=b#c"))
    assert (got.url, got.final_url, got.hops) == ("http://exemple.fr/cgu?a=b",) * 2 + ((),)
    assert (got.status, got.body, got.taken_at) == (200, "Données".encode(), NOON)
    assert got.sha256 == hashlib.sha256(got.body).hexdigest()
    assert [value for name, value in got.headers if name == "X-Robots-Tag"] == ["noai", "noindex"]
    assert server.requests[0].startswith(b"GET /cgu?a=b HTTP/1.1\r\n")
    assert net.asked == [("exemple.fr", 80)]
    assert net.dialled == [PUBLIC]


def test_the_request_says_who_we_are_and_nothing_else(net: Net) -> None:
    server = net.serve(answer(b"ok"))
    page(net.fetcher(public_url="https://garde-fou.fr/", contact="bot@garde-fou.fr")("http://exemple.fr/"))
    head, *lines = server.requests[0].decode().strip().split("\r\n")
    assert head == "GET / HTTP/1.1"
    sent = dict(line.split(": ", 1) for line in lines)
    assert sent["User-Agent"] == "GardeFouBot/1.0 (+https://garde-fou.fr/bot; mailto:bot@garde-fou.fr)"
    assert (sent["Host"], sent["Accept-Encoding"]) == ("exemple.fr", "gzip")
    assert set(sent) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Accept-Language", "Connection"}


def test_without_a_contact_only_the_page_of_the_robot_is_named(net: Net) -> None:
    server = net.serve(answer(b"ok"))
    page(net.fetcher(public_url="https://garde-fou.fr")("http://exemple.fr/"))
    assert b"User-Agent: GardeFouBot/1.0 (+https://garde-fou.fr/bot)\r\n" in server.requests[0]


def test_an_unusual_port_is_part_of_the_host_header(net: Net) -> None:
    server = net.serve(answer(b"ok"), port=8080)
    page(net.fetcher()("http://exemple.fr:8080/"))
    assert b"Host: exemple.fr:8080\r\n" in server.requests[0]


def test_the_path_is_sent_exactly_as_cleaned(net: Net) -> None:
    server = net.serve(answer(b"ok"))
    page(net.fetcher()("http://exemple.fr/%7Ea/%41//b|c?d=%zz&e=é"))
    assert server.requests[0].startswith(b"GET /%7Ea/%41//b%7Cc?d=%25zz&e=%C3%A9 HTTP/1.1\r\n")


@pytest.mark.parametrize(
    "status", ["404 Not Found", "403 Forbidden", "500 Oops", "999 Request denied", "204 No"]
)
def test_any_final_status_is_a_page(net: Net, status: str) -> None:
    net.serve(answer(b"" if status.startswith("204") else b"words", status=status))
    assert page(net.fetcher()("http://exemple.fr/")).status == int(status[:3])


def test_a_missing_robots_file_with_a_binary_error_page_still_tells_its_status(net: Net) -> None:
    net.serve(answer(b"\x89PNG\x00", status="404 Not Found", kind="image/png"))
    assert page(net.fetcher()("http://exemple.fr/robots.txt")).status == 404


@pytest.mark.parametrize("status", ["301 A", "302 B", "303 C", "307 D", "308 E"])
def test_redirects_are_followed_and_recorded(net: Net, status: str) -> None:
    net.serve(redirect("http://autre.fr/é?q#part".encode().decode("latin-1"), status))
    net.serve(answer(b"arrived"), "autre.fr", OTHER_PUBLIC)
    got = page(net.fetcher()("http://exemple.fr/a"))
    assert (got.url, got.final_url) == ("http://exemple.fr/a", "http://autre.fr/%C3%A9?q")
    assert (got.hops, got.body) == (("http://exemple.fr/a",), b"arrived")
    assert net.dialled == [PUBLIC, OTHER_PUBLIC]


def test_three_hundred_and_a_redirect_to_nowhere_are_pages(net: Net) -> None:
    net.serve(answer(b"choose", "Location: /a", status="300 Multiple Choices"))
    net.serve(answer(b"nowhere", status="302 Found"), "autre.fr", OTHER_PUBLIC)
    assert page(net.fetcher()("http://exemple.fr/")).body == b"choose"
    assert page(net.fetcher()("http://autre.fr/")).status == 302


def test_five_redirects_are_followed_and_six_are_not(net: Net) -> None:
    def behaviour(_server: Server, request: bytes) -> Iterator[bytes]:
        left = int(request.split()[1][1:])
        yield redirect(f"/{left - 1}") if left else answer(b"end")

    server = net.serve(behaviour)
    assert len(page(net.fetcher()("http://exemple.fr/5")).hops) == 5
    got = missing(net.fetcher()("http://exemple.fr/6"))
    assert (got.cause, got.final_url) == (Cause.TOO_MANY_REDIRECTS, "http://exemple.fr/1")
    assert len(server.requests) == 6 + 6


def test_a_redirect_in_a_circle_ends_at_once(net: Net) -> None:
    server = net.serve(redirect("/"))
    assert missing(net.fetcher()("http://exemple.fr/")).cause is Cause.TOO_MANY_REDIRECTS
    assert len(server.requests) == 1


def test_cookies_are_never_kept_or_sent(net: Net) -> None:
    def behaviour(_server: Server, request: bytes) -> Iterator[bytes]:
        cookie = "Set-Cookie: a=b; Domain=exemple.fr; Path=/"
        yield (
            answer(b"end") if b" /b " in request else answer(b"", cookie, "Location: /b", status="302 Found")
        )

    server = net.serve(behaviour)
    fetcher = net.fetcher()
    page(fetcher("http://exemple.fr/"))
    page(fetcher("http://exemple.fr/b"))
    assert len(server.requests) == 3
    assert not any(b"cookie" in request.lower() for request in server.requests)


def test_allow_is_asked_for_every_hop_before_its_connection(net: Net) -> None:
    net.serve(redirect("http://autre.fr/b"))
    net.serve(answer(b"no"), "autre.fr", OTHER_PUBLIC)
    asked: list[str] = []

    def allow(url: str) -> bool:
        asked.append(url)
        return "autre" not in url

    got = missing(net.fetcher()("http://exemple.fr/a", allow=allow))
    assert (got.cause, got.final_url) == (Cause.ROBOTS_DISALLOWED, "http://autre.fr/b")
    assert asked == ["http://exemple.fr/a", "http://autre.fr/b"]
    assert net.dialled == [PUBLIC]


def test_allow_may_forbid_the_first_address(net: Net) -> None:
    net.serve(answer(b"no"))
    got = missing(net.fetcher()("http://exemple.fr/a", allow=lambda _url: False))
    assert (got.cause, got.final_url) == (Cause.ROBOTS_DISALLOWED, None)
    assert net.asked == []


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/html; charset=utf-8", b"<p>"),
        ("application/xhtml+xml", b"<html/>"),
        ("text/plain", b"User-agent: *"),
        ("application/json", b"{}"),
        ("application/xml", b"<a/>"),
        ("application/rss+xml", b"<a/>"),
        ("application/octet-stream", b"User-agent: *"),
        ("", b"User-agent: *"),
        ("text/html; charset=punycode", b"a" * 300_000),
        ("text/html", "\ufeffmots".encode("utf-16-le")),
        ("application/pdf", b"%PDF-1.7\n\x00\x00"),
        ("text/html", b"\n%PDF-1.7\n\x00"),
        ("application/zip", b"PK\x03\x04\x00\x00word/document.xml"),
    ],
)
def test_words_of_any_type_are_given_as_bytes(net: Net, kind: str, body: bytes) -> None:
    net.serve(answer(body, kind=kind))
    assert page(net.fetcher()("http://exemple.fr/", seconds=3)).body == body


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("image/png", b"words"),
        ("video/mp4", b"words"),
        ("font/woff2", b"words"),
        ("Audio/MPEG; x=y", b"words"),
        ("application/octet-stream", b"MZ\x00\x00"),
        ("text/html", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("application/zip", b"PK\x03\x04\x00\x00image.png"),
    ],
)
def test_what_is_no_text_is_not_given(net: Net, kind: str, body: bytes) -> None:
    net.serve(answer(body, kind=kind))
    got = missing(net.fetcher()("http://exemple.fr/"))
    assert (got.cause, got.status) == (Cause.NOT_TEXT, 200)


def test_gzip_is_unpacked_also_in_several_members(net: Net) -> None:
    body = b"one " * 1000 + b"two"
    wire = gzip.compress(b"one " * 1000) + gzip.compress(b"two") + b"\x00" * 8
    net.serve(answer(wire, "Content-Encoding: GZIP"))
    assert page(net.fetcher()("http://exemple.fr/")).body == body


def test_chunks_are_joined(net: Net) -> None:
    net.serve(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nA: b\r\n\r\n"
    )
    assert page(net.fetcher()("http://exemple.fr/")).body == b"abcde"


def test_a_body_without_length_ends_with_the_connection(net: Net) -> None:
    net.serve(b"HTTP/1.0 200 OK\r\n\r\nwords")
    assert page(net.fetcher()("http://exemple.fr/")).body == b"words"


def test_a_pdf_may_be_larger_than_a_page(net: Net) -> None:
    body = b"%PDF-1.7\n" + b"\x00" * (6 * 1024 * 1024)
    net.serve(answer(body, kind="application/pdf"))
    net.serve(answer(body, kind="text/html"), "autre.fr", OTHER_PUBLIC)
    assert page(net.fetcher()("http://exemple.fr/")).body == body
    assert missing(net.fetcher()("http://autre.fr/")).cause is Cause.TOO_LARGE


def test_the_environment_and_netrc_are_ignored(
    net: Net, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine exemple.fr login jean password secret\n", encoding="ascii")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server = net.serve(answer(b"ok"))
    page(net.fetcher()("http://exemple.fr/"))
    assert net.dialled == [PUBLIC]
    assert b"authorization" not in server.requests[0].lower()


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "file:///etc/passwd", "http://a@exemple.fr/", "", "http://x.lan/"]
)
def test_a_bad_address_is_refused_before_any_name_is_asked(net: Net, url: str) -> None:
    with pytest.raises(Refused):
        net.fetcher()(url)
    assert (net.asked, net.dialled) == ([], [])


@pytest.mark.skipif(
    not SITES.is_dir(), reason="the collection of real terms pages is not beside this checkout"
)
def test_real_terms_pages_fit_in_the_limits(net: Net) -> None:
    largest = max(SITES.glob("*/*.html.gz"), key=lambda path: path.stat().st_size)
    net.serve(answer(largest.read_bytes(), "Content-Encoding: gzip"))
    assert page(net.fetcher()("http://exemple.fr/")).body == gzip.decompress(largest.read_bytes())


def test_more_than_a_hundred_headers_is_no_valid_answer(net: Net) -> None:
    assert http.client._MAXHEADERS == 100
    net.serve(answer(b"ok", *[f"X-{number}: a" for number in range(99)]))
    assert missing(net.fetcher()("http://exemple.fr/")).cause is Cause.BROKEN
