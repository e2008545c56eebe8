"""The messages between a parser and its process: a length in four bytes, then MessagePack."""

import struct

import msgspec

from checker.model.seen import Reading

LENGTH = struct.Struct(">I")
LONGEST = 64 << 20


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A document to read, and the seconds of CPU it may cost."""

    body: bytes
    content_type: str
    url: str
    cpu: int


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of it: a reading, or a code of `BadInput`, or `memory`, or `failed`."""

    reading: Reading | None = None
    code: str = ""
    detail: str = ""


def framed(message: Order | Answer) -> bytes:
    """Give a message as it is written on the pipe."""
    payload = msgspec.msgpack.encode(message)
    return LENGTH.pack(len(payload)) + payload


def order(payload: bytes) -> Order:
    """Give the order in a payload."""
    return msgspec.msgpack.decode(payload, type=Order)


def answer(payload: bytes) -> Answer:
    """Give the answer in a payload; raise `msgspec.MsgspecError` for anything else."""
    return msgspec.msgpack.decode(payload, type=Answer)
