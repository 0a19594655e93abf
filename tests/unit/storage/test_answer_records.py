"""One answer is one transaction; a stale one is refused; undo restores exactly."""

import re
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Progress, Rating, StudyDay
from quizzer.domain.review import DailyCounts, StaleAnswerError
from quizzer.storage.schedule_columns import from_log, progress_of
from quizzer.storage.store import open_store
from quizzer.storage.study import SET_REVIEW, SET_STATE
from quizzer.storage.times import from_ms, to_ms


@pytest.fixture
def studied(desk, make):
    """A desk with three cards, the first of them in learning."""
    desk.sync(make.deck(make.card("one"), make.card("two"), make.card("three")))
    desk.answer("layers/one", make.learning(due_at=make.NOON + timedelta(minutes=1)))
    return desk


def test_a_card_that_was_never_answered_is_new(desk, make):
    desk.sync(make.deck(make.card("one")))

    assert desk.progress("layers/one") == Progress()


@pytest.mark.parametrize("kind", ["learning", "review", "relearning"])
def test_what_is_stored_is_what_comes_back(desk, make, kind):
    desk.sync(make.deck(make.card("one")))
    schedule = {
        "learning": make.learning(due_at=make.NOON + timedelta(minutes=10), step=1),
        "review": make.review(due_on=make.TODAY + 46, interval_days=46),
        "relearning": make.relearning(due_at=make.NOON + timedelta(minutes=10)),
    }[kind]

    desk.answer("layers/one", schedule, after=Progress(schedule, 5, 2))

    assert desk.progress("layers/one") == Progress(schedule, 5, 2)


def test_instants_are_stored_in_whole_milliseconds_and_come_back_in_utc(desk, make):
    desk.sync(make.deck(make.card("one")))
    shanghai = datetime(2026, 3, 10, 20, 1, 2, 345_999, tzinfo=timezone(timedelta(hours=8)))

    desk.answer("layers/one", make.learning(due_at=shanghai))

    due_at = desk.progress("layers/one").schedule.due_at
    assert due_at == datetime(2026, 3, 10, 12, 1, 2, 345_000, tzinfo=UTC)
    assert due_at.tzinfo is UTC


def test_milliseconds_survive_the_way_to_an_instant_and_back():
    for start in (-500, 1_773_144_000_000, 4_102_444_800_000):
        every_ms = range(start, start + 1000)

        assert [to_ms(from_ms(ms)) for ms in every_ms] == list(every_ms)


def test_an_unknown_card_is_explained(desk):
    with desk.store.read() as tx, pytest.raises(UsageError, match="no card layers/nothing"):
        tx.progress("layers/nothing")


def test_the_log_keeps_the_state_before_and_after(studied, make):
    before = studied.progress("layers/one")

    studied.answer("layers/one", make.review(due_on=make.TODAY + 3), rating=Rating.EASY)

    raw = sqlite3.connect(studied.path)
    rows = raw.execute("SELECT rating, state_before, progress_before, progress_after FROM review_log").fetchall()
    assert [row[:2] for row in rows] == [(3, "new"), (4, "learning")]
    assert progress_of(from_log(rows[1][2])) == before
    assert progress_of(from_log(rows[1][3])) == studied.progress("layers/one")


def test_the_log_only_grows(studied, make):
    def log():
        return sqlite3.connect(studied.path).execute("SELECT * FROM review_log ORDER BY id").fetchall()

    earlier = log()
    for minute in range(1, 5):
        studied.answer("layers/one", make.learning(due_at=make.NOON + timedelta(minutes=minute)))

        assert log()[: len(earlier)] == earlier
        earlier = log()

    assert len(earlier) == 5


def test_a_stale_answer_is_refused_and_stores_nothing(studied, make):
    stale = studied.record("layers/one", make.review(due_on=make.TODAY + 3))
    studied.answer("layers/one", make.learning(due_at=make.NOON + timedelta(minutes=10), step=1))
    before = studied.dump()

    with studied.store.write() as tx, pytest.raises(StaleAnswerError, match="layers/one was answered elsewhere"):
        tx.record_answer(stale)

    assert studied.dump() == before


def test_an_answer_is_stale_when_its_card_was_undone_and_answered_otherwise(studied, make):
    stale = studied.record("layers/one", make.review(due_on=make.TODAY + 3))
    with studied.store.write() as tx:
        tx.undo_last()
    studied.answer("layers/one", make.learning(due_at=make.NOON + timedelta(minutes=7)))

    with studied.store.write() as tx, pytest.raises(StaleAnswerError):
        tx.record_answer(stale)

    assert studied.progress("layers/one").repetitions == stale.before.repetitions


def test_an_answer_to_what_was_held_in_memory_is_not_stale(desk, make):
    desk.sync(make.deck(make.card("one")))
    fine = make.learning(due_at=make.NOON + timedelta(seconds=60, microseconds=123_456))
    record = desk.record("layers/one", fine)
    with desk.store.write() as tx:
        tx.record_answer(record)

    with desk.store.write() as tx:
        tx.record_answer(replace(record, before=record.after, after=Progress(make.review(due_on=make.TODAY + 1), 2)))

    assert desk.progress("layers/one").repetitions == 2


def test_undo_restores_the_whole_database(studied, make):
    before = studied.dump()
    review_id = studied.answer("layers/two", make.review(due_on=make.TODAY + 3), rating=Rating.EASY)

    with studied.store.write() as tx:
        undone = tx.undo_last()

    assert studied.dump() == before
    assert (undone.review_id, undone.card_id, undone.rating) == (review_id, "layers/two", Rating.EASY)
    assert (undone.answered_at, undone.answered_on) == (make.NOON, make.TODAY)
    assert undone.restored == Progress()


def test_undo_goes_back_answer_by_answer_until_nothing_is_left(studied, make):
    dumps = [studied.dump()]
    for step in range(3):
        studied.answer("layers/two", make.learning(due_at=make.NOON + timedelta(minutes=step), step=step))
        dumps.append(studied.dump())

    for dump in reversed(dumps[:-1]):
        with studied.store.write() as tx:
            tx.undo_last()
        assert studied.dump() == dump
    with studied.store.write() as tx:
        assert tx.undo_last().card_id == "layers/one"
        assert tx.undo_last() is None


def test_undo_takes_back_the_answer_of_another_session(studied, make):
    with open_store(studied.path) as other, other.write() as tx:
        undone = tx.undo_last()

    assert undone.card_id == "layers/one"
    assert studied.progress("layers/one") == Progress()


def test_undo_reaches_a_card_that_was_retired_meanwhile(studied, make):
    studied.sync(make.deck(make.card("two")))

    with studied.store.write() as tx:
        undone = tx.undo_last()

    assert undone.card_id == "layers/one"
    assert studied.progress("layers/one") == Progress()
    assert "layers/one" not in [candidate.card_id for candidate in studied.candidates().all]


def test_a_day_counts_new_cards_reviews_and_all_answers(studied, make):
    studied.answer("layers/one", make.review(due_on=make.TODAY))
    studied.answer("layers/one", make.review(due_on=make.TODAY + 9), duration_s=2.25)
    studied.answer("layers/two", make.review(due_on=make.TODAY + 9))

    with studied.store.read() as tx:
        today, yesterday = tx.daily_counts(make.TODAY), tx.daily_counts(StudyDay(make.TODAY - 1))

    assert today == DailyCounts(new=2, review=1, answers=4, duration_s=15.75)
    assert yesterday == DailyCounts()


def test_undo_takes_the_answer_out_of_the_counts_of_its_day(studied, make):
    studied.answer("layers/two", make.review(due_on=make.TODAY + 2), answered_on=StudyDay(make.TODAY + 1))

    with studied.store.write() as tx:
        tx.undo_last()

    with studied.store.read() as tx:
        assert tx.daily_counts(make.TODAY).new == 1
        assert tx.daily_counts(StudyDay(make.TODAY + 1)) == DailyCounts()


def test_undo_takes_one_kind_of_answer_from_a_day_that_has_others(studied, make):
    studied.answer("layers/one", make.review(due_on=make.TODAY))
    studied.answer("layers/one", make.review(due_on=make.TODAY))
    with studied.store.read() as tx:
        before = tx.daily_counts(make.TODAY)
    studied.answer("layers/one", make.review(due_on=make.TODAY + 9))

    with studied.store.write() as tx:
        tx.undo_last()

    with studied.store.read() as tx:
        assert tx.daily_counts(make.TODAY) == before == DailyCounts(new=1, review=1, answers=3, duration_s=13.5)


def test_the_last_study_day_is_the_latest_with_an_answer(desk, make):
    desk.sync(make.deck(make.card("one"), make.card("two")))
    with desk.store.read() as tx:
        assert tx.last_study_day() is None

    desk.answer("layers/one", make.review(due_on=make.TODAY + 8), answered_on=StudyDay(make.TODAY + 5))
    desk.answer("layers/two", make.review(due_on=make.TODAY + 8))

    with desk.store.read() as tx:
        assert tx.last_study_day() == make.TODAY + 5


def test_the_database_itself_refuses_half_a_schedule(studied):
    raw = sqlite3.connect(studied.path)

    with pytest.raises(sqlite3.IntegrityError, match="ck_card_state_schedule"):
        raw.execute("UPDATE card_state SET due_on = 5 WHERE state = 'learning'")
    with pytest.raises(sqlite3.IntegrityError, match="ck_card_state_state"):
        raw.execute("UPDATE card_state SET state = 'asleep'")


def written_by(desk, statement):
    """The tables and indexes that a statement opens for writing."""
    raw = sqlite3.connect(desk.path)
    roots = dict(raw.execute("SELECT rootpage, name FROM sqlite_master"))
    values = dict.fromkeys(re.findall(r":(\w+)", statement), 1)
    return {roots[step[3]] for step in raw.execute(f"EXPLAIN {statement}", values) if step[1] == "OpenWrite"}


def test_a_review_that_stays_one_is_written_to_the_index_of_due_days_alone(desk):
    assert written_by(desk, SET_REVIEW) == {"card_state", "ix_card_state_review"}
    assert {"ix_card_state_topic", "ix_card_state_learning"} <= written_by(desk, SET_STATE)


@pytest.mark.parametrize("days", [1, 9])
def test_a_review_that_stays_one_moves_and_an_undo_moves_it_back(studied, make, days):
    studied.answer("layers/one", make.review(due_on=make.TODAY))
    before = studied.dump()

    studied.answer("layers/one", make.review(due_on=make.TODAY + days, interval_days=days))

    assert studied.progress("layers/one").schedule == make.review(due_on=make.TODAY + days, interval_days=days)
    with studied.store.write() as tx:
        undone = tx.undo_last()
    assert studied.dump() == before
    assert (undone.note, undone.deck) == ("layers/one", "layers")
