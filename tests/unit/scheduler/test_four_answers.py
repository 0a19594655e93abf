"""The four answers of a card in every state, with the numbers worked out beside FSRS itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizzer.domain.card import CardId
from quizzer.domain.memory import (
    Learning,
    Memory,
    New,
    Progress,
    Rating,
    Relearning,
    Review,
    State,
    StudyDay,
)
from quizzer.scheduler.answers import Moment, Outcome, becomes_leech, four_answers, is_leech
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions

MODEL = Fsrs6()
NOW = datetime(2026, 5, 2, 12, tzinfo=UTC)
TODAY = StudyDay(NOW.date().toordinal())
EXACT = SchedulerOptions(fuzz=False)
STEPLESS = SchedulerOptions(fuzz=False, learning_steps_s=(), relearning_steps_s=())
DAY_S = 86_400.0


def moment(days: int = 0, **gap: float) -> Moment:
    now = NOW + timedelta(days=days, **gap)
    return Moment(now=now, today=StudyDay(TODAY + days), next_rollover_at=NOW + timedelta(days=days, hours=16))


def answers(progress: Progress, at: Moment | None = None, options: SchedulerOptions = EXACT):
    card_id = CardId("layers/relu")
    return four_answers(progress, card_id=card_id, moment=at or moment(), options=options, model=MODEL)


def reviewed(interval_days: int = 10, stability: float = 10.0) -> Progress:
    """A card in review, answered today for the fifth time and forgotten once before."""
    schedule = Review(
        memory=Memory(stability=stability, difficulty=5.0),
        interval_days=interval_days,
        due_on=StudyDay(TODAY + interval_days),
        reviewed_at=NOW,
        reviewed_on=TODAY,
    )
    return Progress(schedule, repetitions=5, lapses=1)


def states(outcomes) -> list[State]:
    return [outcomes[rating].progress.state for rating in Rating]


def test_a_new_card_learns_in_steps_or_graduates_by_easy():
    outcomes = answers(Progress())

    assert states(outcomes) == [State.LEARNING, State.LEARNING, State.LEARNING, State.REVIEW]
    assert [outcomes[rating].interval_s for rating in Rating] == [60.0, 330.0, 600.0, 8 * DAY_S]
    assert [outcomes[rating].scheduled_days for rating in Rating] == [0, 0, 0, 8]


def test_an_answer_stores_memory_step_and_time():
    outcome = answers(Progress())[Rating.GOOD]

    assert outcome.progress == Progress(
        Learning(
            memory=MODEL.next_memories(None, elapsed_days=0)[Rating.GOOD],
            step=1,
            due_at=NOW + timedelta(minutes=10),
            reviewed_at=NOW,
            reviewed_on=TODAY,
        ),
        repetitions=1,
    )


def test_good_on_the_last_step_graduates_with_the_interval_of_fsrs():
    learning = answers(Progress())[Rating.GOOD].progress

    outcome = answers(learning, moment(minutes=10))[Rating.GOOD]

    memory = MODEL.next_memories(learning.schedule.memory, elapsed_days=0)[Rating.GOOD]
    assert outcome.progress.schedule == Review(
        memory=memory,
        interval_days=2,
        due_on=StudyDay(TODAY + 2),
        reviewed_at=NOW + timedelta(minutes=10),
        reviewed_on=TODAY,
    )
    assert outcome.elapsed_days == 0


def test_a_card_left_in_its_steps_overnight_counts_the_day():
    learning = answers(Progress())[Rating.AGAIN].progress

    outcome = answers(learning, moment(days=1))[Rating.GOOD]

    expected = MODEL.next_memories(learning.schedule.memory, elapsed_days=1)[Rating.GOOD]
    assert outcome.elapsed_days == 1
    assert outcome.progress.schedule.memory == expected


def test_a_review_ten_hours_later_counts_a_day_once_the_rollover_has_passed():
    evening = Moment(now=NOW + timedelta(hours=10), today=TODAY, next_rollover_at=NOW + timedelta(hours=16))
    morning = Moment(
        now=NOW + timedelta(hours=20), today=StudyDay(TODAY + 1), next_rollover_at=NOW + timedelta(hours=40)
    )
    graduated = answers(Progress(), evening)[Rating.EASY].progress

    assert answers(graduated, morning)[Rating.GOOD].elapsed_days == 1


def test_a_review_graduates_by_fsrs_and_a_lapse_relearns():
    outcomes = answers(reviewed(), moment(days=10))

    memories = MODEL.next_memories(Memory(stability=10.0, difficulty=5.0), elapsed_days=10)
    assert states(outcomes) == [State.RELEARNING, State.REVIEW, State.REVIEW, State.REVIEW]
    assert outcomes[Rating.AGAIN].interval_s == 600.0
    assert [outcomes[rating].scheduled_days for rating in list(Rating)[1:]] == [
        round(memories[rating].stability) for rating in list(Rating)[1:]
    ]
    assert all(outcomes[rating].elapsed_days == 10 for rating in Rating)


def test_only_again_in_review_is_a_lapse():
    outcomes = answers(reviewed(), moment(days=10))
    relearning = outcomes[Rating.AGAIN].progress

    assert [outcomes[rating].progress.lapses for rating in Rating] == [2, 1, 1, 1]
    assert {outcome.progress.lapses for outcome in answers(relearning, moment(days=10)).values()} == {2}
    assert {outcome.progress.lapses for outcome in answers(Progress()).values()} == {0}


def test_every_answer_counts_as_a_repetition():
    assert {outcome.progress.repetitions for outcome in answers(reviewed()).values()} == {6}


def test_relearning_repeats_on_again_and_hard_and_graduates_on_good_and_easy():
    relearning = answers(reviewed(), moment(days=10))[Rating.AGAIN].progress

    outcomes = answers(relearning, moment(days=10, minutes=10))

    assert isinstance(relearning.schedule, Relearning)
    assert states(outcomes) == [State.RELEARNING, State.RELEARNING, State.REVIEW, State.REVIEW]
    assert [outcomes[rating].interval_s for rating in (Rating.AGAIN, Rating.HARD)] == [600.0, 900.0]
    assert outcomes[Rating.GOOD].scheduled_days >= 1


def test_without_steps_every_answer_is_a_review_of_at_least_a_day():
    outcomes = answers(Progress(), options=STEPLESS)

    assert set(states(outcomes)) == {State.REVIEW}
    assert [outcomes[rating].scheduled_days for rating in Rating] == [1, 1, 2, 8]


def test_a_graduated_card_never_returns_before_a_longer_step_would():
    options = replace(EXACT, learning_steps_s=(60.0, 6 * DAY_S))
    learning = answers(Progress(), options=options)[Rating.GOOD].progress

    outcomes = answers(learning, moment(days=6), options=options)

    days = [outcomes[rating].interval_s / DAY_S for rating in Rating]
    assert outcomes[Rating.HARD].progress.state is State.LEARNING
    assert days == sorted(days)


def test_a_step_of_days_says_so_and_is_due_with_its_day():
    options = replace(EXACT, learning_steps_s=(60.0, 6 * DAY_S))

    outcome = answers(Progress(), options=options)[Rating.GOOD]

    assert outcome.scheduled_days == 6
    assert outcome.progress.schedule.due_at == NOW + timedelta(hours=16, days=5)


@pytest.mark.parametrize("days", [-1, -400])
def test_a_clock_set_back_counts_no_time_and_is_reported(days):
    outcomes = answers(reviewed(), moment(days=days))

    same_day = answers(reviewed(), moment())
    for rating in Rating:
        assert outcomes[rating].clock_went_back
        assert outcomes[rating].elapsed_days == 0
        assert outcomes[rating].progress.schedule.memory == same_day[rating].progress.schedule.memory


def test_a_clock_set_back_within_the_day_is_reported():
    assert answers(reviewed(), moment(minutes=-1))[Rating.GOOD].clock_went_back


def test_a_clock_that_runs_forward_is_not_reported():
    assert not answers(reviewed(), moment())[Rating.GOOD].clock_went_back
    assert not answers(reviewed(), moment(days=3))[Rating.GOOD].clock_went_back
    assert not answers(Progress())[Rating.GOOD].clock_went_back


def test_a_higher_desired_retention_means_sooner():
    intervals = [
        answers(reviewed(), moment(days=10), replace(EXACT, desired_retention=retention))[Rating.GOOD].interval_s
        for retention in (0.7, 0.8, 0.9, 0.95, 0.99)
    ]

    assert intervals == sorted(intervals, reverse=True)
    assert len(set(intervals)) == 5


def test_the_maximum_interval_holds():
    options = SchedulerOptions(maximum_interval_days=30)

    outcomes = answers(reviewed(stability=1000.0), moment(days=900), options)

    assert [outcomes[rating].scheduled_days for rating in list(Rating)[1:]] == [30, 30, 30]


def test_fuzz_spreads_cards_that_were_learned_together():
    options = SchedulerOptions()

    due = {
        four_answers(reviewed(), card_id=CardId(f"deck/{number}"), moment=moment(10), options=options, model=MODEL)[
            Rating.GOOD
        ].progress.schedule.due_on
        for number in range(50)
    }

    assert len(due) > 2


def test_the_label_is_computed_from_what_is_stored():
    for outcome in answers(reviewed(), moment(days=10), SchedulerOptions()).values():
        schedule = outcome.progress.schedule
        if isinstance(schedule, Review):
            stored_s = (schedule.due_on - schedule.reviewed_on) * DAY_S
        else:
            stored_s = (schedule.due_at - schedule.reviewed_at).total_seconds()

        assert outcome.interval_s == stored_s


def test_a_card_forgotten_often_enough_is_a_leech():
    options = SchedulerOptions(leech_lapses=3)

    assert not is_leech(Progress(New(), lapses=2), options=options)
    assert is_leech(Progress(New(), lapses=3), options=options)


def test_an_outcome_can_be_compared_so_that_a_stale_one_can_be_seen():
    first, second = answers(reviewed()), answers(reviewed())

    assert first == second
    assert isinstance(first[Rating.GOOD], Outcome)


@pytest.mark.parametrize(
    ("threshold", "told"), [(8, [8, 12, 16, 20]), (5, [5, 8, 11, 14, 17, 20]), (1, list(range(1, 21)))]
)
def test_a_leech_is_told_at_the_threshold_and_at_each_half_of_it_rounded_up(threshold, told):
    options = SchedulerOptions(leech_lapses=threshold)

    lapses = [
        count
        for count in range(1, 21)
        if becomes_leech(Progress(lapses=count - 1), Progress(lapses=count), options=options)
    ]

    assert lapses == told


def test_an_answer_that_is_no_lapse_tells_of_no_leech():
    assert not becomes_leech(Progress(lapses=8), Progress(lapses=8), options=SchedulerOptions(leech_lapses=8))
