"""What must hold of any memory that FSRS can reach."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.domain.memory import Memory, Rating
from quizzer.scheduler.fsrs6 import Fsrs6

MODEL = Fsrs6()
MEMORIES = st.builds(
    Memory,
    stability=st.floats(0.0009765625, 36500.0, width=32),
    difficulty=st.floats(1.0, 10.0, width=32),
)
DAYS = st.integers(0, 36500)


@settings(deadline=None)
@given(memory=MEMORIES, days=st.lists(st.floats(0, 1e5), min_size=2, max_size=8).map(sorted))
def test_recall_starts_at_one_and_falls_without_ever_reaching_zero(memory, days):
    recalls = [MODEL.retrievability(memory, elapsed_days=day) for day in days]

    assert MODEL.retrievability(memory, elapsed_days=0) == 1.0
    assert recalls == sorted(recalls, reverse=True)
    assert all(0 < recall <= 1 for recall in recalls)
    assert MODEL.retrievability(memory, elapsed_days=memory.stability) < MODEL.retrievability(
        memory, elapsed_days=memory.stability / 2
    )


@settings(deadline=None)
@given(memory=MEMORIES, elapsed_days=DAYS)
def test_a_better_answer_never_leaves_a_weaker_memory(memory, elapsed_days):
    memories = MODEL.next_memories(memory, elapsed_days=elapsed_days)

    stabilities = [memories[rating].stability for rating in Rating]
    difficulties = [memories[rating].difficulty for rating in Rating]
    assert stabilities[1:] == sorted(stabilities[1:])
    assert difficulties == sorted(difficulties, reverse=True)


@settings(deadline=None)
@given(memory=MEMORIES, elapsed_days=DAYS)
def test_stability_and_difficulty_stay_within_their_bounds(memory, elapsed_days):
    for after in MODEL.next_memories(memory, elapsed_days=elapsed_days).values():
        assert 0.0009 < after.stability <= 36500
        assert 1 <= after.difficulty <= 10


@settings(deadline=None)
@given(memory=MEMORIES, retentions=st.lists(st.floats(0.7, 0.99), min_size=2, max_size=5).map(sorted))
def test_wanting_to_remember_more_never_means_waiting_longer(memory, retentions):
    days = [MODEL.interval_days(memory, desired_retention=retention) for retention in retentions]

    assert days == sorted(days, reverse=True)
