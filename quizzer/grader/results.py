"""From what a run's processes told to the result that a caller gets."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime

from quizzer.domain.exercise import Exercise
from quizzer.domain.mistakes import known_mistake
from quizzer.domain.text import Text
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader import classify


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one run, or of the source alone where it breaks a rule."""

    judgement: classify.Judgement
    isolation: str
    torch_version: str = ""
    output: str = ""


def _diagnosis(exercise: Exercise, judgement: classify.Judgement) -> Text | None:
    """The known mistake with just these failed checks, where all had their turn and none was ours to answer for."""
    if judgement.verdict in (Verdict.AC, Verdict.FORBIDDEN, Verdict.JE):
        return None
    if len(judgement.checks) < len(exercise.checks) or any(check.not_run for check in judgement.checks):
        return None
    return known_mistake(exercise, [check.id for check in judgement.checks if not check.verdict.accepted])


def result_of(
    exercise: Exercise, judged: Judged, *, seed: int, device: str, graded_at: datetime, began: float
) -> GradeResult:
    """The result; ``began`` is when judging began, in monotonic seconds."""
    return GradeResult(
        exercise=exercise.id,
        exercise_version=exercise.version,
        verdict=judged.judgement.verdict,
        checks=judged.judgement.checks,
        seed=seed,
        isolation=judged.isolation,
        device=device,
        torch_version=judged.torch_version or installed_torch_version(),
        duration_s=time.monotonic() - began,
        graded_at=graded_at,
        message=judged.judgement.message,
        output=judged.output,
        diagnosis=_diagnosis(exercise, judged.judgement),
        withheld=exercise.withheld,
    )


def installed_torch_version() -> str:
    """The version of the installed torch, without importing it; empty where there is none."""
    from importlib import metadata  # noqa: PLC0415 - costs 30 ms, and is needed only where no process told

    try:
        return metadata.version("torch")
    except metadata.PackageNotFoundError:
        return ""
