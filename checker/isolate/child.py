"""A process of ours: spoken to over its pipes with a deadline, killed when it does not answer."""

import os
import selectors
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from checker.isolate.wire import LENGTH, LONGEST

_ROOT = Path(__file__).resolve().parents[2]
_CHUNK = 1 << 16


class Stopped(Exception):
    """The process did not answer: `timeout`, or `died`."""


class Child:
    """A process that runs one of our modules; not to be shared between threads.

    `module` is its name and its arguments; it sees nothing of our environment but what `environment` adds.
    `within` is a command that runs it, such as `unshare` with its options.
    """

    def __init__(
        self,
        module: Sequence[str],
        *,
        environment: Mapping[str, str] | None = None,
        within: Sequence[str] = (),
    ) -> None:
        paths = [str(_ROOT), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
        self._process = subprocess.Popen(  # noqa: S603 - our own words only, no shell
            [*within, sys.executable, "-P", "-m", *module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd="/",
            env={
                "PYTHONPATH": os.pathsep.join(paths),
                "PYTHONHASHSEED": "0",
                "LC_ALL": "C.UTF-8",
                **(environment or {}),
            },
            close_fds=True,
            start_new_session=True,
        )
        self.pid = self._process.pid
        self.owner = os.getpid()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None  # noqa: S101 - both were asked for above
            os.set_blocking(pipe.fileno(), False)

    def ask(self, message: bytes, seconds: float) -> bytes:
        """Write one message and give the answer's payload; raise `Stopped` when it does not come in time."""
        deadline = time.monotonic() + seconds
        self.send(message, deadline)
        return self.receive(deadline)

    def send(self, message: bytes, deadline: float) -> None:
        """Write one message; raise `Stopped` when it is not taken by a moment of the monotonic clock."""
        try:
            self._write(message, deadline)
        except OSError as error:
            raise Stopped("died") from error

    def receive(self, deadline: float) -> bytes:
        """Give the payload of the next message; raise `Stopped` when it does not come in time."""
        try:
            (length,) = LENGTH.unpack(self._read(LENGTH.size, deadline))
            if length > LONGEST:
                raise Stopped("died")
            return self._read(length, deadline)
        except OSError as error:
            raise Stopped("died") from error

    def kill(self) -> None:
        """End the process at once and forget its pipes."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()

    def abandon(self) -> None:
        """Close our copies of the pipes of a process that belongs to the process we were forked from."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.returncode = 0

    def _write(self, message: bytes, deadline: float) -> None:
        assert self._process.stdin is not None  # noqa: S101
        rest = memoryview(message)
        while rest:
            _wait(self._process.stdin.fileno(), selectors.EVENT_WRITE, deadline)
            rest = rest[os.write(self._process.stdin.fileno(), rest[:_CHUNK]) :]

    def _read(self, length: int, deadline: float) -> bytes:
        assert self._process.stdout is not None  # noqa: S101
        got = bytearray()
        while len(got) < length:
            _wait(self._process.stdout.fileno(), selectors.EVENT_READ, deadline)
            chunk = os.read(self._process.stdout.fileno(), min(_CHUNK, length - len(got)))
            if not chunk:
                raise Stopped("died")
            got += chunk
        return bytes(got)


def _wait(descriptor: int, event: int, deadline: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, event)
        if not selector.select(max(0.0, deadline - time.monotonic())):
            raise Stopped("timeout")
