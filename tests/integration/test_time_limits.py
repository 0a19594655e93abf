"""Time limits count what a submission computes or sleeps, and nothing that a busy machine keeps it from doing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from busy import busy_processor, last_processor
from quizzer.domain.exercise import Exercise
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.client import Grader
from quizzer.grader.process import ServerProcess
from small_exercise import HONEST, NOW, exercise

pytestmark = pytest.mark.slow

COMPUTES = """
import time

def double(x):
    until = time.process_time() + 0.4
    while time.process_time() < until:
        pass
    return x * 2
"""
SPINS = "def double(x):\n    while True: pass\n"
SLEEPS = "import time\ndef double(x):\n    time.sleep(60)\n"
NAPS = "import time\ndef double(x):\n    time.sleep(0.4)\n    return x * 2\n"
ON_TWO_THREADS = """
import os
import threading
import torch

def work(x, until=None):
    while True:
        x = (x @ x).clamp(-1, 1)

def double(x):
    big = torch.ones(300, 300)
    threading.Thread(target=work, args=(big,), daemon=True).start()
    work(big)
"""
NEVER_ENDS = """
import time
from quizzer.checks import check, expect

@check("Waits")
def waits(learner, case):
    time.sleep(600)
"""


@pytest.fixture(scope="module")
def pinned() -> Iterator[Grader]:
    """A grader all of whose processes share one processor."""
    with Grader(server=ServerProcess(cpu=last_processor())) as grader:
        grader.warm_up()
        yield grader


def limited(call_s: float, run_s: float, *, checks: str | None = None) -> Exercise:
    small = exercise() if checks is None else exercise(checks)
    return replace(small, limits=replace(small.limits, call_s=call_s, run_s=run_s))


def judge(grader: Grader, source: str, *, call_s: float = 1.0, run_s: float = 4.0) -> GradeResult:
    return grader.grade(limited(call_s, run_s), source, graded_at=NOW, device="cpu")


def told(result: GradeResult) -> tuple[str, str]:
    assert result.message is not None
    texts = dict(result.message.versions)
    return texts["en"], texts["zh-CN"]


def test_a_right_solution_is_accepted_where_five_other_programs_share_its_processor(pinned: Grader) -> None:
    with busy_processor(last_processor(), programs=5):
        result = judge(pinned, COMPUTES, run_s=1.2)

    assert result.verdict is Verdict.AC, result.message
    # By the clock both limits were met.
    assert result.duration_s > 2


def test_an_endless_loop_is_stopped_there_for_the_time_that_it_computed(pinned: Grader) -> None:
    with busy_processor(last_processor(), programs=2):
        result = judge(pinned, SPINS)

    assert result.verdict is Verdict.TLE
    assert "after 1 s of processor time in one call" in told(result)[0]
    assert "1 秒处理器时间" in told(result)[1]
    assert 2 < result.duration_s < 15


def test_a_sleeper_is_stopped_there_as_soon_as_anywhere(pinned: Grader) -> None:
    with busy_processor(last_processor(), programs=2):
        result = judge(pinned, SLEEPS)

    assert result.verdict is Verdict.TLE
    assert "not ended after 1 s though it computed little" in told(result)[0]
    assert "几乎没有在计算" in told(result)[1]
    assert result.duration_s < 8


def test_an_endless_loop_and_a_sleeper_are_stopped_at_the_limit_of_a_call(warm_grader: Grader) -> None:
    spinner, sleeper = judge(warm_grader, SPINS), judge(warm_grader, SLEEPS)

    assert "of processor time in one call" in told(spinner)[0]
    assert "computed little" in told(sleeper)[0]
    assert spinner.duration_s >= 1
    assert sleeper.duration_s >= 1


def test_a_loop_at_import_counts_as_a_call(warm_grader: Grader) -> None:
    result = judge(warm_grader, "while True: pass\n")

    assert result.verdict is Verdict.TLE
    assert "of processor time in one call" in told(result)[0]


def test_many_calls_together_are_limited_too_and_told_apart(warm_grader: Grader) -> None:
    computes = judge(warm_grader, COMPUTES, run_s=0.6)
    naps = judge(warm_grader, NAPS, run_s=0.6)

    assert computes.verdict is naps.verdict is Verdict.TLE
    assert "more than 0.6 s of processor time in all calls together" in told(computes)[0]
    assert "All calls together took over 0.6 s though they computed little" in told(naps)[0]


def test_what_its_threads_compute_at_the_same_time_is_added_up(warm_grader: Grader) -> None:
    result = judge(warm_grader, ON_TWO_THREADS)

    assert result.verdict is Verdict.TLE
    assert "of processor time in one call" in told(result)[0]


def test_a_check_that_never_ends_is_the_judges_error_on_a_busy_machine_too(
    pinned: Grader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizzer.grader.messages.JUDGE_ALLOWANCE_S", 1.0)

    with busy_processor(last_processor(), programs=2):
        result = pinned.grade(limited(1, 1, checks=NEVER_ENDS), HONEST, graded_at=NOW, device="cpu")

    assert result.verdict is Verdict.JE
    assert result.duration_s < 20
