"""The browser's side of the pipe: addresses go out in batches, answers come back, each address asked once."""

import asyncio
import os
import threading
from typing import BinaryIO

import msgspec

from checker.isolate.wire import framed, payload_of
from checker.render.wire import Answers, Got, Wanted

GATHER = 0.02


class Line:
    """Asks our process for addresses; `source` and `sink` are the pipes to it."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self._source, self._sink = source, sink
        self._loop = asyncio.get_running_loop()
        self._known: dict[str, asyncio.Future[Got]] = {}
        self._fresh: list[str] = []
        self._sent: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def is_waiting(self) -> bool:
        """Tell whether an answer is still to come."""
        return bool(self._sent or self._fresh)

    async def ask(self, url: str) -> Got:
        """Give what an address answers; the same answer when it is asked again."""
        if url not in self._known:
            self._known[url] = self._loop.create_future()
            self._fresh.append(url)
            self._loop.call_later(GATHER, self._send)
        return await asyncio.shield(self._known[url])

    def know(self, url: str, got: Got) -> None:
        """Remember an answer that came another way."""
        if url not in self._known:
            self._known[url] = self._loop.create_future()
            self._known[url].set_result(got)

    def say(self, message: msgspec.Struct) -> None:
        """Write a message."""
        self._sink.write(framed(message))
        self._sink.flush()

    def _send(self) -> None:
        """Send what waits, once the batch before is answered: our process answers a batch at a time."""
        if self._fresh and not self._sent:
            self._sent, self._fresh = self._fresh, []
            self.say(Wanted(urls=tuple(self._sent)))

    def _take(self, answers: Answers) -> None:
        sent, self._sent = self._sent, []
        for url, got in zip(sent, answers.got, strict=True):
            self._known[url].set_result(got)
        self._send()

    def _listen(self) -> None:
        while (payload := payload_of(self._source)) is not None:
            answers = msgspec.msgpack.decode(payload, type=Answers)
            self._loop.call_soon_threadsafe(self._take, answers)
        os._exit(1)  # our process is gone: nobody waits for this page any more
