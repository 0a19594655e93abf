"""What a simulation reads of the learner: times by the day and the first rating, memories, weights, limits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from learner import BEGAN, TAKES_S, Learner, deck_of
from quizzer.domain.card import CardId
from quizzer.domain.memory import Rating
from quizzer.domain.review import AnswerRecord
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.preferences import set_setting
from quizzer.services.simulation import RETENTIONS, simulate
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizzer.storage.store import Transaction

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


def test_a_day_of_a_card_has_its_first_rating_and_the_time_of_all_its_answers(tmp_path: Path) -> None:
    good, lapse = [(Rating.GOOD, 4.0), (Rating.GOOD, 2.0)], [(Rating.AGAIN, 9.0), (Rating.GOOD, 5.0)]
    with open_store(tmp_path / "days.db") as store:
        with store.write() as tx:
            tx.apply_content([deck_of(30)], [], origin="test", retire_missing=False, at=BEGAN)
            for number in range(30):
                answer(tx, CardId(f"deck/card-{number}"), BEGAN, good)
                answer(tx, CardId(f"deck/card-{number}"), NOW, lapse)

        habits = simulate(store, now=NOW, zone=UTC, days=30).habits

    assert habits.days == 60
    assert habits.first == (0, 0, 1, 0)
    assert habits.new_s == pytest.approx(4.0 + 2.0)
    assert habits.review_s[0] == pytest.approx(9.0 + 5.0)


def answer(tx: Transaction, card: CardId, at: datetime, given: list[tuple[Rating, float]]) -> None:
    """One answer after the other, eleven minutes apart."""
    for rating, duration_s in given:
        moment = moment_at(at, zone=UTC, rollover_hour=4)
        before = tx.progress(card)
        outcome = four_answers(before, card_id=card, moment=moment, options=SchedulerOptions(), model=Fsrs6())[rating]
        record = AnswerRecord(
            card, rating, before, outcome.progress, at, moment.today,
            outcome.interval_s, outcome.elapsed_days, outcome.scheduled_days, duration_s,
        )  # fmt: skip
        tx.record_answer(record)
        at += timedelta(minutes=11)


def test_cards_that_are_due_are_played_from_today_on_with_the_days_that_have_passed(store: Store) -> None:
    much_later = NOW + timedelta(days=400)

    soon, later = (simulate(store, now=now, zone=UTC, days=1, new_per_day=0).current for now in (NOW, much_later))

    assert soon.reviews < 30
    # After 400 days all thirty are due, and half of them are forgotten: that takes longer than knowing them.
    assert later.reviews == 30
    assert later.minutes * 60 / 30 > 1.5 * TAKES_S[Rating.GOOD]


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
