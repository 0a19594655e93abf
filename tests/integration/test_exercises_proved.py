"""Built-in exercises prove themselves: accepted solutions pass, starters fail, each mutant is caught as it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.cells import cell_len

from quizzer.content import find_exercises, read_exercise
from quizzer.domain.exercise import Exercise
from quizzer.domain.proof import Role, proof_of
from quizzer.grader.client import Grader
from quizzer.reports.markdown import blocks
from quizzer.services.verify import Plan, groups_of, prove_solution, prove_solutions, solutions_of

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2] / "exercises"
EXERCISES = {folder.name: read_exercise(folder) for folder in find_exercises(ROOT)}
PLAN = Plan(seeds=(1000, 1001, 1002), now=NOW)
"""Few, for the suite's sake: `quizzer verify` proves on ten, and on as many as it is told."""

CELLS_OF_A_PAGE = 78
"""What a terminal of 80 columns leaves for code."""


def code_of(markdown: str) -> list[str]:
    return [line for block in blocks(markdown) if block.kind == "code" for line in block.text.splitlines()]


every_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)


@every_exercise
def test_an_exercise_is_complete(exercise: Exercise) -> None:
    assert len(exercise.accepted) >= 2
    assert len(exercise.mutants) >= 5
    assert set(exercise.statement.languages) == set(exercise.title.languages) == {"en", "zh-CN"}
    assert exercise.hints
    assert exercise.explanation is not None
    texts = [text.in_(language) for text in (exercise.statement, exercise.explanation) for language in ("en", "zh-CN")]
    assert [line for text in texts for line in code_of(text) if cell_len(line) > CELLS_OF_A_PAGE] == []
    assert not any(line.startswith("|--") for text in texts for line in text.splitlines()), "no table is shown as one"


@pytest.mark.slow
@every_exercise
def test_an_exercise_is_proved_on_every_seed(exercise: Exercise, bench: Grader) -> None:
    solutions = tuple(
        one for group in groups_of(exercise, PLAN) for one in prove_solutions(bench, exercise, group, PLAN)
    )

    proof = proof_of(exercise.id, folder="", checks=tuple(check.id for check in exercise.checks), solutions=solutions)

    assert [f"{one.path} --seed {one.seed}: {one.message}" for one in proof.findings if not one.warning] == []


def test_a_wrong_solution_is_tried_by_all_checks_once_and_then_by_the_one_that_it_names(warm_grader: Grader) -> None:
    exercise = EXERCISES["squeeze-safely"]
    right = next(one for one in solutions_of(exercise) if one.role is Role.ACCEPTED)
    wrong = next(one for one in solutions_of(exercise) if one.role is Role.MUTANT)

    brief = prove_solution(warm_grader, exercise, wrong, PLAN)
    whole = prove_solution(warm_grader, exercise, wrong, replace(PLAN, every_check=True))
    accepted = prove_solution(warm_grader, exercise, right, PLAN)

    assert [run.whole for run in brief.runs] == [True, False, False]
    assert [list(run.failed) for run in brief.runs[1:]] == [[wrong.caught_by]] * 2
    assert all(run.whole for run in (*whole.runs, *accepted.runs))
