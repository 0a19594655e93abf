"""Evaluates a compute card's answer, or runs a card's verify snippet, in a locked-down process of its own."""

from __future__ import annotations

import math
import socket
from typing import Any

import torch

from quizzer.grader.frames import receive_json, send_json

_NAMES: dict[str, object] = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, "math": math}


def main(control: socket.socket) -> None:
    """Do the one job that ``control`` brings, and answer there."""
    job = receive_json(control)
    assert isinstance(job, dict)
    torch.default_generator.manual_seed(0)
    try:
        answer = _verify(job) if job["kind"] == "verify" else _compute(job)
    except BaseException as error:  # noqa: BLE001 - the border: whatever an author's expression raises
        answer = {"error": f"{type(error).__name__}: {error}"[:2000]}
    send_json(control, answer)


def _compute(job: dict[str, Any]) -> dict[str, object]:
    names = {**_NAMES, **job["values"]}
    derived: dict[str, object] = {}
    for name, expression in job["derive"]:
        names[name] = eval(expression, {**names})  # noqa: S307 - the author's expression is the job
        derived[name] = plain(names[name])
    return {"answer": plain(eval(job["answer"], {**names})), "derived": derived}  # noqa: S307


def _verify(job: dict[str, Any]) -> dict[str, object]:
    exec(compile(job["source"], "verify", "exec", dont_inherit=True), dict(_NAMES))  # noqa: S102 - as above
    return {"answer": None, "derived": {}}


def plain(value: object) -> object:
    """A value as JSON has it: sizes and tuples as lists, tensors as numbers or lists. TypeError for others."""
    if isinstance(value, torch.Tensor):
        return plain(value.tolist())
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"an answer must be a number, text, list or tensor, not {type(value).__name__}")
