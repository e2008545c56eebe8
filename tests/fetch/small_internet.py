"""A small internet on loopback: names with public-looking addresses, and servers of any behaviour."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from checker.fetch import Fetcher
from checker.settings import Settings

PUBLIC = "93.184.216.34"
OTHER_PUBLIC = "93.184.216.35"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)

Behaviour = Callable[["Server", bytes], Iterable[bytes]]


class Server:
    """Listens on loopback; gives each request to a behaviour and sends what that yields, then closes."""

    def __init__(self, behaviour: Behaviour, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[bytes] = []
        self.names: list[str | None] = []
        self.stopped = threading.Event()
        self._behaviour = behaviour
        self._tls = tls
        if tls is not None:
            tls.sni_callback = lambda _sock, name, _context: self.names.append(name)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = ThreadPoolExecutor(8)
        self._threads.submit(self._listen)

    def pause(self, seconds: float) -> bool:
        """Wait; tell whether the server still runs."""
        return not self.stopped.wait(seconds)

    def close(self) -> None:
        if self.stopped.is_set():
            return
        self.stopped.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._threads.shutdown()

    def _listen(self) -> None:
        while not self.stopped.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self._threads.submit(self._serve, sock)

    def _serve(self, sock: socket.socket) -> None:
        with sock:
            sock.settimeout(10)
            try:
                if self._tls is None:
                    self._talk(sock)
                else:
                    with self._tls.wrap_socket(sock, server_side=True) as wrapped:
                        self._talk(wrapped)
            except OSError:
                return

    def _talk(self, sock: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            got = sock.recv(65536)
            if not got:
                return
            request += got
        self.requests.append(request)
        for piece in self._behaviour(self, request):
            if self.stopped.is_set():
                return
            sock.sendall(piece)


class Net:
    """Names, addresses and servers of one test, with a record of what was asked and dialled."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.dialled: list[str] = []
        self._addresses: dict[str, list[list[str]]] = {}
        self._servers: dict[tuple[str, int], Server] = {}
        self._all: list[Server] = []

    def name(self, host: str, *answers: list[str]) -> None:
        """Let a name have these answers, one after the other; the last one stays."""
        self._addresses[host] = list(answers)

    def serve(
        self,
        behaviour: Behaviour | bytes,
        host: str = "exemple.fr",
        address: str = PUBLIC,
        port: int = 80,
        tls: ssl.SSLContext | None = None,
    ) -> Server:
        """Start a server that is reached under a host name and a public address."""
        known = behaviour if callable(behaviour) else lambda _server, _request: [behaviour]
        server = Server(known, tls)
        self._all.append(server)
        self._servers[address, port] = server
        self._addresses.setdefault(host, [[address]])
        return server

    def resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        self.asked.append((host, port))
        answers = self._addresses.get(host)
        if answers is None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        now = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(address, port) for address in now]

    def connect(self, address: tuple[str, int], timeout: float) -> socket.socket:
        self.dialled.append(address[0])
        server = self._servers.get((address[0], address[1]))
        if server is None:
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", server.port), timeout)

    def fetcher(self, **settings: str) -> Fetcher:
        return Fetcher(Settings(**settings), resolve=self.resolve, connect=self.connect, now=lambda: NOON)

    def close(self) -> None:
        for server in self._all:
            server.close()


def answer(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """Give an HTTP answer with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(b"moved", f"Location: {location}", status=status)
