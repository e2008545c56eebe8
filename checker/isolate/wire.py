"""The messages between us and a process of ours: a length in four bytes, then MessagePack."""

import os
import struct
from typing import BinaryIO

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


def framed(message: msgspec.Struct) -> bytes:
    """Give a message as it is written on the pipe."""
    payload = msgspec.msgpack.encode(message)
    return LENGTH.pack(len(payload)) + payload


def order(payload: bytes) -> Order:
    """Give the order in a payload."""
    return msgspec.msgpack.decode(payload, type=Order)


def answer(payload: bytes) -> Answer:
    """Give the answer in a payload; raise `msgspec.MsgspecError` for anything else."""
    return msgspec.msgpack.decode(payload, type=Answer)


def payload_of(source: BinaryIO) -> bytes | None:
    """Give the payload of the next message from a pipe, or nothing when the pipe has ended."""
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    payload = source.read(length)
    return payload if len(payload) == length else None


def own_output() -> BinaryIO:
    """Keep standard output for messages; whatever a library prints goes nowhere."""
    sink = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return sink
