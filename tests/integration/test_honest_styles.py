"""Many draws for two exercises: no right style is refused, no wrong one slips through, and each is told why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from quizzer.content import read_exercise
from quizzer.domain.exercise import Exercise
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.client import Grader
from quizzer.grader.pool import GraderPool
from small_exercise import NOW

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2] / "exercises" / "layers"
DROPOUT, CONV2D_SHAPE = (read_exercise(ROOT / name) for name in ("dropout", "conv2d-shape"))
SEEDS = range(2000, 2050)
RIGHT = [(task, name) for task in (DROPOUT, CONV2D_SHAPE) for name in list(task.accepted)[::2][:7]]
WRONG = [(task, mutant) for task in (DROPOUT, CONV2D_SHAPE) for mutant in task.mutants[::3]]

WANTED = {"en": re.compile(r"should|instead of|On a GPU|create it with"), "zh-CN": re.compile("应|在 GPU 上|请用")}
CAME = {"en": re.compile(r"but|instead of|fails|is on the CPU"), "zh-CN": re.compile("实际|应为|却|会出错|都在|但")}
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def pool() -> Iterator[GraderPool]:
    with GraderPool() as pool:
        yield pool


def with_one_check(task: Exercise, name: str) -> Exercise:
    """The exercise with a single check left, which makes fifty draws for a wrong solution cheap."""
    others = [check.id for check in task.checks if check.id != name]
    return replace(
        task,
        checks=tuple(check for check in task.checks if check.id == name),
        checks_source=f"{task.checks_source}\n\ndel {', '.join(others)}\n",
    )


def judge(pool: GraderPool, task: Exercise, source: str) -> Future[tuple[GradeResult, ...]]:
    return pool.submit(Grader.grade_seeds, task, source, graded_at=NOW, seeds=SEEDS, device="cpu", own=True)


@pytest.fixture(scope="module")
def right(pool: GraderPool) -> dict[str, Future[tuple[GradeResult, ...]]]:
    """All of them begun at once, so that every processor has work."""
    return {f"{task.id}/{name}": judge(pool, task, task.accepted[name]) for task, name in RIGHT}


@pytest.fixture(scope="module")
def wrong(pool: GraderPool) -> dict[str, Future[tuple[GradeResult, ...]]]:
    return {
        f"{task.id}/{mutant.path}": judge(pool, with_one_check(task, mutant.caught_by), mutant.source)
        for task, mutant in WRONG
    }


def test_there_are_enough_of_both_and_each_exercise_has_thirteen_right_styles() -> None:
    assert len(RIGHT) >= 12
    assert len(WRONG) >= 30
    assert min(len(DROPOUT.accepted), len(CONV2D_SHAPE.accepted)) >= 13


@pytest.mark.parametrize("name", [f"{task.id}/{name}" for task, name in RIGHT])
def test_a_right_style_is_accepted_on_fifty_draws(name: str, right: dict[str, Future[tuple[GradeResult, ...]]]) -> None:
    refused = [result for result in right[name].result() if not result.accepted]

    assert [(result.seed, [check.message for check in result.checks if check.message]) for result in refused] == []


@pytest.mark.parametrize("path", [f"{task.id}/{mutant.path}" for task, mutant in WRONG])
def test_a_wrong_one_is_rejected_on_fifty_draws_and_told_why(
    path: str, wrong: dict[str, Future[tuple[GradeResult, ...]]]
) -> None:
    results = wrong[path].result()

    assert len(results) == len(SEEDS)
    for result in results:
        assert result.verdict in (Verdict.WA, Verdict.RTE)
        assert_told(result)


def assert_told(result: GradeResult) -> None:
    (check,) = result.checks
    assert check.message is not None
    english, chinese = check.message.in_("en"), check.message.in_("zh-CN")
    assert CHINESE.search(chinese)
    assert not CHINESE.search(english)
    if result.verdict is Verdict.RTE:
        assert re.search(r"\n  line \d+, in \w+\n    \S", english)
        return
    assert WANTED["en"].search(english), english
    assert CAME["en"].search(english), english
    assert WANTED["zh-CN"].search(chinese), chinese
    assert CAME["zh-CN"].search(chinese), chinese
