"""The process that opens one page in a browser, started as `python -m checker.render.worker`.

The task comes on standard input; on standard output go the addresses that the page's scripts want and at last
the page they built. Our process ends this one, and the browser with it.
"""

import asyncio
import os
import resource
import sys

import msgspec

from checker.isolate.wire import own_output, payload_of
from checker.render.browser import render
from checker.render.line import Line
from checker.render.wire import Got, Task

_LARGEST_FILE = 256 << 20


async def main() -> None:
    """Open the page of the one task and say what became of it."""
    source, sink = sys.stdin.buffer, own_output()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
    task = msgspec.msgpack.decode(payload_of(source) or b"", type=Task)
    line = Line(source, sink)
    line.know(
        task.url, Got(status=task.status, content_type=task.content_type, body=task.body, final_url=task.url)
    )
    await render(task, line)
    os._exit(0)  # a thread still listens


if __name__ == "__main__":
    asyncio.run(main())
