"""A file becomes part of the database: all or nothing, once, after a copy, never over what was learned here."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from anki_packages import Package
from import_desk import fates, give_answer, only_card
from quizzer.domain.card import Basic
from quizzer.domain.exchange import Fate
from quizzer.domain.memory import Memory, Progress, Rating, Review, State, StudyDay
from quizzer.domain.text import Text
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.storage.schedule_columns import from_log, progress_of


def test_a_dry_run_reports_what_would_be_done_and_changes_nothing(desk, learned):
    before = desk.dump()

    report = desk.bring(learned, dry_run=True)

    assert fates(report) == [Fate.NEW]
    assert (list(report.histories.values()), list(report.reviews.values())) == ([1], [3])
    assert report.backup is None
    assert desk.dump() == before
    assert desk.backups == []


def test_an_import_does_what_the_dry_run_said(desk, learned):
    promised = desk.bring(learned, dry_run=True)

    done = desk.bring(learned)

    assert (done.fates, done.histories, done.reviews) == (promised.fates, promised.histories, promised.reviews)


def test_a_copy_of_the_database_is_made_before_the_first_change(desk, learned):
    report = desk.bring(learned)

    assert desk.backups == ["quizzer-before-import-20260310T120000.db"]
    with sqlite3.connect(report.backup) as copy:
        assert copy.execute("SELECT COUNT(*) FROM card").fetchone() == (0,)
    copy.close()


def test_a_second_copy_does_not_overwrite_the_first(desk, learned):
    desk.bring(learned)
    desk.bring(learned)

    assert len(desk.backups) == 2


@pytest.mark.parametrize("era", ["legacy 1", "legacy 2", "latest"])
def test_importing_again_changes_nothing(desk, learned, era):
    desk.bring(learned, era=era)
    before = desk.dump()

    again = desk.bring(learned, era=era)

    assert fates(again) == [Fate.UNCHANGED]
    assert desk.dump() == before


def test_the_card_goes_on_exactly_where_anki_left_it(desk, learned):
    card = only_card(desk.bring(learned))

    progress = desk.progress(card)

    due_on = date(2026, 1, 1).toordinal() + 76
    answered_at = datetime(2026, 3, 5, 12, tzinfo=UTC)
    assert progress == Progress(
        Review(Memory(9.25, 6.5), 8, StudyDay(due_on), answered_at, StudyDay(answered_at.date().toordinal())), 3, 1
    )


def test_each_answer_of_the_log_leads_from_one_state_to_the_next(desk, learned):
    card = only_card(desk.bring(learned))

    rows = desk.log()

    assert [row[2] for row in rows] == ["new", "learning", "review"]
    assert progress_of(from_log(rows[0][3])) == Progress()
    assert all(earlier[4] == later[3] for earlier, later in pairwise(rows))
    assert progress_of(from_log(rows[-1][4])) == desk.progress(card)


def test_answers_count_on_the_days_on_which_they_were_given(desk, learned):
    desk.bring(learned)

    with desk.store.read() as tx:
        first, second = (tx.daily_counts(StudyDay(date(2026, 3, day).toordinal())) for day in (1, 5))
        answers = [count for _, count in tx.answers_by_day(since=StudyDay(0))]

    assert (first.new, first.review, first.answers, first.duration_s) == (1, 0, 2, 8.4)
    assert (second.new, second.review, second.answers) == (0, 1, 1)
    assert [(one.state, one.number, one.mature) for one in answers] == [
        (State.LEARNING, 1, 0),
        (State.NEW, 1, 0),
        (State.REVIEW, 1, 0),
    ]
    assert answers[-1].rating is not Rating.AGAIN


def test_without_a_memory_one_is_computed_from_the_answers(desk, learned):
    learned.cards[0] = (*learned.cards[0][:-1], "{}")

    memory = desk.progress(only_card(desk.bring(learned))).schedule.memory

    model = Fsrs6()
    expected = None
    for rating, elapsed_days in ((Rating.GOOD, 0), (Rating.GOOD, 0), (Rating.EASY, 4)):
        expected = model.next_memories(expected, elapsed_days=elapsed_days)[rating]
    assert memory == expected


def test_without_memory_and_answers_the_interval_and_the_ease_are_a_guess(desk):
    package = Package()
    package.basic("a", "b", type=2, queue=2, due=76, ivl=20, factor=1300, reps=9)

    progress = desk.progress(only_card(desk.bring(package)))

    assert progress.schedule.memory == Memory(20.0, 10.0)
    assert progress.schedule.due_on == date(2026, 1, 1).toordinal() + 76
    assert progress.repetitions == 9


def test_a_text_that_changed_there_is_taken_over_and_the_schedule_stays(desk, learned):
    card = only_card(desk.bring(learned))
    before = desk.progress(card)
    learned.notes[0] = (*learned.notes[0][:6], "edited\x1fb", *learned.notes[0][7:])

    report = desk.bring(learned)

    assert fates(report) == [Fate.UPDATED]
    with desk.store.read() as tx:
        assert tx.card(card).body == Basic(Text.of("edited"), Text.of("b"))
    assert desk.progress(card) == before
    assert len(desk.log()) == 3


def test_what_was_learned_here_is_never_replaced(desk, learned):
    fresh = Package()
    fresh.basic("a", "b")
    card = only_card(desk.bring(fresh))
    mine = give_answer(desk, card)

    report = desk.bring(learned)

    assert (report.histories, report.reviews) == ({}, {})
    assert desk.progress(card) == mine


def test_a_card_that_is_new_here_takes_the_history_that_arrives(desk, learned):
    fresh = Package()
    fresh.basic("a", "b")
    card = only_card(desk.bring(fresh))

    report = desk.bring(learned)

    assert fates(report) == [Fate.UNCHANGED]
    assert list(report.reviews.values()) == [3]
    assert desk.progress(card).schedule.memory == Memory(9.25, 6.5)


def test_an_undo_takes_back_what_was_answered_here_and_not_what_was_brought(desk, learned):
    fresh = Package()
    fresh.basic("mine", "b", guid="mine")
    card = only_card(desk.bring(fresh))
    give_answer(desk, card)
    desk.bring(learned)

    with desk.store.write() as tx:
        undone = tx.undo_last()

    assert undone.card_id == card
    assert desk.progress(card) == Progress()
    assert [row[0] for row in desk.log()] == [-3, -2, -1]
