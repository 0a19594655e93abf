"""What a simulation reads of the learner: times by the day and the first rating, memories, weights, limits."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import pytest

from learner import BEGAN, TAKES_S, Learner
from quizzer.domain.memory import Rating
from quizzer.services.preferences import set_setting
from quizzer.services.simulation import RETENTIONS, simulate
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = BEGAN + timedelta(days=30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "quizzer.db") as opened:
        learner = Learner(cards=60, new_per_day=1)
        learner.study(opened, days=30)
        yield opened


def test_habits_come_from_the_log(store: Store) -> None:
    habits = simulate(store, now=NOW, zone=UTC, days=30).habits

    assert habits.days > 100
    # A day that begins with Good ends with it, and has the time of one answer.
    assert habits.review_s[2] == pytest.approx(TAKES_S[Rating.GOOD])
    # A new card takes two answers at least.
    assert habits.new_s > 2 * TAKES_S[Rating.EASY]
    assert habits.passed[1] > 0.6


def test_every_retention_is_played_and_the_one_in_force_among_them(store: Store) -> None:
    set_setting(store, "desired_retention", "88%")

    found = simulate(store, now=NOW, zone=UTC, days=30)

    assert [cost.retention for cost in found.costs] == sorted([*RETENTIONS, 0.88])
    assert found.current.retention == 0.88
    assert found.current in found.costs


def test_new_cards_are_those_that_are_left_at_the_pace_that_is_set(store: Store) -> None:
    set_setting(store, "new_per_day", "2")

    assert simulate(store, now=NOW, zone=UTC, days=10).cards == 30 + 20
    assert simulate(store, now=NOW, zone=UTC, days=10, new_per_day=0).cards == 30
    assert simulate(store, now=NOW, zone=UTC, days=365).cards == 60


def test_the_same_seed_tells_the_same_and_nothing_is_stored(store: Store) -> None:
    before = store.path.read_bytes()

    found = [simulate(store, now=NOW, zone=UTC, days=60, seed=seed) for seed in (3, 3, 4)]

    assert found[0] == found[1]
    assert found[0].costs != found[2].costs
    assert store.path.read_bytes() == before
