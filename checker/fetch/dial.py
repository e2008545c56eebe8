"""From a host name to a connected socket: names resolved once, every answer checked, that answer dialled."""

import socket
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from ipaddress import ip_address

from checker.fetch.budget import Budget
from checker.fetch.guard import all_public
from checker.fetch.stop import Stop
from checker.words import Cause

CONNECT_SECONDS = 5.0
READ_SECONDS = 8.0
DNS_SECONDS = 5.0
MAX_ADDRESSES = 4

Sockaddr = tuple[str, int] | tuple[str, int, int, int]
Resolve = Callable[[str, int], Sequence[Sockaddr]]
Connect = Callable[[Sockaddr, float], socket.socket]


def resolve(host: str, port: int) -> list[Sockaddr]:
    """Give the socket addresses of a host name; raise `OSError` when there are none.

    The final dot makes the name absolute, so that search domains of this machine are never tried.
    """
    return [answer[4] for answer in socket.getaddrinfo(f"{host}.", port, type=socket.SOCK_STREAM)]  # type: ignore[misc]


def connect(address: Sockaddr, timeout: float) -> socket.socket:
    """Give a socket connected to exactly this address; raise `OSError`, `TimeoutError` after `timeout` s."""
    sock = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.settimeout(timeout)
        sock.connect(address)
        if ip_address(sock.getpeername()[0]) != ip_address(address[0]):
            raise ConnectionError("The connection leads to another address.")
    except BaseException:
        sock.close()
        raise
    return sock


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the connections of one fetch need to dial: the seam, the threads that ask names, the budget."""

    resolve: Resolve
    connect: Connect
    threads: ThreadPoolExecutor
    budget: Budget

    def open(self, host: str, port: int) -> socket.socket:
        """Give a connected, watched socket to a public address of this name; raise `Stop` otherwise."""
        answers = self._answers(host, port)
        if not all_public([answer[0] for answer in answers]):
            raise Stop(Cause.NOT_PUBLIC, "The name leads to an address that is not public.")
        faults: list[type[Exception]] = []
        for answer in answers[:MAX_ADDRESSES]:
            self.budget.take(0)
            try:
                return self._dialled(answer)
            except (OSError, LookupError) as error:
                faults.append(type(error))
        if all(issubclass(fault, TimeoutError) for fault in faults):
            raise Stop(Cause.TIMEOUT, "No connection could be made in time.")
        raise Stop(Cause.CONNECT, "No connection could be made.")

    def _dialled(self, answer: Sockaddr) -> socket.socket:
        sock = self.connect(answer, min(CONNECT_SECONDS, self.budget.seconds_left))
        try:
            self.budget.watch(sock)
            sock.settimeout(READ_SECONDS)
        except BaseException:
            sock.close()
            raise
        return sock

    def _answers(self, host: str, port: int) -> list[Sockaddr]:
        asked = self.threads.submit(self.resolve, host, port)
        try:
            answers = list(asked.result(min(DNS_SECONDS, self.budget.seconds_left)))
        except TimeoutError as error:
            asked.cancel()
            self.budget.take(0)
            raise Stop(Cause.DNS, "The name was not resolved in time.") from error
        except (OSError, LookupError, ValueError) as error:
            raise Stop(Cause.DNS, "The name does not resolve.") from error
        if not answers:
            raise Stop(Cause.DNS, "The name has no address.")
        return answers
