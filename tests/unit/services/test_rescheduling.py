"""Due days move when the learner says so: to what the settings ask for, once, and back without a trace."""

from __future__ import annotations

import sqlite3
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import pytest

from learner import BEGAN, Learner
from quizzer.domain.card import CardId, DeckId
from quizzer.domain.memory import Memory, Review
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.fuzz import IntervalLimits, fuzz_chance, whole_interval_days
from quizzer.services.preferences import load, set_setting
from quizzer.services.rescheduling import reschedule, take_back
from quizzer.storage.backups import copy_database
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = BEGAN + timedelta(days=60)
ZONE = UTC


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("studied") / "quizzer.db"
    with open_store(path) as store:
        Learner(cards=60).study(store, days=60)
    return path


@pytest.fixture
def store(studied: Path, tmp_path: Path) -> Iterator[Store]:
    copy = tmp_path / "quizzer.db"
    copy_database(studied, copy)
    with open_store(copy) as opened:
        yield opened


def dump(store: Store) -> list[str]:
    raw = sqlite3.connect(store.path)
    try:
        return list(raw.iterdump())
    finally:
        raw.close()


def placed(store: Store) -> dict[str, tuple[int, int]]:
    with store.read() as tx:
        return {one.card_id: (one.interval_days, one.due_on) for one in tx.placed()}


def test_wanting_to_remember_more_moves_cards_to_earlier_days_and_less_to_later_ones(store: Store) -> None:
    set_setting(store, "desired_retention", "97%")
    more = reschedule(store, now=NOW, zone=ZONE, dry_run=True)
    set_setting(store, "desired_retention", "75%")
    less = reschedule(store, now=NOW, zone=ZONE, dry_run=True)

    assert more.earlier > 0 == more.later
    assert less.later > 0 == less.earlier
    assert sum(more.due_after) > sum(more.due_before) > sum(less.due_after)


def test_a_dry_run_tells_exactly_what_then_happens_and_changes_nothing(store: Store) -> None:
    set_setting(store, "desired_retention", "80%")
    before = dump(store)

    dry = reschedule(store, now=NOW, zone=ZONE, dry_run=True)

    assert dump(store) == before
    done = reschedule(store, now=NOW, zone=ZONE)
    assert (dry.stored, done.stored) == (False, True)
    assert (dry.earlier, dry.later, dry.due_before, dry.due_after) == (
        done.earlier, done.later, done.due_before, done.due_after,
    )  # fmt: skip


def test_what_is_due_afterwards_is_what_was_told(store: Store) -> None:
    set_setting(store, "desired_retention", "80%")

    done = reschedule(store, now=NOW, zone=ZONE)

    with store.read() as tx:
        # The learner's last day of study is yesterday.
        assert tx.forecast(today=NOW.date().toordinal(), days=8) == done.due_after


def test_whatever_is_overdue_counts_for_today_and_what_is_suspended_for_no_day(store: Store) -> None:
    later = NOW + timedelta(days=30)
    today = later.date().toordinal()
    overdue = [card for card, (_, due_on) in placed(store).items() if due_on <= today]
    all_ = reschedule(store, now=later, zone=ZONE, dry_run=True)
    with store.write() as tx:
        tx.set_suspended([CardId(card) for card in overdue[:3]], suspended=True, at=NOW)

    found = reschedule(store, now=later, zone=ZONE, dry_run=True)

    assert all_.due_before[0] == len(overdue) > 3
    assert found.due_before[0] == len(overdue) - 3
    assert found.cards == all_.cards


def test_the_fuzz_of_a_moved_card_is_that_of_its_last_answer(store: Store) -> None:
    set_setting(store, "desired_retention", "75%")
    with store.read() as tx:
        before = {one.card_id: one for one in tx.placed()}

    reschedule(store, now=NOW, zone=ZONE)

    moved = {card: days for card, (days, _) in placed(store).items() if days != before[CardId(card)].interval_days}
    limits = IntervalLimits(1, 36500)
    for card, days in moved.items():
        one = before[CardId(card)]
        raw_days = Fsrs6().interval_days(Memory(one.stability, one.difficulty), desired_retention=0.75)
        chance = fuzz_chance(one.card_id, one.repetitions - 1)
        assert days == whole_interval_days(raw_days, limits=limits, chance=chance)
    assert len(moved) > 10


def test_a_dry_run_waits_for_nobody_who_is_writing(store: Store) -> None:
    with open_store(store.path) as other, other.write():
        assert reschedule(store, now=NOW, zone=ZONE, dry_run=True).cards > 0


def test_a_second_time_moves_nothing_more(store: Store) -> None:
    set_setting(store, "desired_retention", "80%")
    reschedule(store, now=NOW, zone=ZONE)
    before = placed(store)

    again = reschedule(store, now=NOW, zone=ZONE)

    assert (again.moved, again.stored) == (0, False)
    assert placed(store) == before


def test_every_moved_card_is_due_where_its_memory_and_the_retention_say(store: Store) -> None:
    set_setting(store, "fuzz", "off")
    set_setting(store, "desired_retention", "85%")

    reschedule(store, now=NOW, zone=ZONE)

    with store.read() as tx:
        for one in tx.placed():
            schedule = tx.progress(CardId(one.card_id)).schedule
            assert isinstance(schedule, Review)
            exact = Fsrs6().interval_days(schedule.memory, desired_retention=0.85)
            assert schedule.interval_days == max(1, int(exact + 0.5))
            assert schedule.due_on == schedule.reviewed_on + schedule.interval_days


def test_a_deck_s_own_retention_and_the_maximum_hold(store: Store) -> None:
    set_setting(store, "maximum_interval_days", "3", deck=DeckId("deck"))

    reschedule(store, now=NOW, zone=ZONE)

    assert max(days for days, _ in placed(store).values()) == 3
    assert load(store).scheduling.maximum_interval_days == 36500


def test_taking_it_back_leaves_no_trace(store: Store) -> None:
    set_setting(store, "desired_retention", "80%")
    before = dump(store)
    moved = reschedule(store, now=NOW, zone=ZONE).moved

    assert take_back(store) == moved

    assert dump(store) == before
    assert take_back(store) is None


def test_a_card_answered_since_keeps_what_its_answer_led_to(store: Store) -> None:
    before = placed(store)
    set_setting(store, "desired_retention", "80%")
    moved = reschedule(store, now=NOW, zone=ZONE).moved
    Learner(cards=60, options=load(store).scheduling).study(store, days=75)
    answered = placed(store)

    back = take_back(store)

    assert back is not None
    assert 0 < back < moved
    kept = {card for card, place in placed(store).items() if place == answered[card] != before.get(card)}
    assert len(kept) >= moved - back
