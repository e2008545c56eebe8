"""Threads that claim waiting checks from the store and do the work."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from checker.errors import Busy, NotFound
from checker.model import Check
from checker.store import Store
from checker.words import CheckStatus

Work = Callable[[Check], None]

ATTEMPTS = 3
INTERNAL = "internal"
RETRY_AFTER = 10

_log = logging.getLogger(__name__)


class Runner:
    """Works on the store's waiting checks, some at a time; `work` itself saves the check's end."""

    def __init__(
        self,
        store: Store,
        work: Work,
        *,
        workers: int,
        queue_size: int,
        clock: Callable[[], datetime],
        lease_seconds: float = 120,
        poll_seconds: float = 1,
    ) -> None:
        """Make a runner that is not yet started.

        `clock` gives the hour in UTC. A check whose worker is silent for `lease_seconds` is lost. Every
        `poll_seconds` the store is asked for what another process added, ended or lost.
        """
        self._store = store
        self._work = work
        self._workers = workers
        self._queue_size = queue_size
        self._clock = clock
        self._lease_seconds = lease_seconds
        self._poll_seconds = poll_seconds
        self._changed = threading.Condition()
        self._news = 0
        self._submitting = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._stopping = threading.Event()

    def start(self) -> None:
        """Start the threads, unless they run; their first turn takes up what dead workers left."""
        with self._changed:
            if self._threads:
                return
            self._stopping = threading.Event()
            self._threads = [
                threading.Thread(target=self._serve, args=(self._stopping,), name=f"check-{n}", daemon=True)
                for n in range(self._workers)
            ]
            for thread in self._threads:
                thread.start()

    def stop(self, seconds: float = 60) -> None:
        """Let each thread finish the check it holds and end; what still waits stays in the store.

        A check that is not finished after so many seconds is left, and is lost when the process ends.
        """
        with self._changed:
            threads, self._threads = self._threads, []
            self._stopping.set()
        self._tell()
        until = time.monotonic() + seconds
        for thread in threads:
            thread.join(max(0, until - time.monotonic()))

    def sweep(self) -> None:
        """Let lost checks wait again; one that was lost three times fails."""
        now = self._clock()
        lost = self._store.lost(now)
        if lost:
            _log.warning("workers were lost on these checks: %s", ", ".join(lost))
            self._store.requeue(now, ATTEMPTS)

    def submit(self, check: Check) -> None:
        """Keep a check and let a worker take it; raise `Busy` when as many wait already as may wait."""
        with self._submitting:
            if self._store.waiting() >= self._queue_size:
                raise Busy(RETRY_AFTER)
            self._store.add(replace(check, status=CheckStatus.QUEUED))
        self.start()
        self._tell()

    def wait(self, id_: str, seconds: float) -> Check:
        """Give a check when it is at its end, or as it stands after so many seconds; raise `NotFound`."""
        until = time.monotonic() + seconds
        while True:
            seen = self._news
            left = until - time.monotonic()
            if left <= 0 or self._store.status(id_).is_final:
                return self._store.get(id_)
            self._listen(seen, min(left, self._poll_seconds))

    def _serve(self, stopping: threading.Event) -> None:
        while not stopping.is_set():
            seen = self._news
            if not self._turn() and not stopping.is_set():
                self._listen(seen, self._poll_seconds)

    def _turn(self) -> bool:
        """Work on one check; False when there is none, or when the store cannot be reached just now."""
        try:
            self.sweep()
            check = self._store.claim(self._clock(), self._lease_seconds)
            if check is None:
                return False
            self._run(check)
        except Exception:
            _log.exception("a worker could not go on; it tries again")
            return False
        return True

    def _run(self, check: Check) -> None:
        try:
            self._work(check)
        except Exception:
            _log.exception("the work on check %s failed", check.id)
        try:
            # Changes nothing when the work has come to its end.
            unfinished = self._store.set_status(
                check.id, CheckStatus.FAILED, failure=INTERNAL, finished_at=self._clock()
            )
        except NotFound:
            _log.info("check %s was forgotten while it was worked on", check.id)
        else:
            if unfinished:
                _log.error("the work on check %s left no answer", check.id)
        self._tell()

    def _tell(self) -> None:
        with self._changed:
            self._news += 1
            self._changed.notify_all()

    def _listen(self, seen: int, seconds: float) -> None:
        """Wait for news since `seen`, so that none told in between is missed."""
        with self._changed:
            self._changed.wait_for(lambda: self._news != seen, seconds)
