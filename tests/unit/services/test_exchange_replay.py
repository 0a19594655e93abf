"""A history from elsewhere is lived through again: states follow from answers, and the end is the other program's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from quizzer.domain.card import CardId
from quizzer.domain.exchange import ForeignHistory, PastReview, Standing
from quizzer.domain.memory import Learning, Memory, New, Rating, Relearning, Review, State, StudyDay
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.services.exchange_replay import replay

MODEL = Fsrs6()
CARD = CardId("anki/x")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MINUTE_S, DAY_S = 60.0, 86_400.0


def day_of(at):
    return StudyDay(at.date().toordinal())


def step(rating, after, *, minutes=10):
    return PastReview(Rating(rating), NOON + after, 2.0, minutes * MINUTE_S)


def days(rating, after, interval_days, **more):
    return PastReview(Rating(rating), NOON + after, 2.0, interval_days * DAY_S, interval_days, **more)


def standing(**more):
    facts = {"state": State.REVIEW, "repetitions": 9, "lapses": 2, "difficulty": 6.0, "due_on": day_of(NOON) + 30}
    return Standing(**(facts | more))


def lived(*reviews, at=None):
    return replay(CARD, ForeignHistory(at or standing(), reviews), model=MODEL, day_of=day_of)


LIFE = (
    step(3, timedelta(0)),
    days(3, timedelta(minutes=10), 2),
    days(3, timedelta(days=2), 5),
    step(1, timedelta(days=7)),
    days(3, timedelta(days=7, minutes=10), 1),
)


def test_a_card_goes_from_new_through_learning_to_review_and_back_by_a_lapse():
    records = lived(*LIFE).records

    assert [record.before.state for record in records] == ["new", "learning", "review", "review", "relearning"]
    assert [type(record.after.schedule) for record in records] == [Learning, Review, Review, Relearning, Review]
    assert [record.after.lapses for record in records[:-1]] == [0, 0, 0, 1]
    assert [record.after.repetitions for record in records[:-1]] == [1, 2, 3, 4]
    assert all(earlier.after == later.before for earlier, later in pairwise(records))


def test_gaps_and_waits_are_whole_study_days():
    records = lived(*LIFE).records

    assert [record.elapsed_days for record in records] == [0, 0, 2, 5, 0]
    assert [record.scheduled_days for record in records] == [0, 2, 5, 0, 1]
    assert [record.interval_s for record in records] == [600.0, 2 * DAY_S, 5 * DAY_S, 600.0, DAY_S]


def test_a_step_over_midnight_is_scheduled_for_the_next_day():
    (record,) = lived(step(3, timedelta(hours=11, minutes=55))).records

    assert record.scheduled_days == 1


def test_memories_are_those_of_the_model():
    records = lived(*LIFE).records

    memory = None
    for record in records[:-1]:
        memory = MODEL.next_memories(memory, elapsed_days=record.elapsed_days)[record.rating]
        assert record.after.schedule.memory == memory


def test_the_end_is_where_the_other_program_left_the_card():
    history = lived(*LIFE, at=standing(memory=Memory(12.5, 3.5), interval_days=11))

    schedule = history.progress.schedule
    assert (schedule.memory, schedule.interval_days, schedule.due_on) == (Memory(12.5, 3.5), 11, day_of(NOON) + 30)
    assert (history.progress.repetitions, history.progress.lapses) == (9, 2)
    assert schedule.reviewed_at == LIFE[-1].answered_at
    assert history.records[-1].after == history.progress


def test_a_card_made_new_starts_again_with_no_memory_and_keeps_its_counts():
    records = lived(days(3, timedelta(0), 3), days(3, timedelta(days=9), 2, starts_anew=True)).records

    assert isinstance(records[1].before.schedule, New)
    assert (records[1].before.repetitions, records[1].elapsed_days) == (1, 0)
    assert records[1].after.repetitions == 9


def test_a_clock_that_went_back_counts_as_no_time():
    records = lived(days(3, timedelta(days=3), 3), days(3, timedelta(0), 2)).records

    assert (records[1].elapsed_days, records[1].clock_went_back) == (0, True)


@pytest.mark.parametrize(
    ("end", "memory"),
    [
        (standing(interval_days=20), Memory(20.0, 6.0)),
        (standing(state=State.LEARNING, due_at=NOON), Memory(0.1, 6.0)),
        (standing(state=State.RELEARNING, due_at=NOON, memory=Memory(2.0, 3.0)), Memory(2.0, 3.0)),
    ],
)
def test_without_answers_the_memory_is_what_was_given_or_a_guess(end, memory):
    history = lived(at=end)

    assert history.records == ()
    assert history.progress.schedule.memory == memory
    assert history.progress.state is end.state


def test_without_answers_the_last_one_was_an_interval_before_the_due_date():
    history = lived(at=standing(interval_days=10))

    assert history.progress.schedule.reviewed_on == day_of(NOON) + 20


def test_the_last_answer_is_when_the_other_program_says():
    at = NOON + timedelta(days=4)

    assert lived(at=standing(reviewed_at=at)).progress.schedule.reviewed_at == at


def test_steps_keep_their_number_and_instant():
    due_at = NOON + timedelta(minutes=3)

    schedule = lived(step(1, timedelta(0)), at=standing(state=State.LEARNING, step=1, due_at=due_at)).progress.schedule

    assert (type(schedule), schedule.step, schedule.due_at) == (Learning, 1, due_at)
