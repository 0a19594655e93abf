"""Built-in exercises prove themselves: accepted solutions pass, starters fail, each mutant is caught as it says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.content import find_exercises, read_exercise
from quizzer.domain.exercise import Exercise
from quizzer.domain.verdict import Verdict
from quizzer.grader.client import Grader

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2] / "exercises"
EXERCISES = {folder.name: read_exercise(folder) for folder in find_exercises(ROOT)}
SEEDS = range(1000, 1020)

ACCEPTED = [(name, file) for name, exercise in EXERCISES.items() for file in exercise.accepted]
MUTANTS = [(name, mutant) for name, exercise in EXERCISES.items() for mutant in exercise.mutants]


def test_the_three_exercises_are_there_and_complete() -> None:
    assert {"dropout", "conv2d-shape", "fix-missing-zero-grad"} <= set(EXERCISES)
    for exercise in EXERCISES.values():
        assert len(exercise.accepted) >= 2
        assert len(exercise.mutants) >= 5
        assert set(exercise.statement.languages) == {"en", "zh-CN"}
        assert exercise.hints


@pytest.mark.parametrize(("name", "file"), ACCEPTED, ids=[f"{name}-{file}" for name, file in ACCEPTED])
def test_an_accepted_solution_passes_on_every_seed(name: str, file: str, warm_grader: Grader) -> None:
    exercise = EXERCISES[name]

    for seed in SEEDS:
        result = warm_grader.grade(exercise, exercise.accepted[file], graded_at=NOW, seed=seed)
        failed = [(check.id, check.message) for check in result.checks if not check.verdict.accepted]
        assert result.accepted, f"seed {seed}: {result.verdict} {result.message} {failed}"


@pytest.mark.parametrize("name", EXERCISES)
def test_the_starter_is_not_accepted(name: str, warm_grader: Grader) -> None:
    exercise = EXERCISES[name]

    for seed in SEEDS:
        result = warm_grader.grade(exercise, exercise.starter, graded_at=NOW, seed=seed)
        assert not result.accepted
        assert result.verdict is not Verdict.JE


@pytest.mark.parametrize(("name", "mutant"), MUTANTS, ids=[f"{name}-{Path(m.path).stem}" for name, m in MUTANTS])
def test_a_mutant_is_rejected_by_the_check_it_names_on_every_seed(name: str, mutant, warm_grader: Grader) -> None:
    exercise = EXERCISES[name]

    for seed in SEEDS:
        result = warm_grader.grade(exercise, mutant.source, graded_at=NOW, seed=seed)
        caught = {check.id for check in result.checks if not check.verdict.accepted and not check.not_run}
        assert not result.accepted
        assert result.verdict is not Verdict.JE
        assert mutant.caught_by in caught, f"seed {seed}: caught by {caught}"


@pytest.mark.parametrize("name", EXERCISES)
def test_every_check_is_named_by_a_mutant(name: str) -> None:
    exercise: Exercise = EXERCISES[name]

    idle = {check.id for check in exercise.checks} - {mutant.caught_by for mutant in exercise.mutants}

    assert idle == set()
