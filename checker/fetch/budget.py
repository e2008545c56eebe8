"""One deadline and one allowance of wire bytes for a whole fetch, over all its hops."""

import io
import socket
from threading import Lock, Timer
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from checker.fetch.stop import Stop
from checker.words import Cause

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Budget:
    """Seconds and bytes that one fetch may use; at the deadline every watched connection is shut down.

    Timeouts of sockets are per read and stop no drip: only a shutdown from outside does.
    """

    def __init__(self, seconds: float, wire: int) -> None:
        self._end = monotonic() + seconds
        self._left = wire
        self._lock = Lock()
        self._watched: list[socket.socket] = []
        self._timer = Timer(max(seconds, 0), self._shut_down)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for sock in self._watched:
                sock.close()
            self._watched.clear()

    @property
    def seconds_left(self) -> float:
        """Give the seconds until the deadline, at least 0."""
        return max(self._end - monotonic(), 0.0)

    def watch(self, sock: socket.socket) -> None:
        """Shut this connection down at the deadline; raise `Stop` if that has passed."""
        with self._lock:
            self._watched.append(sock.dup())  # the original may be wrapped in TLS: a copy stays in reach
        self.take(0)

    def take(self, count: int) -> None:
        """Use up some bytes; raise `Stop` when the bytes or the seconds have run out."""
        if not self.seconds_left:
            raise Stop(Cause.TIMEOUT, "The answer took too long.")
        self._left -= count
        if self._left < 0:
            raise Stop(Cause.TOO_LARGE, "The answer is too large.")

    def widen(self, count: int) -> None:
        """Allow some more bytes."""
        self._left += count

    def _shut_down(self) -> None:
        with self._lock:
            for sock in self._watched:
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue


class CountedReader(io.RawIOBase):
    """A reader of bytes that takes each byte from a budget, and knows whether the source has ended."""

    def __init__(self, raw: io.RawIOBase, budget: Budget) -> None:
        self.has_ended = False
        self._raw = raw
        self._budget = budget

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        """Read into a buffer; raise `Stop` when the budget has run out."""
        count: int | None = self._raw.readinto(buffer)
        self.has_ended = count == 0
        self._budget.take(count or 0)
        return count

    def close(self) -> None:
        """Close the source too."""
        super().close()
        self._raw.close()
