"""Hostile names and servers: asserted on the connections made, the time taken and the cause given."""

import gzip
import random
import socket
import ssl
import struct
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import trustme
from small_internet import OTHER_PUBLIC, PUBLIC, Behaviour, Net, Server, answer, redirect

from checker.fetch import Fetcher
from checker.model import Missing, Page
from checker.settings import Settings
from checker.words import Cause

MEBIBYTE = 1024 * 1024
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def cause(got: Page | Missing) -> Cause:
    assert isinstance(got, Missing), (got.status, got.body[:80])
    return got.cause


# Names and addresses.


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1"],
        ["10.0.0.1"],
        ["169.254.169.254"],
        ["::1"],
        ["::ffff:93.184.216.34"],
        ["fd00:ec2::254"],
        [PUBLIC, "10.0.0.1"],
        ["10.0.0.1", PUBLIC],
        [PUBLIC, PUBLIC, PUBLIC, PUBLIC, "192.168.0.1"],
        ["0x7f.1"],
        ["localhost"],
    ],
)
def test_one_answer_that_is_not_public_and_nothing_is_dialled(net: Net, answers: list[str]) -> None:
    net.serve(answer(b"inside"), address=answers[0])
    net.name("exemple.fr", answers)
    got = net.fetcher()("http://exemple.fr/")
    assert cause(got) is Cause.NOT_PUBLIC
    assert isinstance(got, Missing)
    assert not any(address in got.detail for address in answers)
    assert net.dialled == []


def test_a_name_that_moves_inside_between_two_hops_is_refused(net: Net) -> None:
    server = net.serve(redirect("/b"))
    net.serve(answer(b"inside"), "inside", "10.0.0.1")
    net.name("exemple.fr", [PUBLIC], ["10.0.0.1"])
    assert cause(net.fetcher()("http://exemple.fr/a")) is Cause.NOT_PUBLIC
    assert net.dialled == [PUBLIC]
    assert len(server.requests) == 1


def test_a_name_is_asked_once_for_a_connection(net: Net) -> None:
    net.serve(answer(b"ok"))
    net.name("exemple.fr", [PUBLIC], ["10.0.0.1"])
    assert isinstance(net.fetcher()("http://exemple.fr/"), Page)
    assert net.asked == [("exemple.fr", 80)]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("http://127.0.0.1/", Cause.NOT_PUBLIC),
        ("//[::1]/", Cause.NOT_PUBLIC),
        ("http://localhost/", Cause.NOT_PUBLIC),
        ("http://metadata.google.internal/", Cause.NOT_PUBLIC),
        ("http://2130706433/", Cause.NOT_PUBLIC),
        ("file:///etc/passwd", Cause.BAD_URL),
        ("http://a@exemple.fr/", Cause.BAD_URL),
        ("http://exemple.fr\\@127.0.0.1/", Cause.BAD_URL),
        ("http://exemple.fr:22/", Cause.BAD_PORT),
        ("http://dedans.fr/", Cause.NOT_PUBLIC),
        ("http://nulle-part.fr/", Cause.DNS),
    ],
)
def test_a_redirect_passes_the_same_door(net: Net, location: str, expected: Cause) -> None:
    net.serve(redirect(location))
    net.serve(answer(b"inside"), "dedans.fr", "192.168.1.1")
    assert cause(net.fetcher()("http://exemple.fr/")) is expected
    assert net.dialled == [PUBLIC]


def test_a_name_without_address_or_answer_is_a_dns_failure(net: Net) -> None:
    net.name("vide.fr", [])
    fetcher = net.fetcher()
    assert cause(fetcher("http://nulle-part.fr/")) is Cause.DNS
    assert cause(fetcher("http://vide.fr/")) is Cause.DNS


def test_a_silent_name_server_does_not_hold_us(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()

    def resolve(_host: str, _port: int) -> list[tuple[str, int]]:
        release.wait(10)
        return []

    monkeypatch.setattr("checker.fetch.dial.DNS_SECONDS", 0.2)
    fetcher = Fetcher(Settings(), resolve=resolve, connect=net.connect)
    begin = time.monotonic()
    got = [fetcher("http://exemple.fr/"), fetcher("http://exemple.fr/", seconds=0.1)]
    release.set()
    assert [cause(missing) for missing in got] == [Cause.DNS, Cause.TIMEOUT]
    assert time.monotonic() - begin < 2.5


def test_at_most_four_addresses_are_tried(net: Net) -> None:
    net.name("exemple.fr", [f"93.184.216.{last}" for last in range(10, 20)])
    assert cause(net.fetcher()("http://exemple.fr/")) is Cause.CONNECT
    assert net.dialled == [f"93.184.216.{last}" for last in range(10, 14)]


def test_the_second_address_is_tried_when_the_first_is_closed(net: Net) -> None:
    net.serve(answer(b"ok"), address=OTHER_PUBLIC)
    net.name("exemple.fr", [PUBLIC, OTHER_PUBLIC])
    assert isinstance(net.fetcher()("http://exemple.fr/"), Page)


def test_a_connection_that_times_out_is_a_timeout(net: Net) -> None:
    def connect(address: object, timeout: float) -> object:
        assert 0 < timeout <= 5
        raise TimeoutError

    net.name("exemple.fr", [PUBLIC])
    fetcher = Fetcher(Settings(), resolve=net.resolve, connect=connect)
    assert cause(fetcher("http://exemple.fr/")) is Cause.TIMEOUT


def test_the_real_dialler_refuses_addresses_that_a_resolver_must_not_give() -> None:
    """With the real `connect`: loopback is refused before any connection is made."""
    listener = Server(lambda _server, _request: [answer(b"inside")])
    try:
        fetcher = Fetcher(Settings(), resolve=lambda _host, _port: [("127.0.0.1", listener.port)])
        assert cause(fetcher("http://exemple.fr/")) is Cause.NOT_PUBLIC
        assert listener.requests == []
    finally:
        listener.close()


# Servers.


def forever(piece: bytes, start: bytes = b"", every: float = 0.0) -> Behaviour:
    """Give a behaviour that sends a start, then one piece again and again."""

    def behaviour(server: Server, _request: bytes) -> Iterator[bytes]:
        yield start
        while server.pause(every):
            yield piece

    return behaviour


SLOW = {
    "a drip of body": forever(b"x", HEAD + b"Content-Length: 100000\r\n\r\n", 0.05),
    "a drip of body without length": forever(b"x", HEAD + b"\r\n", 0.05),
    "a drip of chunks": forever(b"1\r\nx\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n", 0.05),
    "a drip of headers": forever(b"X-A: b\r\n", HEAD, 0.05),
    "a drip of one header": forever(b"x", HEAD + b"X-A: ", 0.05),
    "a drip of 100 Continue": forever(b"HTTP/1.1 100 Continue\r\n\r\n", b"", 0.05),
    "silence": forever(b"", b"", 0.05),
    "silence after the head": forever(b"", HEAD + b"Content-Length: 5\r\n\r\n", 0.05),
    "a drip of trailers": forever(b"A: b\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", 0.05),
}


@pytest.mark.parametrize("name", SLOW)
def test_what_is_slow_ends_at_the_deadline(net: Net, name: str) -> None:
    net.serve(SLOW[name])
    begin = time.monotonic()
    assert cause(net.fetcher()("http://exemple.fr/", seconds=0.3)) is Cause.TIMEOUT
    assert 0.2 < time.monotonic() - begin < 2.5


def test_the_deadline_holds_over_all_hops(net: Net) -> None:
    def behaviour(server: Server, request: bytes) -> Iterator[bytes]:
        server.pause(0.3)
        yield redirect(f"{request.split()[1].decode()}x")

    net.serve(behaviour)
    begin = time.monotonic()
    assert cause(net.fetcher()("http://exemple.fr/", seconds=0.7)) is Cause.TIMEOUT
    assert time.monotonic() - begin < 2.5
    assert len(net.dialled) <= 3


MANY = b"x" * 65536
ENDLESS = {
    "body": forever(MANY, HEAD + b"\r\n"),
    "line of body": forever(b"<" * 65536, HEAD + b"\r\n"),
    "chunks": forever(b"10000\r\n" + MANY + b"\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"),
    "trailers": forever(b"A: b\r\n" * 5000, HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n"),
    "100 Continue": forever(b"HTTP/1.1 100 Continue\r\n\r\n" * 2000),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_is_endless_ends_with_the_bytes(net: Net, name: str) -> None:
    net.serve(ENDLESS[name])
    begin = time.monotonic()
    assert cause(net.fetcher()("http://exemple.fr/", seconds=8)) is Cause.TOO_LARGE
    assert time.monotonic() - begin < 4


def test_a_huge_chunk_of_which_little_comes_takes_no_memory(net: Net) -> None:
    net.serve(HEAD + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\nabc")
    assert cause(net.fetcher()("http://exemple.fr/", seconds=3)) is Cause.BROKEN


def test_chunks_of_one_byte_end_in_time(net: Net) -> None:
    start = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    net.serve(forever(b"1\r\nx\r\n" * 10_000, start))
    begin = time.monotonic()
    assert cause(net.fetcher()("http://exemple.fr/", seconds=1)) in {Cause.TIMEOUT, Cause.TOO_LARGE}
    assert time.monotonic() - begin < 3


BROKEN = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0-OpenSSH\r\n",
    "a cut head": HEAD,
    "a cut body": HEAD + b"Content-Length: 100\r\n\r\nabc",
    "a cut chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n64\r\nabc",
    "chunks without end": HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
    "a chunk of no length": HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
    "two lengths": HEAD + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde",
    "103 Early Hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer(b"ok"),
    "101": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "a huge header": HEAD + b"X-A: " + b"x" * 200_000 + b"\r\n\r\n",
    "20 000 headers": HEAD + b"X-A: b\r\n" * 20_000 + b"\r\n",
    "an endless chunk line": HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"1" * 100_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_whole_http_is_broken(net: Net, name: str) -> None:
    net.serve(BROKEN[name])
    assert cause(net.fetcher()("http://exemple.fr/", seconds=3)) is Cause.BROKEN


def test_a_reset_connection_is_broken(net: Net) -> None:
    def talk(sock: socket.socket) -> None:
        sock.recv(65536)
        sock.sendall(HEAD + b"\r\nabc")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    net.serve(b"")._talk = talk  # type: ignore[method-assign]
    assert cause(net.fetcher()("http://exemple.fr/", seconds=3)) is Cause.BROKEN


def _bomb(size: int) -> bytes:
    return gzip.compress(b"\x20" * size, compresslevel=9)


@pytest.mark.parametrize(
    ("wire", "encoding", "expected"),
    [
        (_bomb(8 * MEBIBYTE), "gzip", Cause.TOO_LARGE),
        (gzip.compress(b"page") + _bomb(8 * MEBIBYTE), "gzip", Cause.TOO_LARGE),
        (gzip.compress(b"a") * 1000, "gzip", Cause.BAD_ENCODING),
        (gzip.compress(_bomb(8 * MEBIBYTE)), "gzip, gzip", Cause.BAD_ENCODING),
        (b"\x8b\x02\x80abc\x03", "br", Cause.BAD_ENCODING),
        (b"abc", "zstd", Cause.BAD_ENCODING),
        (b"abc", "deflate", Cause.BAD_ENCODING),
        (b"abc", ", ".join(["gzip"] * 50), Cause.BAD_ENCODING),
        (b"abc", "gzip", Cause.BAD_ENCODING),
        (gzip.compress(b"words " * 1000)[:-10], "gzip", Cause.BAD_ENCODING),
        (gzip.compress(b"words " * 1000)[:-1], "gzip", Cause.BAD_ENCODING),
        (gzip.compress(b"words")[:-8] + b"\x00" * 8, "gzip", Cause.BAD_ENCODING),
        (gzip.compress(b"words") + b"more", "gzip", Cause.BAD_ENCODING),
    ],
    ids=lambda value: str(value)[:24],
)
def test_packed_bodies(net: Net, wire: bytes, encoding: str, expected: Cause) -> None:
    net.serve(answer(wire, f"Content-Encoding: {encoding}"))
    got = net.fetcher()("http://exemple.fr/", seconds=5)
    assert cause(got) is expected
    assert isinstance(got, Missing)
    assert got.status == 200


def test_a_gzip_file_is_unpacked_once_whatever_its_headers_say(net: Net) -> None:
    net.serve(answer(gzip.compress(b"<urlset/>"), "Content-Type: application/x-gzip"))
    got = net.fetcher()("http://exemple.fr/sitemap.xml.gz")
    assert isinstance(got, Page)
    assert got.body == b"<urlset/>"
    net.serve(answer(gzip.compress(gzip.compress(b"<urlset/>"))))
    assert cause(net.fetcher()("http://exemple.fr/twice.gz")) is Cause.NOT_TEXT


def test_a_bomb_without_a_header_is_too_large(net: Net) -> None:
    net.serve(answer(_bomb(8 * MEBIBYTE)))
    assert cause(net.fetcher()("http://exemple.fr/sitemap.xml.gz", seconds=5)) is Cause.TOO_LARGE


def test_encodings_in_two_headers_count_as_two(net: Net) -> None:
    net.serve(answer(gzip.compress(b"x"), "Content-Encoding: gzip", "Content-Encoding: gzip"))
    assert cause(net.fetcher()("http://exemple.fr/")) is Cause.BAD_ENCODING


def test_a_body_of_ten_megabytes_is_not_even_read(net: Net) -> None:
    sent = 0

    def behaviour(_server: Server, _request: bytes) -> Iterator[bytes]:
        nonlocal sent
        yield HEAD + b"Content-Length: 10000000\r\n\r\n"
        for _ in range(100):
            yield b"x" * 100_000
            sent += 100_000

    net.serve(behaviour)
    got = net.fetcher()("http://exemple.fr/")
    net.close()
    assert cause(got) is Cause.TOO_LARGE
    assert sent < 10_000_000


def test_the_body_of_a_redirect_is_left_unread(net: Net) -> None:
    endless = forever(MANY, b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Encoding: gzip, gzip\r\n\r\n")

    def behaviour(server: Server, request: bytes) -> Iterable[bytes]:
        return [answer(b"end")] if b" /b " in request else endless(server, request)

    net.serve(behaviour)
    assert isinstance(net.fetcher()("http://exemple.fr/"), Page)


_SEEDS = (
    answer(gzip.compress(b"words" * 50), "Content-Encoding: gzip"),
    answer(b"x" * 100, "Set-Cookie: a=b; Expires=Thu, 01 Jan 1970 00:00:00 GMT"),
    redirect("/b"),
    HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\n" + answer(b"ok"),
)
_BITS = (
    *(
        b"",
        b"\r\n",
        b"\n\n",
        b"\r",
        b"\x00",
        b"\xff",
        b":",
        b"\t ",
        b"-1",
        b"9" * 20,
        b"HTTP/9.9",
        b"=?utf-8?b?",
    ),
    *(
        b"Content-Length: x\r\n",
        b"Transfer-Encoding: gzip, chunked\r\n",
        b"Location: http://[",
        b"Location: \xc3",
    ),
)


def _damaged(chance: random.Random) -> bytes:
    wire = bytearray(chance.choice(_SEEDS))
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(len(wire) + 1)
        wire[start : start + chance.randint(0, 8)] = chance.choice((*_BITS, chance.randbytes(3)))
    return bytes(wire)


def test_damaged_answers_give_a_page_or_a_cause_and_never_an_error(net: Net) -> None:
    chance = random.Random(20261124)
    net.serve(lambda _server, _request: [_damaged(chance)])
    fetcher = net.fetcher()
    got = [fetcher("http://exemple.fr/", seconds=2) for _ in range(300)]
    assert {type(one) for one in got} == {Page, Missing}
    assert len({one.cause for one in got if isinstance(one, Missing)}) >= 4


# TLS.


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """An authority that the TLS library trusts, by the bundle that `requests` reads."""
    bundle = tmp_path / "bundle.pem"
    authority.cert_pem.write_to_path(str(bundle))
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(bundle))
    return authority


def context(authority: trustme.CA, name: str) -> ssl.SSLContext:
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(made)
    return made


def test_tls_keeps_the_name_for_sni_host_and_certificate(net: Net, trusted: trustme.CA) -> None:
    server = net.serve(answer(b"ok"), port=443, tls=context(trusted, "exemple.fr"))
    assert isinstance(net.fetcher()("https://exemple.fr/"), Page)
    assert server.names == ["exemple.fr"]
    assert b"Host: exemple.fr\r\n" in server.requests[0]
    assert net.asked == [("exemple.fr", 443)]


def test_a_certificate_for_another_name_is_refused(net: Net, trusted: trustme.CA) -> None:
    server = net.serve(answer(b"ok"), port=443, tls=context(trusted, "autre.fr"))
    assert cause(net.fetcher()("https://exemple.fr/")) is Cause.TLS
    assert server.requests == []


def test_an_unknown_authority_is_refused(net: Net, authority: trustme.CA) -> None:
    server = net.serve(answer(b"ok"), port=443, tls=context(authority, "exemple.fr"))
    assert cause(net.fetcher()("https://exemple.fr/")) is Cause.TLS
    assert server.requests == []


def test_plain_text_where_tls_was_asked_is_a_tls_failure(net: Net) -> None:
    net.serve(b"", port=443)._talk = lambda sock: sock.sendall(answer(b"plain"))  # type: ignore[method-assign]
    assert cause(net.fetcher()("https://exemple.fr/", seconds=3)) is Cause.TLS


def test_a_silent_handshake_ends_at_the_deadline(net: Net) -> None:
    net.serve(forever(b"", b"", 0.05), port=443)
    begin = time.monotonic()
    assert cause(net.fetcher()("https://exemple.fr/", seconds=0.3)) is Cause.TIMEOUT
    assert time.monotonic() - begin < 2.5


def test_a_drip_under_tls_ends_at_the_deadline(net: Net, trusted: trustme.CA) -> None:
    slow = SLOW["a drip of body without length"]
    net.serve(slow, port=443, tls=context(trusted, "exemple.fr"))
    begin = time.monotonic()
    assert cause(net.fetcher()("https://exemple.fr/", seconds=0.6)) is Cause.TIMEOUT
    assert time.monotonic() - begin < 2.5


def test_https_to_http_is_followed_and_seen_in_the_hops(net: Net, trusted: trustme.CA) -> None:
    net.serve(redirect("http://exemple.fr/b"), port=443, tls=context(trusted, "exemple.fr"))
    net.serve(answer(b"plain"))
    got = net.fetcher()("https://exemple.fr/")
    assert isinstance(got, Page)
    assert (got.hops, got.final_url) == (("https://exemple.fr/",), "http://exemple.fr/b")
