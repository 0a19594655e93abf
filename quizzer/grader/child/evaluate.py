"""Evaluates a compute card's answer, or runs the code of a card, in a locked-down process of its own."""

from __future__ import annotations

import math
import socket
from pathlib import Path
from typing import Any

import torch

from quizzer.grader.child.baseline import Baseline, LeftBehindError, seed_generators
from quizzer.grader.frames import receive_json, send_json

_LONGEST_ERROR = 200
_LONGEST_TOLD = 4000
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
    return _drawn(job, job["values"])


def _draws(job: dict[str, Any]) -> dict[str, object]:
    """The card's answer for each draw, as if it were the only one; what one raises is told in its place."""
    return {"draws": [_one_of_many(job, values) for values in job["draws"]]}


def _one_of_many(job: dict[str, Any], values: dict[str, Any]) -> dict[str, object]:
    torch.default_generator.manual_seed(0)
    try:
        return _drawn(job, values)
    except BaseException as error:  # noqa: BLE001 - the border: whatever an author's expression raises
        return {"error": _one_line(error)}


def _drawn(job: dict[str, Any], values: dict[str, Any]) -> dict[str, object]:
    names = {**_NAMES, **values}
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


def _scripts(job: dict[str, Any]) -> dict[str, object]:
    """What each script raises, if anything, in names of its own and in a process as it was at first.

    There are fewer answers than scripts where one left something behind that cannot be put back.
    """
    baseline = Baseline.now()
    told: list[dict[str, object]] = []
    for script in job["scripts"]:
        try:
            if told:
                baseline.restore(scratch=Path.cwd())
        except LeftBehindError:
            break
        told.append(_script(script))
    return {"scripts": told}


def _script(parts: list[str]) -> dict[str, object]:
    """Parts that run one after another, each compiled by itself so that its lines count from 1."""
    names: dict[str, object] = dict(_NAMES)
    seed_generators(0)
    for number, part in enumerate(parts):
        file = f"part {number}"
        try:
            _run(part, names, file=file)
        except BaseException as error:  # noqa: BLE001 - the border: whatever an author's code raises
            return {"error": _told(error), "part": number, "line": _line(error, file)}
    return {}


def _line(error: BaseException, file: str) -> int | None:
    """The line of ``file`` that was running, or cannot be compiled."""
    lines = [error.lineno] if isinstance(error, SyntaxError) and error.filename == file else []
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            lines.append(trace.tb_lineno)
        trace = trace.tb_next
    return lines[-1] if lines else None


def _code(job: dict[str, Any]) -> dict[str, object]:
    """Each source in each case, in names of its own; what a source raises is an answer too."""
    return {"runs": [[_case(case, source, job["compare"]) for case in job["cases"]] for source in job["sources"]]}


def _case(case: str, source: str, compare: list[str]) -> dict[str, object]:
    names: dict[str, object] = dict(_NAMES)
    torch.default_generator.manual_seed(0)
    try:
        exec(compile(case, "case", "exec", dont_inherit=True), names)  # noqa: S102 - the author's case is the job
        _run(source.strip(), names)
        return {"values": [plain(eval(expression, names)) for expression in compare]}  # noqa: S307 - as above
    except BaseException as error:  # noqa: BLE001 - the border: whatever the learner's line raises is an answer
        return {"error": _one_line(error)}


def _run(source: str, names: dict[str, object], *, file: str = "line") -> None:
    """A line that is an expression leaves its value in ``result``."""
    try:
        code = compile(source.strip(), file, "eval", dont_inherit=True)
    except SyntaxError:
        exec(compile(source, file, "exec", dont_inherit=True), names)  # noqa: S102 - running it is the job
    else:
        names["result"] = eval(code, names)  # noqa: S307 - as above


def _one_line(error: BaseException) -> str:
    return _told(error).split("\n", 1)[0][:_LONGEST_ERROR].rstrip(": ")


def _told(error: BaseException) -> str:
    try:
        text = str(error).strip()
    except BaseException:  # noqa: BLE001 - even this can be the learner's code
        text = ""
    return f"{type(error).__name__}: {text}"[:_LONGEST_TOLD].rstrip(": ")


_JOBS = {"compute": _compute, "draws": _draws, "code": _code, "scripts": _scripts}


def plain(value: object) -> object:
    """A value as JSON has it: sizes and tuples as lists, tensors as numbers or lists. TypeError for others."""
    if isinstance(value, torch.Tensor):
        return plain(value.tolist())
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"an answer must be a number, text, list or tensor, not {type(value).__name__}")
