"""Evaluates a compute card's answer, or runs a card's verify snippet, in a locked-down process of its own."""

from __future__ import annotations

import math
import socket
from typing import Any

import torch

from quizzer.grader.frames import receive_json, send_json

_LONGEST_ERROR = 200
_NAMES: dict[str, object] = {"torch": torch, "nn": torch.nn, "F": torch.nn.functional, "math": math}


def main(control: socket.socket) -> None:
    """Do the one job that ``control`` brings, and answer there."""
    job = receive_json(control)
    assert isinstance(job, dict)
    torch.default_generator.manual_seed(0)
    try:
        answer = _JOBS[job["kind"]](job)
    except BaseException as error:  # noqa: BLE001 - the border: whatever an author's expression raises
        answer = {"error": f"{type(error).__name__}: {error}"[:2000]}
    send_json(control, answer)


def _compute(job: dict[str, Any]) -> dict[str, object]:
    names = {**_NAMES, **job["values"]}
    derived: dict[str, object] = {}
    for name, expression in job["derive"]:
        names[name] = eval(expression, {**names})  # noqa: S307 - the author's expression is the job
        derived[name] = plain(names[name])
    answer = plain(eval(job["answer"], {**names}))  # noqa: S307
    return {"answer": answer, "derived": derived, "mistakes": [_wrong(each, names) for each in job["mistakes"]]}


def _wrong(expression: str, names: dict[str, Any]) -> object:
    """The value of a typical mistake; None where this draw has none, as a shape that cannot be."""
    try:
        return plain(eval(expression, {**names}))  # noqa: S307 - the author's expression is the job
    except Exception:  # noqa: BLE001 - the border: whatever an author's expression raises
        return None


def _verify(job: dict[str, Any]) -> dict[str, object]:
    exec(compile(job["source"], "verify", "exec", dont_inherit=True), dict(_NAMES))  # noqa: S102 - as above
    return {"answer": None, "derived": {}}


def _code(job: dict[str, Any]) -> dict[str, object]:
    """Each source in each case, in names of its own; what a source raises is an answer too."""
    return {"runs": [[_case(case, source, job["compare"]) for case in job["cases"]] for source in job["sources"]]}


def _case(case: str, source: str, compare: list[str]) -> dict[str, object]:
    names: dict[str, object] = dict(_NAMES)
    torch.default_generator.manual_seed(0)
    exec(compile(case, "case", "exec", dont_inherit=True), names)  # noqa: S102 - the author's case is the job
    try:
        _run(source, names)
        return {"values": [plain(eval(expression, names)) for expression in compare]}  # noqa: S307 - as above
    except BaseException as error:  # noqa: BLE001 - the border: whatever the learner's line raises is an answer
        return {"error": _one_line(error)}


def _run(source: str, names: dict[str, object]) -> None:
    """A line that is an expression leaves its value in ``result``."""
    source = source.strip()
    try:
        code = compile(source, "line", "eval", dont_inherit=True)
    except SyntaxError:
        exec(compile(source, "line", "exec", dont_inherit=True), names)  # noqa: S102 - running it is the job
    else:
        names["result"] = eval(code, names)  # noqa: S307 - as above


def _one_line(error: BaseException) -> str:
    try:
        text = str(error).strip().split("\n", 1)[0]
    except BaseException:  # noqa: BLE001 - even this can be the learner's code
        text = ""
    return f"{type(error).__name__}: {text}"[:_LONGEST_ERROR].rstrip(": ")


_JOBS = {"verify": _verify, "compute": _compute, "code": _code}


def plain(value: object) -> object:
    """A value as JSON has it: sizes and tuples as lists, tensors as numbers or lists. TypeError for others."""
    if isinstance(value, torch.Tensor):
        return plain(value.tolist())
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"an answer must be a number, text, list or tensor, not {type(value).__name__}")
