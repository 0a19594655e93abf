"""An exercise of two checks, small enough to see through: double a tensor."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from quizzer.domain.card import ExerciseId
from quizzer.domain.exercise import CheckInfo, EntryPoint, Exercise, ExerciseKind, Limits
from quizzer.domain.text import Text

NOW = datetime(2026, 1, 1, tzinfo=UTC)

DOUBLES = """
from quizzer.checks import check, expect
import torch

@check("Doubles", points=2, hint="Twice?")
def doubles(learner, case):
    x = case.randn(3, 4)
    expect.close(learner.double(x), x * 2)

@check("Keeps the shape")
def keeps_shape(learner, case):
    expect.tensor(learner.double(torch.ones(2, 5)), shape=(2, 5))
"""
HONEST = "def double(x):\n    return x * 2\n"


def exercise(checks: str = DOUBLES, *, reference: str = HONEST, fixtures: str | None = None) -> Exercise:
    names = re.findall(r"^def (\w+)\(learner", checks, flags=re.MULTILINE)
    points = {"doubles": 2.0}
    return Exercise(
        id=ExerciseId("double"),
        version="1",
        title=Text.of("Double"),
        kind=ExerciseKind.IMPLEMENT,
        difficulty=1,
        topics=(),
        entry_points=(EntryPoint("double", "double(x)"),),
        statement=Text.of("Double it."),
        starter="",
        checks=tuple(CheckInfo(name, Text.of(name), points.get(name, 1.0), Text.of("Twice?")) for name in names),
        checks_source=checks,
        reference=reference,
        fixtures_source=fixtures,
        limits=Limits(call_s=3, run_s=6, memory_mib=256),
    )
