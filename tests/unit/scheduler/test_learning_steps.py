"""Steps: what each answer does inside them, and where a step that crosses the rollover lands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from quizzer.domain.memory import Rating, StudyDay
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import SchedulerOptions
from quizzer.scheduler.steps import Wait, due_after, longest_wait_s, plan_review, plan_steps

ROLLOVER_AT = datetime(2026, 5, 2, 4, tzinfo=UTC)
DAY_S = 86_400.0


def moment_before_rollover(**gap: float) -> Moment:
    return Moment(now=ROLLOVER_AT - timedelta(**gap), today=StudyDay(100), next_rollover_at=ROLLOVER_AT)


def test_again_goes_back_to_the_first_step():
    assert plan_steps(2, (60.0, 600.0, 3600.0))[Rating.AGAIN] == Wait(0, 60.0)


def test_hard_on_the_first_of_two_steps_waits_their_average():
    assert plan_steps(0, (60.0, 600.0))[Rating.HARD] == Wait(0, 330.0)


def test_hard_on_a_later_step_repeats_it():
    assert plan_steps(1, (60.0, 600.0))[Rating.HARD] == Wait(1, 600.0)


def test_hard_on_an_only_step_waits_half_as_long_again():
    assert plan_steps(0, (600.0,))[Rating.HARD] == Wait(0, 900.0)


def test_hard_on_an_only_step_of_days_waits_one_day_more_at_most():
    assert plan_steps(0, (4 * DAY_S,))[Rating.HARD] == Wait(0, 5 * DAY_S)


def test_good_goes_to_the_next_step_and_graduates_from_the_last():
    assert plan_steps(0, (60.0, 600.0))[Rating.GOOD] == Wait(1, 600.0)
    assert plan_steps(1, (60.0, 600.0))[Rating.GOOD] is None


def test_easy_graduates_at_once():
    assert plan_steps(0, (60.0, 600.0, 3600.0))[Rating.EASY] is None


def test_a_card_beyond_the_steps_that_are_left_stands_on_the_last_one():
    assert plan_steps(7, (60.0, 600.0)) == plan_steps(1, (60.0, 600.0))


def test_without_steps_every_answer_graduates():
    assert set(plan_steps(0, ()).values()) == {None}


def test_in_review_only_again_leads_into_the_relearning_steps():
    assert plan_review((600.0,)) == {
        Rating.AGAIN: Wait(0, 600.0),
        Rating.HARD: None,
        Rating.GOOD: None,
        Rating.EASY: None,
    }


def test_without_relearning_steps_again_stays_in_review():
    assert set(plan_review(()).values()) == {None}


def test_a_step_within_the_day_is_due_to_the_second():
    moment = moment_before_rollover(hours=2)

    assert due_after(600.0, moment=moment) == moment.now + timedelta(minutes=10)


@pytest.mark.parametrize("delay_s", [60.0, 600.0, 3600.0])
def test_a_short_step_across_the_rollover_keeps_its_length(delay_s):
    moment = moment_before_rollover(seconds=30)

    assert due_after(delay_s, moment=moment) == moment.now + timedelta(seconds=delay_s)


def test_a_long_step_across_the_rollover_is_due_when_the_next_day_starts():
    moment = moment_before_rollover(hours=8)

    assert due_after(12 * 3600.0, moment=moment) == ROLLOVER_AT


def test_a_step_of_days_is_due_when_its_day_starts():
    moment = moment_before_rollover(hours=8)

    assert due_after(3 * DAY_S, moment=moment) == ROLLOVER_AT + timedelta(days=2)
    assert moment.day_of(due_after(3 * DAY_S, moment=moment)) == 103


def test_a_long_step_given_just_before_the_rollover_waits_an_hour():
    moment = moment_before_rollover(minutes=5)

    assert due_after(12 * 3600.0, moment=moment) == moment.now + timedelta(hours=1)


def test_a_step_that_ends_at_the_rollover_belongs_to_the_next_day():
    moment = moment_before_rollover(minutes=10)

    assert due_after(600.0, moment=moment) == ROLLOVER_AT
    assert moment.day_of(ROLLOVER_AT) == 101
    assert moment.day_of(ROLLOVER_AT - timedelta(seconds=1)) == 100


@pytest.mark.parametrize("minutes", [1, 20, 59, 61, 300])
def test_longer_steps_are_never_due_sooner(minutes):
    moment = moment_before_rollover(minutes=minutes)

    dues = [due_after(60.0 * delay, moment=moment) for delay in range(1, 3 * 24 * 60, 7)]

    assert dues == sorted(dues)


def test_the_longest_wait_counts_hard_on_an_only_step():
    assert longest_wait_s(SchedulerOptions()) == 900.0
    assert longest_wait_s(SchedulerOptions(learning_steps_s=(60.0, 3600.0))) == 3600.0
    assert longest_wait_s(SchedulerOptions(learning_steps_s=(), relearning_steps_s=())) == 0.0
