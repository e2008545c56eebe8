"""What the renderer and its process say to each other, over the pipes of `checker.isolate`."""

import msgspec


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it came, and how to open it; `seconds` is how long its scripts may go on building it."""

    url: str
    status: int
    content_type: str
    body: bytes
    browser: str
    user_agent: str
    seconds: float


class Wanted(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Addresses that the page's scripts ask for."""

    urls: tuple[str, ...]


class Done(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The page as the scripts built it, where they went, and the HTTP status of what came from there."""

    url: str
    status: int
    html: str


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The page could not be built: `launch`, `crashed`, `redirects`, `elements`, `moved` or `unbuilt`."""

    code: str
    detail: str = ""


class Got(msgspec.Struct, frozen=True, kw_only=True):
    """What one address gave; status 0 when nothing could be had."""

    status: int = 0
    content_type: str = ""
    body: bytes = b""
    final_url: str = ""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What the addresses of one `Wanted` gave, in its order."""

    got: tuple[Got, ...]


def said(payload: bytes) -> Wanted | Done | Failed:
    """Give what the process says; raise `msgspec.MsgspecError` for anything else."""
    return msgspec.msgpack.decode(payload, type=Wanted | Done | Failed)
