"""`requests` on connections of our own making: one hop, one adapter, one pool, no proxy, no cookie jar.

`_new_conn` and `_dns_host` of urllib3 are not public: the tests of the seam fail loudly when they change.
`.host` stays the name, so the Host header, SNI and the certificate check stay with the name.
"""

import io
import socket
from collections.abc import Mapping
from http.client import HTTPResponse, IncompleteRead
from typing import Any

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from checker.fetch.budget import Budget, CountedReader
from checker.fetch.dial import Line


class _Received(HTTPResponse):
    """A response whose bytes are counted, and whose head is not taken for whole when it was cut."""

    def __init__(self, sock: socket.socket, *args: Any, budget: Budget, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        self._counted = CountedReader(self.fp.detach(), budget)
        self.fp = io.BufferedReader(self._counted)

    def begin(self) -> None:
        super().begin()
        if self._counted.has_ended:
            raise IncompleteRead(b"")


class _Dialled(HTTPConnection):
    """A connection that goes only where its line leads, with counted responses."""

    def __init__(self, *args: Any, line: Line, **options: Any) -> None:
        super().__init__(*args, **options)
        self._line = line

    def _new_conn(self) -> socket.socket:
        return self._line.open(self._dns_host, self.port)

    def response_class(  # type: ignore[override]
        self, sock: socket.socket, *args: Any, **options: Any
    ) -> HTTPResponse:
        return _Received(sock, *args, budget=self._line.budget, **options)


class _DialledTls(_Dialled, HTTPSConnection):
    """The same under TLS."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Dialled


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _DialledTls


class Adapter(HTTPAdapter):
    """What sends one request over one line."""

    def __init__(self, line: Line) -> None:
        super().__init__(max_retries=0)
        self._line = line
        self._pool: HTTPConnectionPool | None = None

    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: Any = None,
    ) -> HTTPConnectionPool:
        """Give a new pool for this request; proxies are never looked at, certificates always are."""
        place, tls = self.build_connection_pool_key_attributes(request, verify=True)
        if place["scheme"] == "https":
            self._pool = _TlsPool(place["host"], place["port"], line=self._line, **tls)
        else:
            self._pool = _Pool(place["host"], place["port"], line=self._line)
        return self._pool

    def build_response(self, req: PreparedRequest, resp: Any) -> Response:
        """Give a response that holds only the raw one: no cookie is read, no charset guessed."""
        response = Response()
        response.raw = resp
        return response

    def close(self) -> None:
        """Close the pool and its connections."""
        super().close()
        if self._pool is not None:
            self._pool.close()
