"""Foreign documents are read in processes with limits of memory, CPU and time, and killed at the limit.

C parsers cannot be interrupted from inside Python, so a thread with a deadline is no protection. pebble and
multiprocessing were not taken: their `spawn` runs the caller's main script again (one without a main guard
starts itself), their `fork` copies locks held by other threads. A process of our own module, spoken to over
its pipes, has neither fault, imports nothing of the web application, and ends when its pipe ends.
"""

import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import msgspec

from checker.isolate.child import Child, Stopped
from checker.isolate.wire import Answer, Order, answer, framed
from checker.model.seen import Missing, Page, Reading
from checker.words import Cause

MOST_BYTES = 10 << 20
_CAUSES = {
    "not_text": Cause.NOT_TEXT,
    "unreadable_pdf": Cause.NOT_TEXT,
    "unreadable_docx": Cause.NOT_TEXT,
    "too_large": Cause.TOO_LARGE,
}


class Parser:
    """A few reading processes; safe to use from several threads.

    `seconds` is the time on the wall for one document, `cpu` its CPU seconds, `memory` the bytes of address
    space of a process, `patience` the seconds a caller waits for a free one. Processes start when needed.
    """

    def __init__(
        self,
        *,
        workers: int = 2,
        seconds: float = 15.0,
        memory: int = 1 << 30,
        cpu: int = 10,
        patience: float = 60.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._seconds, self._memory, self._cpu, self._patience, self._now = (
            seconds,
            memory,
            cpu,
            patience,
            now,
        )
        self._free = threading.Condition()
        self._idle: list[Child | None] = [None] * workers
        self._closed = False

    def read(self, page: Page) -> Reading | Missing:
        """Give what can be read of a page, or why it cannot be read."""
        result = self._result(page.body, page.header("Content-Type"), page.final_url)
        if isinstance(result, Reading):
            return result
        cause, detail = result
        return Missing(
            url=page.url,
            cause=cause,
            taken_at=page.taken_at,
            status=page.status,
            detail=detail,
            final_url=page.final_url,
        )

    def read_bytes(self, body: bytes, content_type: str, url: str) -> Reading | Missing:
        """Give what can be read of an uploaded document, or why it cannot be read."""
        result = self._result(body, content_type, url)
        if isinstance(result, Reading):
            return result
        cause, detail = result
        return Missing(url=url, cause=cause, taken_at=self._now(), detail=detail)

    def close(self) -> None:
        """End all processes that are idle; those at work end when their document ends."""
        with self._free:
            self._closed = True
            idle, self._idle = self._idle, []
            self._free.notify_all()
        for child in idle:
            _end(child)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _result(self, body: bytes, content_type: str, url: str) -> Reading | tuple[Cause, str]:
        if len(body) > MOST_BYTES:
            return Cause.TOO_LARGE, f"{len(body)} bytes"
        try:
            said = self._ask(Order(body=body, content_type=content_type, url=url, cpu=self._cpu))
        except Stopped as error:
            return Cause.PARSER_STOPPED, str(error)
        if said.reading is None:
            return _CAUSES.get(said.code, Cause.PARSER_STOPPED), said.detail or said.code
        if "scanned" in said.reading.marks:
            return Cause.SCANNED_PDF, "no text in the file"
        return said.reading

    def _ask(self, order: Order) -> Answer:
        child = self._take()
        healthy = False
        try:
            child = child or Child(("checker.isolate.worker", str(self._memory)))
            said = answer(child.ask(framed(order), self._seconds))
            healthy = said.code != "memory"
            return said
        except (OSError, msgspec.MsgspecError) as error:
            raise Stopped("died") from error
        finally:
            self._give_back(child, healthy=healthy)

    def _take(self) -> Child | None:
        deadline = time.monotonic() + self._patience
        with self._free:
            while not self._idle:
                if self._closed or not self._free.wait(deadline - time.monotonic()):
                    raise Stopped("closed" if self._closed else "busy")
            child = self._idle.pop()
        if child is not None and child.owner != os.getpid():
            child.abandon()
            return None
        return child

    def _give_back(self, child: Child | None, *, healthy: bool) -> None:
        if not healthy or self._closed:
            _end(child)
            child = None
        with self._free:
            if not self._closed:
                self._idle.append(child)
                self._free.notify()


def _end(child: Child | None) -> None:
    if child is not None and child.owner == os.getpid():
        child.kill()
