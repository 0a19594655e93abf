"""The few requests that the judge sends to the submission, and the two answers."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from enum import StrEnum


class Op(StrEnum):
    """What the judge may ask; every request is a tuple that begins with one of these."""

    READY = "ready"
    NAME = "name"
    FIXTURE = "fixture"
    CALL = "call"
    GET = "get"
    SET = "set"
    ITEM = "item"
    LENGTH = "length"
    ITERATE = "iterate"
    NEXT = "next"
    BASES = "bases"
    SEED = "seed"
    GENERATOR = "generator"
    BUILD = "build"
    OBSERVE = "observe"
    VJP = "vjp"
    TRACE = "trace"
    FAKE_GPU = "fake_gpu"


OK = "ok"
ERROR = "error"
EXHAUSTED = "exhausted"

AGAIN = b"\x00again"
"""What begins a frame that is no request, but asks for the submission to be loaded afresh.

Its seed follows, and the source to load, if it is another one, as JSON. No value on the wire begins with this byte.
"""
_SEED = struct.Struct(">Q")


def again_order(seed: int, *, loads: Mapping[str, str] | None) -> bytes:
    """The frame that asks for it."""
    return AGAIN + _SEED.pack(seed) + (b"" if loads is None else json.dumps(dict(loads)).encode())


def read_again_order(frame: bytes) -> tuple[int, Mapping[str, str] | None]:
    """What ``again_order`` was made of. Raises struct.error or ValueError for anything else."""
    body = frame.removeprefix(AGAIN)
    (seed,) = _SEED.unpack(body[: _SEED.size])
    return seed, json.loads(body[_SEED.size :]) if len(body) > _SEED.size else None
