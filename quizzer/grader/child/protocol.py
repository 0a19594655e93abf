"""The few requests that the judge sends to the submission, and the two answers."""

from __future__ import annotations

import struct
from enum import StrEnum


class Op(StrEnum):
    """What the judge may ask; every request is a tuple that begins with one of these."""

    READY = "ready"
    NAME = "name"
    FIXTURE = "fixture"
    CALL = "call"
    CALL_UNWATCHED = "call_unwatched"
    GET = "get"
    SET = "set"
    ITEM = "item"
    LENGTH = "length"
    ITERATE = "iterate"
    NEXT = "next"
    DESCRIBE = "describe"
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
"""What begins a frame that is no request, but asks for the submission to be loaded afresh; its seed follows.

No value on the wire begins with this byte.
"""
SEED = struct.Struct(">Q")
