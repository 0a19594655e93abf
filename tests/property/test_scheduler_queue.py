"""What must hold of a session's queue for any set of candidates."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.domain.candidate import Candidate
from quizzer.domain.card import CardId, DeckId, NoteId, TopicId
from quizzer.domain.memory import State, StudyDay
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import NewOrder, SchedulerOptions
from quizzer.scheduler.queue import DayRecord, Topics, arrange

NOW = datetime(2026, 5, 2, 12, tzinfo=UTC)
TODAY = StudyDay(1000)
MOMENT = Moment(now=NOW, today=TODAY, next_rollover_at=NOW + timedelta(hours=16))
TOPICS = [TopicId(name) for name in ("relu", "conv", "norm")]
NOTES = [NoteId(f"note-{number}") for number in range(6)]


@st.composite
def candidates(draw):
    number, note = draw(st.integers(0, 10_000)), draw(st.sampled_from(NOTES))
    state = draw(st.sampled_from(State))
    in_steps = state in {State.LEARNING, State.RELEARNING}
    in_review = state is State.REVIEW
    minutes = draw(st.one_of(st.integers(-3000, 15), st.integers(16, 3000)))
    return Candidate(
        card_id=CardId(f"{note}#c{number}"),
        note=note,
        deck=DeckId("layers"),
        topic=draw(st.sampled_from(TOPICS)),
        requires=tuple(draw(st.lists(st.sampled_from(TOPICS), max_size=2))),
        state=state,
        due_at=NOW + timedelta(minutes=minutes) if in_steps else None,
        due_on=StudyDay(TODAY + draw(st.integers(-20, 3))) if in_review else None,
        interval_days=draw(st.integers(1, 300)) if in_review else 0,
        position=draw(st.integers(0, 50)),
    )


MANY = st.lists(candidates(), max_size=25, unique_by=lambda each: each.card_id)
OPTIONS = st.builds(
    SchedulerOptions,
    new_per_day=st.integers(0, 8),
    reviews_per_day=st.integers(0, 8),
    new_order=st.sampled_from(NewOrder),
)
DONE = st.builds(
    DayRecord,
    new_done=st.integers(0, 5),
    reviews_done=st.integers(0, 5),
    answered=st.frozensets(st.tuples(st.sampled_from(NOTES), st.just(CardId("answered today"))), max_size=2),
)
KNOWLEDGE = st.builds(
    Topics, known=st.frozensets(st.sampled_from(TOPICS)), taught=st.frozensets(st.sampled_from(TOPICS))
)


def places(queue):
    return {each.name: getattr(queue, each.name) for each in fields(queue)}


@settings(deadline=None)
@given(many=MANY, options=OPTIONS, done=DONE, topics=KNOWLEDGE)
def test_every_candidate_is_in_exactly_one_place(many, options, done, topics):
    queue = arrange(many, moment=MOMENT, options=options, done=done, topics=topics)

    placed = Counter(each.card_id for each in chain.from_iterable(places(queue).values()))

    assert placed == Counter(each.card_id for each in many)


@settings(deadline=None)
@given(many=MANY, options=OPTIONS, done=DONE, topics=KNOWLEDGE)
def test_siblings_are_never_shown_on_the_same_day(many, options, done, topics):
    queue = arrange(many, moment=MOMENT, options=options, done=done, topics=topics)

    shown = Counter(each.note for each in (*queue.ready, *queue.later))
    shown.update(note for note, _ in done.answered)

    assert all(count == 1 for count in shown.values())


@settings(deadline=None)
@given(many=MANY)
def test_without_limits_and_siblings_every_due_card_is_shown(many):
    alone = {each.note: each for each in many}.values()

    queue = arrange(alone, moment=MOMENT, options=SchedulerOptions())

    due = {
        each.card_id
        for each in alone
        if each.state is State.NEW
        or (each.due_on is not None and each.due_on <= TODAY)
        or (each.due_at is not None and each.due_at <= NOW)
    }
    assert due <= {each.card_id for each in queue.ready}
    assert not queue.buried
    assert not queue.over_limit


@settings(deadline=None)
@given(many=MANY, options=OPTIONS, done=DONE)
def test_the_limits_of_the_day_hold(many, options, done):
    queue = arrange(many, moment=MOMENT, options=options, done=done)

    counts = Counter(each.state for each in queue.ready)

    assert counts[State.NEW] <= max(0, options.new_per_day - done.new_done)
    assert counts[State.REVIEW] <= max(0, options.reviews_per_day - done.reviews_done)


@settings(deadline=None)
@given(many=MANY, options=OPTIONS, done=DONE, topics=KNOWLEDGE)
def test_steps_come_first_and_locked_or_future_cards_never(many, options, done, topics):
    queue = arrange(many, moment=MOMENT, options=options, done=done, topics=topics)

    in_steps = [each.due_at is not None for each in queue.ready]

    assert in_steps == sorted(in_steps, reverse=True)
    assert not any(each.state is State.NEW and topics.locks(each) for each in queue.ready)
    assert not any(each.due_on is not None and each.due_on > TODAY for each in queue.ready)


@settings(deadline=None)
@given(many=MANY, options=OPTIONS, done=DONE, topics=KNOWLEDGE, chance=st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_matter(many, options, done, topics, chance):
    shuffled = list(many)
    chance.shuffle(shuffled)

    queues = [arrange(each, moment=MOMENT, options=options, done=done, topics=topics) for each in (many, shuffled)]

    assert queues[0].ready == queues[1].ready
    assert queues[0].later == queues[1].later
