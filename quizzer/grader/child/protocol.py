"""The few requests that the judge sends to the submission, and the two answers."""

from __future__ import annotations

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
    DESCRIBE = "describe"
    SEED = "seed"
    OBSERVE = "observe"
    VJP = "vjp"
    FAKE_GPU = "fake_gpu"


OK = "ok"
ERROR = "error"
EXHAUSTED = "exhausted"
