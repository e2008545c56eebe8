"""A process and all that it started: watched for time and memory, and ended together."""

import threading
import time
from types import TracebackType
from typing import Self

import psutil

INTERVAL = 0.1
MOST_WAIT = 5.0


class Watch:
    """Ends a process with all its descendants: on leaving, or before, at a moment or above some memory.

    `end` is a moment of the monotonic clock; `memory` is in bytes resident in all of them together, what they
    share counted each time. `over` says what ended them before: `timeout`, `memory`, or nothing.
    """

    def __init__(self, pid: int, *, memory: int, end: float) -> None:
        self.over = ""
        self._pid, self._memory, self._end = pid, memory, end
        self._left = threading.Event()
        self._thread = threading.Thread(target=self._look, name="render-watch", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left.set()
        self._thread.join()
        end_all(self._pid)

    def _look(self) -> None:
        while not self._left.wait(INTERVAL):
            if time.monotonic() > self._end:
                self.over = "timeout"
            elif _resident(self._pid) > self._memory:
                self.over = "memory"
            if self.over:
                end_all(self._pid)
                return


def end_all(pid: int) -> None:
    """Kill a process and its descendants, and wait until they are gone, 5 seconds at most."""
    family = _family(pid)
    for one in family:
        try:
            one.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(family, timeout=MOST_WAIT)


def _family(pid: int) -> list[psutil.Process]:
    try:
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _resident(pid: int) -> int:
    total = 0
    for one in _family(pid):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total
