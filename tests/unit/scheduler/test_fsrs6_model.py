"""The identities of FSRS-6 that hold whatever computes it."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS

from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Memory, Rating
from quizzer.scheduler.fsrs6 import Fsrs6

A_MEMORY = Memory(stability=10.0, difficulty=5.0)


def test_the_first_answer_gives_the_first_four_weights_as_stability():
    model = Fsrs6()

    memories = model.next_memories(None, elapsed_days=0)

    assert [memories[rating].stability for rating in Rating] == pytest.approx(list(DEFAULT_PARAMETERS[:4]))


def test_difficulty_falls_from_again_to_easy():
    memories = Fsrs6().next_memories(A_MEMORY, elapsed_days=10)

    difficulties = [memories[rating].difficulty for rating in Rating]

    assert difficulties == sorted(difficulties, reverse=True)
    assert len(set(difficulties)) == 4


def test_forgetting_lowers_stability_and_every_pass_raises_it():
    memories = Fsrs6().next_memories(A_MEMORY, elapsed_days=10)

    assert memories[Rating.AGAIN].stability < A_MEMORY.stability
    assert all(memories[rating].stability > A_MEMORY.stability for rating in list(Rating)[1:])


def test_waiting_longer_makes_a_pass_worth_more():
    model = Fsrs6()

    gains = [model.next_memories(A_MEMORY, elapsed_days=days)[Rating.GOOD].stability for days in (1, 5, 10, 20, 40)]

    assert gains == sorted(gains)


def test_the_interval_at_ninety_percent_is_the_stability():
    assert Fsrs6().interval_days(A_MEMORY, desired_retention=0.9) == pytest.approx(10.0, rel=1e-6)


@pytest.mark.parametrize("retention", [0.7, 0.8, 0.9, 0.95, 0.99])
@pytest.mark.parametrize("decay", [0.1, 0.1542, 0.5, 0.8, 2.0, 0.01])
def test_recall_at_the_end_of_an_interval_is_the_desired_retention(retention, decay):
    model = Fsrs6([*DEFAULT_PARAMETERS[:20], decay])

    interval_days = model.interval_days(A_MEMORY, desired_retention=retention)

    assert model.retrievability(A_MEMORY, elapsed_days=interval_days) == pytest.approx(retention, rel=1e-4)


def test_recall_is_certain_at_first_and_ninety_percent_after_one_stability():
    model = Fsrs6()

    assert model.retrievability(A_MEMORY, elapsed_days=0) == 1.0
    assert model.retrievability(A_MEMORY, elapsed_days=10) == pytest.approx(0.9)


def test_a_gap_into_the_past_counts_as_no_gap_for_recall():
    assert Fsrs6().retrievability(A_MEMORY, elapsed_days=-3) == 1.0


def test_stability_never_exceeds_a_century():
    memories = Fsrs6().next_memories(Memory(stability=1e9, difficulty=1.0), elapsed_days=100_000)

    assert {memories[rating].stability for rating in list(Rating)[1:]} == {36500.0}


def test_stability_and_difficulty_stay_above_their_floors():
    memories = Fsrs6().next_memories(Memory(stability=1e-9, difficulty=99.0), elapsed_days=3)

    assert memories[Rating.AGAIN].stability == pytest.approx(0.001)
    assert all(1 <= memory.difficulty <= 10 for memory in memories.values())


@pytest.mark.parametrize("count", [17, 19, 21])
def test_older_sets_of_weights_are_filled_up_to_twenty_one(count):
    model = Fsrs6(DEFAULT_PARAMETERS[:count])

    assert len(model.weights) == 21
    assert model.retrievability(A_MEMORY, elapsed_days=10) == pytest.approx(0.9)


@pytest.mark.parametrize("weights", [[1.0] * 5, [math.nan] * 21])
def test_weights_that_fsrs_refuses_are_a_usage_error(weights):
    with pytest.raises(UsageError):
        Fsrs6(weights)


def test_an_empty_set_of_weights_is_not_taken_for_the_defaults():
    with pytest.raises(UsageError):
        Fsrs6([])


def test_a_memory_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="InvalidInput"):
        Fsrs6().next_memories(Memory(stability=math.nan, difficulty=5.0), elapsed_days=1)


def test_importing_the_scheduler_loads_nothing_heavy():
    heavy = ("torch", "numpy", "pydantic", "sqlalchemy", "rich", "yaml", "click")
    code = (
        f"import sys, quizzer.scheduler.fsrs6, quizzer.scheduler.answers, quizzer.scheduler.queue;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
