"""The real resolver and dialler, as far as loopback can show them."""

import socket

import pytest

from checker.fetch.dial import connect, resolve


def test_names_are_asked_as_absolute_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search domain of this machine is never tried: the name that goes out ends with a dot."""
    asked: list[tuple[object, ...]] = []

    def getaddrinfo(*args: object, **_options: object) -> list[tuple[object, ...]]:
        asked.append(args)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443)),
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2606:2800:220:1::1", 443, 0, 0)),
        ]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    assert resolve("exemple.fr", 443) == [("93.184.216.34", 443), ("2606:2800:220:1::1", 443, 0, 0)]
    assert asked == [("exemple.fr.", 443)]


def test_a_connection_goes_to_the_address_given() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        with connect(address, 2.0) as sock:
            assert sock.getpeername() == address
            assert sock.gettimeout() == 2.0


@pytest.mark.allow_hosts(["127.0.0.1", "0.0.0.0"])
def test_a_peer_that_is_another_address_is_refused() -> None:
    """The system sends a connection for 0.0.0.0 to loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(ConnectionError, match="another"):
        connect(("0.0.0.0", listener.getsockname()[1]), 2.0)


def test_a_closed_port_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
    with pytest.raises(OSError, match="refused"):
        connect(address, 2.0)
