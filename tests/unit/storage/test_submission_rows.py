"""Submissions point at the version that judged them, and failed runs are counted since the last review."""

import sqlite3
from datetime import timedelta

import pytest

from quizzer.domain.verdict import Verdict


@pytest.fixture
def bench(desk, make):
    """A desk with the exercise dropout and its card."""
    desk.sync(make.deck(make.exercise_card()), exercises=[make.exercise()])
    return desk


def submit(desk, result, *, source="class Dropout: ...", path=None):
    with desk.store.write() as tx:
        return tx.save_submission("dropout", source, result, path)


def test_submissions_come_back_newest_first_with_source_and_result(bench, make):
    wrong, right = make.result(Verdict.WA), make.result(Verdict.AC)
    first = submit(bench, wrong, source="p = 1", path="/home/me/dropout.py")
    # The clock was set back between the two.
    second = submit(bench, right, source="p = 2")

    with bench.store.read() as tx:
        stored = tx.submissions("dropout")

    assert [(one.id, one.source, one.path) for one in stored] == [
        (second, "p = 2", None),
        (first, "p = 1", "/home/me/dropout.py"),
    ]
    assert [one.result for one in stored] == [right, wrong]


def test_a_submission_of_a_version_that_was_never_applied_is_refused(bench, make):
    with pytest.raises(sqlite3.IntegrityError):
        submit(bench, make.result(Verdict.AC, version="v9"))


def test_the_cards_of_an_exercise_are_those_that_refer_to_it(bench, make):
    with bench.store.read() as tx:
        assert tx.exercise_cards("dropout") == ("layers/exercise-dropout",)
        assert tx.exercise_cards("softmax") == ()

    bench.sync(make.deck())

    with bench.store.read() as tx:
        assert tx.exercise_cards("dropout") == ()


def test_a_listing_says_what_was_tried_and_solved(bench, make):
    with bench.store.read() as tx:
        (before,) = tx.exercises()
    submit(bench, make.result(Verdict.WA))
    submit(bench, make.result(Verdict.AC))
    submit(bench, make.result(Verdict.WA))

    with bench.store.read() as tx:
        (after,) = tx.exercises()

    assert (before.submissions, before.accepted, before.max_score) == (0, False, 3.0)
    assert (after.submissions, after.accepted) == (3, True)


def test_failed_runs_are_counted_and_judge_errors_are_not(bench, make):
    for verdict in (Verdict.WA, Verdict.JE, Verdict.TLE, Verdict.AC, Verdict.CE):
        submit(bench, make.result(verdict))

    with bench.store.read() as tx:
        assert tx.failed_runs_since_last_review("dropout") == 3


def test_failed_runs_start_again_after_a_review_whatever_the_clock_says(bench, make):
    submit(bench, make.result(Verdict.WA))
    bench.answer("layers/exercise-dropout", make.review(due_on=make.TODAY + 3))
    submit(bench, make.result(Verdict.WA, graded_at=make.NOON - timedelta(days=400)))

    with bench.store.read() as tx:
        assert tx.failed_runs_since_last_review("dropout") == 1


def test_undoing_a_review_brings_its_failed_runs_back(bench, make):
    submit(bench, make.result(Verdict.WA))
    submit(bench, make.result(Verdict.WA))
    bench.answer("layers/exercise-dropout", make.review(due_on=make.TODAY + 3))

    with bench.store.write() as tx:
        tx.undo_last()
        assert tx.failed_runs_since_last_review("dropout") == 2
