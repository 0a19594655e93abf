"""Coverage-guided fuzzing of what the judge reads from a submission: ``make fuzz``, by Atheris.

Each input goes to the codec, to the reading of an answer and to the reading of a judge's report. Whatever the bytes,
they give a value or the one error that says that they are none; a value that was read is written as the same bytes
mean. Anything else that is raised is a finding, which Atheris writes to a file of its own.
"""

from __future__ import annotations

import json
import math
import sys

import atheris

with atheris.instrument_imports(include=["quizzer.grader.child.wire", "quizzer.grader.child.remote"]):
    from quizzer.checks.errors import RemoteError
    from quizzer.grader.child.remote import Channel, RemoteForgedError
    from quizzer.grader.child.wire import Decoder, Encoder, Handle, Reference, WireError
    from quizzer.grader.frames import FrameError, parse_json
    from quizzer.grader.report import Report

import torch


class Silent:
    """A transport that is never used: answers are handed in."""

    def exchange(self, request: bytes) -> bytes:
        raise AssertionError(request)


def one_input(data: bytes) -> None:
    """What Atheris calls, again and again."""
    decode(data)
    read_answer(data)
    read_report(data)


def decode(data: bytes) -> None:
    try:
        value = Decoder(lambda found: found, keep_requires_grad=True).decode(data)
    except WireError:
        return
    again = Decoder(lambda found: found, keep_requires_grad=True).decode(Encoder(stand_in).encode(value))
    assert same(value, again), (value, again)


def read_answer(data: bytes) -> None:
    try:
        Channel(Silent(), forbidden=frozenset({"dropout"})).read(data)
    except (RemoteError, RemoteForgedError):
        return


def read_report(data: bytes) -> None:
    try:
        plain = parse_json(data)
    except FrameError:
        return
    try:
        Report.parse(plain)
    except FrameError:
        return
    json.dumps(plain)


def stand_in(value: object) -> Handle | Reference:
    if isinstance(value, Handle | Reference):
        return value
    raise WireError("nothing else was read")


def same(one: object, other: object) -> bool:
    """Equal, NaN to NaN too."""
    if isinstance(one, torch.Tensor) and isinstance(other, torch.Tensor):
        if one.device.type == "meta":
            return one.shape == other.shape and one.dtype == other.dtype
        return one.dtype == other.dtype and torch.equal(bits(one), bits(other))
    if isinstance(one, float) and isinstance(other, float):
        return one == other or (math.isnan(one) and math.isnan(other))
    if isinstance(one, complex) and isinstance(other, complex):
        return same(one.real, other.real) and same(one.imag, other.imag)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return same(list(one), list(other)) and same(list(one.values()), list(other.values()))
    if isinstance(one, slice) and isinstance(other, slice):
        return same((one.start, one.stop, one.step), (other.start, other.stop, other.step))
    return one == other and type(one) is type(other)


def bits(value: torch.Tensor) -> torch.Tensor:
    flat = value.detach().contiguous().flatten()
    return flat.view(torch.uint8) if flat.numel() else flat


def main() -> None:
    torch.set_num_threads(1)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
