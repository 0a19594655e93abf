"""What must hold of the four answers for any card, any options, any habits of the learner."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.domain.card import CardId
from quizzer.domain.memory import Progress, Rating, Review
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.interval_text import interval_label
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions

MODEL = Fsrs6()
ENGINE = FSRS(DEFAULT_PARAMETERS)
START = datetime(2026, 1, 5, 8, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
DAY_S = 86_400.0

STEPS = st.lists(st.floats(1, 4 * DAY_S), max_size=4).map(sorted).map(tuple)
OPTIONS = st.builds(
    SchedulerOptions,
    desired_retention=st.floats(0.7, 0.99),
    learning_steps_s=STEPS,
    relearning_steps_s=STEPS,
    maximum_interval_days=st.integers(4, 36500),
    rollover_hour=st.integers(0, 23),
    fuzz=st.booleans(),
)
GAPS_S = st.one_of(st.integers(0, 86_400), st.integers(0, 400 * 86_400), st.integers(-500_000, 0))
HISTORIES = st.lists(st.tuples(st.sampled_from(Rating), GAPS_S), max_size=10)
CARDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).map(CardId)


def ask(progress, now, *, card, options):
    moment = moment_at(now, zone=BERLIN, rollover_hour=options.rollover_hour)
    return moment, four_answers(progress, card_id=card, moment=moment, options=options, model=MODEL)


def study(history, *, card, options):
    """All (before, moment, outcomes) of a history that is answered as it says, and one question more."""
    progress, now, asked = Progress(), START, []
    for rating, gap_s in [*history, (Rating.GOOD, 0)]:
        now += timedelta(seconds=gap_s)
        moment, outcomes = ask(progress, now, card=card, options=options)
        asked.append((progress, moment, outcomes))
        progress = outcomes[rating].progress
    return asked


@settings(deadline=None, max_examples=200)
@given(history=HISTORIES, card=CARDS, options=OPTIONS)
def test_intervals_never_fall_from_again_to_easy(history, card, options):
    for _, _, outcomes in study(history, card=card, options=options):
        intervals = [outcomes[rating].interval_s for rating in Rating]

        assert intervals == sorted(intervals)
        assert intervals[0] > 0


@settings(deadline=None, max_examples=200)
@given(history=HISTORIES, card=CARDS, options=OPTIONS)
def test_what_the_label_says_is_what_is_stored(history, card, options):
    for _, moment, outcomes in study(history, card=card, options=options):
        for outcome in outcomes.values():
            schedule = outcome.progress.schedule
            if isinstance(schedule, Review):
                stored_s = (schedule.due_on - moment.today) * DAY_S
                assert 1 <= schedule.interval_days == outcome.scheduled_days
            else:
                stored_s = (schedule.due_at - moment.now).total_seconds()

            assert interval_label(outcome.interval_s) == interval_label(stored_s)
            assert outcome.interval_s == stored_s
            assert schedule.reviewed_on == moment.today
            assert schedule.reviewed_at == moment.now


@settings(deadline=None, max_examples=100)
@given(history=HISTORIES, card=CARDS, options=OPTIONS)
def test_replaying_a_history_gives_the_same_state(history, card, options):
    assert study(history, card=card, options=options) == study(history, card=card, options=options)


@settings(deadline=None, max_examples=100)
@given(history=HISTORIES, card=CARDS, options=OPTIONS)
def test_a_history_answered_one_by_one_reaches_the_memory_that_fsrs_gives_the_whole(history, card, options):
    asked = study(history, card=card, options=options)
    reviews = [
        FSRSReview(int(rating), outcomes[rating].elapsed_days)
        for (rating, _), (_, _, outcomes) in zip(history, asked, strict=False)
    ]
    if not reviews:
        return

    whole = ENGINE.memory_state(FSRSItem(reviews))

    memory = asked[-1][0].schedule.memory
    assert abs(memory.stability - whole.stability) <= 1e-4 * whole.stability
    assert abs(memory.difficulty - whole.difficulty) <= 1e-4 * whole.difficulty


@settings(deadline=None, max_examples=200)
@given(history=HISTORIES, card=CARDS, options=OPTIONS)
def test_elapsed_days_are_never_negative_and_a_clock_set_back_is_always_told(history, card, options):
    for before, moment, outcomes in study(history, card=card, options=options):
        reviewed_at = getattr(before.schedule, "reviewed_at", moment.now)
        reviewed_on = getattr(before.schedule, "reviewed_on", moment.today)

        for outcome in outcomes.values():
            assert outcome.elapsed_days == max(0, moment.today - reviewed_on)
            assert outcome.clock_went_back == (moment.now < reviewed_at or moment.today < reviewed_on)


@settings(deadline=None, max_examples=200)
@given(history=HISTORIES, card=CARDS, options=OPTIONS)
def test_the_maximum_interval_and_the_counts_hold(history, card, options):
    for before, _, outcomes in study(history, card=card, options=options):
        for rating, outcome in outcomes.items():
            lapsed = rating is Rating.AGAIN and isinstance(before.schedule, Review)

            assert outcome.progress.repetitions == before.repetitions + 1
            assert outcome.progress.lapses == before.lapses + lapsed
            # A step of days may carry a graduated card a part of a day beyond the maximum.
            assert outcome.scheduled_days <= options.maximum_interval_days + 1


@settings(deadline=None, max_examples=200)
@given(history=HISTORIES, card=CARDS, options=OPTIONS)
def test_fuzz_moves_an_interval_by_anki_s_share_and_nothing_else(history, card, options):
    options = replace(options, learning_steps_s=(), relearning_steps_s=())
    for before, moment, outcomes in study(history, card=card, options=options):
        exact = four_answers(before, card_id=card, moment=moment, options=replace(options, fuzz=False), model=MODEL)

        for rating in Rating:
            days, exact_days = outcomes[rating].scheduled_days, exact[rating].scheduled_days
            memory = outcomes[rating].progress.schedule.memory
            assert abs(days - exact_days) <= 3 + 0.05 * exact_days + 1
            assert memory == exact[rating].progress.schedule.memory


@settings(deadline=None, max_examples=200)
@given(history=HISTORIES, card=CARDS, options=OPTIONS)
def test_fuzz_never_turns_a_growing_interval_into_one_that_does_not_grow(history, card, options):
    for before, _, outcomes in study(history, card=card, options=options):
        if not isinstance(before.schedule, Review):
            continue
        for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
            memory = outcomes[rating].progress.schedule.memory
            raw_days = MODEL.interval_days(memory, desired_retention=options.desired_retention)
            grows = min(raw_days, options.maximum_interval_days) >= before.schedule.interval_days + 0.5

            assert not grows or outcomes[rating].scheduled_days > before.schedule.interval_days
