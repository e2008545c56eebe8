"""The process that reads documents: orders on standard input, answers on standard output, until input ends.

Started as `python -m checker.isolate.worker BYTES` with the memory it may use. The kernel's CPU limit
counts from the birth of a process, so it is moved on before each document.
"""

import resource
import signal
import sys

from checker.errors import BadInput
from checker.html import read
from checker.isolate.wire import Answer, Order, framed, order, own_output, payload_of

_FILES = 64


def main() -> None:
    """Serve until standard input ends."""
    source, sink = sys.stdin.buffer, own_output()
    _limit(int(sys.argv[1]))
    while (payload := payload_of(source)) is not None:
        request = order(payload)
        _allow_cpu(request.cpu)
        result = answered(request)
        sink.write(framed(result))
        sink.flush()
        if result.code == "memory":
            return


def answered(request: Order) -> Answer:
    """Give the answer to one order; no document makes it raise."""
    try:
        return Answer(reading=read(request.body, request.content_type, request.url))
    except BadInput as error:
        return Answer(code=error.code, detail=error.detail)
    except MemoryError:
        return Answer(code="memory")
    except Exception as error:  # the last line: the parent must hear that a document broke the reader
        return Answer(code="failed", detail=f"{type(error).__name__}: {error}"[:200])


def _limit(memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_FILES, _FILES))


def _allow_cpu(seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
