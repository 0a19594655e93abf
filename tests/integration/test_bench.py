"""Judge processes that stay: each submission gets the verdict that a judge of its own would give."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest

from processes import alive, descendants, server_of, until
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.abandon import Abandonable
from quizzer.grader.client import Grader
from small_exercise import DOUBLES, HONEST, NOW, exercise

SUBMISSIONS = {
    "right": HONEST,
    "wrong": "def double(x):\n    return x\n",
    "right again": "def double(x):\n    return x + x\n",
    "raises": "def double(x):\n    return 1 / 0\n",
    "does not load": "def double(x:\n",
    "names nothing": "x = 1\n",
    "exits": "import os\ndef double(x):\n    os._exit(0)\n",
    "never ends": "def double(x):\n    while True: pass\n",
    "floods": "def double(x):\n    while True: print('x' * 10000)\n",
    "right at last": HONEST,
}


def seen(result: GradeResult) -> tuple[object, ...]:
    """What must not depend on who judged before."""
    return result.verdict, result.message, result.checks, result.output, result.isolation


def waiting(server: int) -> list[int]:
    return [pid for pid in descendants(server) if alive(pid)]


@pytest.mark.slow
def test_every_verdict_is_that_of_a_judge_of_ones_own(warm_grader: Grader, bench: Grader) -> None:
    quick = replace(exercise(), limits=replace(exercise().limits, call_s=0.5, run_s=1.0, output_kib=64))

    together = {name: bench.grade(quick, source, graded_at=NOW, seed=5) for name, source in SUBMISSIONS.items()}

    alone = {name: warm_grader.grade(quick, source, graded_at=NOW, seed=5) for name, source in SUBMISSIONS.items()}
    assert {name: seen(result) for name, result in together.items()} == {
        name: seen(result) for name, result in alone.items()
    }
    assert {result.verdict for result in together.values()} == set(Verdict) - {
        Verdict.MLE, Verdict.FORBIDDEN, Verdict.JE,
    }  # fmt: skip


def test_the_same_process_judges_the_next_submission(bench: Grader) -> None:
    counts = "\n    torch.seen = getattr(torch, 'seen', 0) + 1\n    expect.that(False, f'run {torch.seen} here')\n"
    checks = DOUBLES.replace("    x = case.randn(3, 4)\n", counts)

    results = [bench.grade(exercise(checks), HONEST, graded_at=NOW, seed=seed) for seed in range(3)]

    assert [result.checks[0].message.in_("en") for result in results if result.checks[0].message] == [
        "run 1 here", "run 2 here", "run 3 here",
    ]  # fmt: skip


def test_what_a_check_leaves_in_torch_costs_no_submission_its_verdict(bench: Grader) -> None:
    # Right in the first run of a process, broken in every later one.
    once = "\n    torch.seen = getattr(torch, 'seen', 0) + 1\n    assert torch.seen == 1\n"
    checks = DOUBLES.replace("    x = case.randn(3, 4)\n", once + "    x = case.randn(3, 4)\n")

    results = [bench.grade(exercise(checks), HONEST, graded_at=NOW, seed=seed) for seed in range(4)]

    assert [result.verdict for result in results] == [Verdict.AC] * 4


def test_a_check_that_always_breaks_is_still_the_judges_error(bench: Grader) -> None:
    checks = DOUBLES.replace("    x = case.randn(3, 4)\n", "    raise KeyError('ours')\n    x = case.randn(3, 4)\n")

    results = [bench.grade(exercise(checks), HONEST, graded_at=NOW, seed=seed) for seed in range(2)]

    assert [result.verdict for result in results] == [Verdict.JE] * 2


def test_a_judge_that_was_killed_is_replaced(bench: Grader) -> None:
    bench.grade(exercise(), HONEST, graded_at=NOW)
    assert bench._seats is not None
    (seat,) = bench._seats._free
    server = server_of(bench)
    for pid in waiting(server):
        os.kill(pid, signal.SIGKILL)
    until(lambda: not waiting(server), seconds=2)

    result = bench.grade(exercise(), HONEST, graded_at=NOW)

    assert result.accepted
    assert seat.ended


def test_checks_of_two_exercises_never_share_a_process(bench: Grader) -> None:
    other = DOUBLES.replace("points=2", "points=3")

    bench.grade(exercise(), HONEST, graded_at=NOW)
    bench.grade(exercise(other), HONEST, graded_at=NOW)

    assert bench._seats is not None
    assert len({seat.subject for seat in bench._seats._free}) == 2
    assert [seat.judged for seat in bench._seats._free] == [1, 1]


def test_a_class_that_hands_in_ten_exercises_in_turn_has_a_judge_for_each(bench: Grader) -> None:
    several = [exercise(f"{DOUBLES}# {number}\n") for number in range(10)]

    for _ in range(2):
        for one in several:
            assert bench.grade(one, HONEST, graded_at=NOW, seed=1).verdict is Verdict.AC

    assert bench._seats is not None
    judged = {seat.subject[0]: seat.judged for seat in bench._seats._free}
    assert [judged[one.checks_source] for one in several] == [2] * 10


def test_a_judge_that_was_not_heard_out_on_a_later_seed_tells_the_next_submission_nothing(bench: Grader) -> None:
    quick = replace(exercise(), limits=replace(exercise().limits, output_kib=64))
    floods_later = (
        "import torch\ndef double(x):\n    if hasattr(torch, 'been_here'):\n        while True: print('x' * 10000)\n"
        "    return x * 2\nif not hasattr(torch, 'fresh'):\n    torch.fresh = True\nelse:\n    torch.been_here = True\n"
    )

    first = bench.grade_seeds(quick, floods_later, graded_at=NOW, seeds=(1, 2))
    assert bench._seats is not None
    left = [seat.judged for seat in bench._seats._free]
    after = [bench.grade(quick, SUBMISSIONS[name], graded_at=NOW, seed=3) for name in ("wrong", "right")]

    assert [result.verdict for result in first] == [Verdict.AC] * 2
    assert left == [1]
    assert [result.verdict for result in after] == [Verdict.WA, Verdict.AC]


@pytest.mark.slow
def test_a_judge_of_a_cold_server_soon_gives_way_and_one_of_a_warm_server_stays() -> None:
    with Grader(bench=True) as grader:
        assert grader._seats is not None
        grader.grade(exercise(), HONEST, graded_at=NOW)
        (cold,) = grader._seats._free
        while cold.can_go_on:
            grader.grade(exercise(), HONEST, graded_at=NOW)
        served_cold = cold.judged

        grader.warm_up()
        for _ in range(served_cold * 2):
            grader.grade(exercise(), HONEST, graded_at=NOW)
        (warm,) = grader._seats._free

    assert served_cold < 10
    assert warm.judged == served_cold * 2


def test_a_bench_that_is_closed_leaves_no_process(warm_grader: Grader) -> None:
    server = server_of(warm_grader)
    with Grader(server=Abandonable(warm_grader._server), bench=True) as grader:
        grader.grade(exercise(), HONEST, graded_at=NOW)
        assert grader._seats is not None
        (seat,) = grader._seats._free

    # Two that wait for the next run may be there.
    assert until(lambda: len(waiting(server)) <= 2)
    assert seat.ended
