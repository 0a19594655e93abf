"""The code of an author's cards, run to be proved: many draws of a compute card, or many scripts, in one process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from quizzer.domain.card import Compute, Scalar
from quizzer.domain.card_trial import DrawnAnswer, Script, ScriptRun
from quizzer.domain.exercise import Limits
from quizzer.grader.process import ForkServer
from quizzer.grader.run import run_alone

_SCRIPTS = Limits(run_s=10, memory_mib=1024)
_DRAWS = Limits(run_s=40, memory_mib=1024)
_TOGETHER = 100
_MOST_LOST = 2
"""So many scripts of one card may end their process or run out of time: each of them can cost ten seconds."""


def compute_job(body: Compute) -> dict[str, Any]:
    """What a child needs to know of a compute card."""
    return {
        "derive": list(body.derive),
        "answer": body.answer,
        "mistakes": [wrong.code for wrong in body.mistakes],
    }


def evaluate_draws(
    server: ForkServer, body: Compute, draws: Sequence[Mapping[str, Scalar]]
) -> tuple[DrawnAnswer, ...]:  # fmt: skip
    """What ``Grader.evaluate`` says for each of ``draws``; what goes wrong with one is its error."""
    job = {**compute_job(body), "kind": "draws", "draws": [dict(values) for values in draws]}
    answer = run_alone(server, role="evaluate", job=job, limits=_DRAWS)
    try:
        return tuple(_drawn(*both) for both in zip(draws, answer["draws"], strict=True))
    except (KeyError, TypeError, AttributeError, ValueError):
        return tuple(DrawnAnswer(values, error=_why(answer)) for values in draws)


def run_scripts(server: ForkServer, scripts: Sequence[Script]) -> tuple[ScriptRun, ...]:
    """How each script ends, in names of its own and in a process as it was at first.

    Many share a process. Where one of these ends it, takes too long, or leaves behind what cannot be put back, the
    rest of them run in another.
    """
    found: list[ScriptRun] = []
    together = _TOGETHER
    lost = 0
    while len(found) < len(scripts):
        if lost == _MOST_LOST:
            return (*found, *[ScriptRun("not tried: others like it ended their process")] * (len(scripts) - len(found)))
        some = scripts[len(found) : len(found) + together]
        ran = _run_together(server, some)
        if isinstance(ran, tuple):
            found += ran
        elif len(some) > 1:
            # Whoever did it is among them; each by itself tells who.
            together = 1
        else:
            # The first may have met a machine so busy that the clock ran out before it could run.
            again = _run_together(server, some) if lost == 0 else ran
            found += again if isinstance(again, tuple) else (again,)
            lost += 1
    return tuple(found)


def _run_together(server: ForkServer, scripts: Sequence[Script]) -> tuple[ScriptRun, ...] | ScriptRun:
    """One run for each script up to one that left something behind, or how the process ended that all were in."""
    job = {"kind": "scripts", "scripts": [list(script) for script in scripts]}
    answer = run_alone(server, role="evaluate", job=job, limits=_SCRIPTS)
    try:
        # What runs there might forge an answer: as many runs as there were scripts at most, and one at least.
        return tuple(map(_script_run, answer["scripts"]))[: len(scripts)] or ScriptRun(_why(answer))
    except (KeyError, TypeError, AttributeError, ValueError):
        return ScriptRun(_why(answer))


def _why(answer: Mapping[str, Any]) -> str:
    return str(answer.get("error", "it gave no answer"))


def _drawn(values: Mapping[str, Scalar], plain: Mapping[str, Any]) -> DrawnAnswer:
    error = plain.get("error")
    if error is not None:
        return DrawnAnswer(values, error=str(error))
    return DrawnAnswer(values, plain["answer"], tuple(plain["mistakes"]))


def _script_run(plain: Mapping[str, Any]) -> ScriptRun:
    error = plain.get("error")
    if error is None:
        return ScriptRun()
    line = plain.get("line")
    return ScriptRun(str(error), part=int(plain["part"]), line=None if line is None else int(line))
