"""Ratings proposed for what a learner did."""

from __future__ import annotations

import math
from itertools import product

import pytest

from quizzer.domain.memory import Rating
from quizzer.scheduler.rating import allowed_ratings, rate_answer, rate_exercise


def test_a_wrong_answer_is_again_however_it_came_about():
    for hinted, duration_s in product([False, True], [0.1, 10, 1000, math.nan]):
        assert rate_answer(correct=False, hinted=hinted, duration_s=duration_s) is Rating.AGAIN


def test_a_right_answer_is_never_again():
    for hinted, duration_s in product([False, True], [-1, 0, 0.1, 10, 1000, math.nan, math.inf]):
        assert rate_answer(correct=True, hinted=hinted, duration_s=duration_s) > Rating.AGAIN


@pytest.mark.parametrize(
    ("hinted", "duration_s", "rating"),
    [
        (False, 5.0, Rating.EASY),
        (False, 5.1, Rating.GOOD),
        (False, 60.0, Rating.GOOD),
        (False, 60.1, Rating.HARD),
        (True, 1.0, Rating.HARD),
        (False, 0.0, Rating.GOOD),
        (False, -400.0, Rating.GOOD),
        (False, math.nan, Rating.GOOD),
    ],
)
def test_a_right_answer_is_rated_by_speed_and_help(hinted, duration_s, rating):
    assert rate_answer(correct=True, hinted=hinted, duration_s=duration_s, typical_s=20) is rating


def test_what_may_be_chosen_follows_from_what_the_machine_knows():
    assert allowed_ratings(correct=False) == (Rating.AGAIN,)
    assert allowed_ratings(correct=True) == (Rating.HARD, Rating.GOOD, Rating.EASY)
    assert allowed_ratings(correct=None) == tuple(Rating)


def test_every_proposal_may_be_chosen():
    for correct, hinted, duration_s in product([False, True], [False, True], [1, 20, 100]):
        proposal = rate_answer(correct=correct, hinted=hinted, duration_s=duration_s)

        assert proposal in allowed_ratings(correct)


@pytest.mark.parametrize(
    ("failed_runs", "hints", "duration_s", "rating"),
    [
        (0, 0, None, Rating.GOOD),
        (0, 0, 100.0, Rating.EASY),
        (0, 0, 600.0, Rating.GOOD),
        (0, 0, 3600.0, Rating.HARD),
        (1, 0, None, Rating.GOOD),
        (1, 0, 100.0, Rating.GOOD),
        (2, 0, 100.0, Rating.HARD),
        (0, 1, 100.0, Rating.HARD),
    ],
)
def test_an_accepted_exercise_is_rated_by_runs_hints_and_speed(failed_runs, hints, duration_s, rating):
    proposal = rate_exercise(accepted=True, failed_runs=failed_runs, hints=hints, duration_s=duration_s)

    assert proposal is rating


def test_an_exercise_not_accepted_is_again():
    assert rate_exercise(accepted=False, failed_runs=0, hints=0) is Rating.AGAIN


def test_an_exercise_solved_after_its_solution_was_shown_is_again():
    assert rate_exercise(accepted=True, failed_runs=0, hints=0, revealed=True) is Rating.AGAIN
