"""What must hold of a session's queue for any set of candidates."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.domain.candidate import Candidate, ReviewOrder
from quizzer.domain.card import CardId, DeckId, NoteId, TopicId
from quizzer.domain.memory import State, StudyDay
from quizzer.scheduler.interleave import families
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import NewOrder, SchedulerOptions
from quizzer.scheduler.queue import DayRecord, Topics, arrange

NOW = datetime(2026, 5, 2, 12, tzinfo=UTC)
TODAY = StudyDay(1000)
MOMENT = Moment(now=NOW, today=TODAY, next_rollover_at=NOW + timedelta(hours=16))
TOPICS = [TopicId(name) for name in ("relu", "conv", "norm", "view", "reshape")]
NOTES = [NoteId(f"note-{number}") for number in range(14)]


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
        difficulty=0.0 if state is State.NEW else draw(st.sampled_from([1.0, 4.0, 4.25, 4.99, 5.0, 10.0])),
    )


MANY = st.lists(candidates(), max_size=25, unique_by=lambda each: each.card_id)
OPTIONS = st.builds(
    SchedulerOptions,
    new_per_day=st.integers(0, 8),
    reviews_per_day=st.integers(0, 14),
    new_order=st.sampled_from(NewOrder),
    review_order=st.sampled_from(ReviewOrder),
)
DONE = st.builds(
    DayRecord,
    new_done=st.integers(0, 5),
    reviews_done=st.integers(0, 5),
    answered=st.frozensets(st.tuples(st.sampled_from(NOTES), st.just(CardId("answered today"))), max_size=2),
)
PAIRS = st.lists(st.tuples(st.sampled_from(TOPICS), st.sampled_from(TOPICS)), max_size=4)
KNOWLEDGE = st.builds(
    Topics,
    known=st.frozensets(st.sampled_from(TOPICS)),
    taught=st.frozensets(st.sampled_from(TOPICS)),
    families=PAIRS.map(families),
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


def overdue(each):
    return (TODAY - each.due_on) / max(1, each.interval_days)


def specified(many, options, done, topics):
    """The ready cards, said as plainly as possible: no index, no cleverness, one sentence after the other."""
    shown = {note: {card for other, card in done.answered if other == note} for note, _ in done.answered}

    def pick(cards, room):
        chosen = []
        for each in cards:
            has_the_day = shown.get(each.note, {each.card_id})
            if each.card_id in has_the_day and (room is None or len(chosen) < room):
                chosen.append(each)
                shown[each.note] = {*shown.get(each.note, set()), each.card_id}
        return chosen

    # Steps that are due, and those further off than the longest wait (Hard on the one relearning step): soonest first.
    far = NOW + timedelta(minutes=15)
    waiting = sorted((each for each in many if each.due_at), key=lambda each: (each.due_at, each.card_id))
    steps = pick([each for each in waiting if each.due_at <= NOW or each.due_at > far], None)
    pick([each for each in waiting if NOW < each.due_at <= far and each.due_at < MOMENT.next_rollover_at], None)
    # Reviews, the most overdue for their interval first, as many as the day has left; where the easiest come first,
    # those of difficulty 1 to 2 before those of 2 to 3, and so on.
    due = sorted(
        (each for each in many if each.due_on is not None and each.due_on <= TODAY),
        key=lambda each: (-overdue(each), each.card_id),
    )
    if options.review_order is ReviewOrder.EASIEST:
        due = [each for level in range(1, 11) for each in due if level <= each.difficulty < level + 1]
    reviews = in_turn(pick(due, options.reviews_per_day - done.reviews_done), topics.families)
    # New cards whose topics are known, in their author's order.
    new = sorted(
        (each for each in many if each.state is State.NEW and not topics.locks(each)),
        key=lambda each: (each.position, each.card_id),
    )
    new = pick(new, options.new_per_day - done.new_done)
    if options.new_order is NewOrder.AFTER:
        return [*steps, *reviews, *new]
    # New cards cut the reviews into parts of equal length, or, mixed, of three reviews if that is less.
    apart = Fraction(len(reviews) + 1, len(new) + 1)
    if options.new_order is NewOrder.MIXED:
        apart = min(apart, Fraction(3))
    places = [(Fraction(number), 0, each) for number, each in enumerate(reviews, 1)]
    places += [(apart * number, 1, each) for number, each in enumerate(new, 1)]
    return [*steps, *(each for *_, each in sorted(places, key=lambda place: place[:2]))]


def in_turn(reviews, family_of):
    """Fifty at a time: after each card the first one left that is of its family and about another topic, if any."""
    order = []
    for start in range(0, len(reviews), 50):
        left = list(reviews[start : start + 50])
        last = None
        while left:
            others = [each for each in left if last and confused(last, each, family_of)]
            last = (others or left)[0]
            left.remove(last)
            order.append(last)
    return order


def confused(one, other, family_of):
    return one.topic != other.topic and one.topic in family_of and family_of[one.topic] == family_of.get(other.topic)


@settings(deadline=None, max_examples=300)
@given(many=MANY, options=OPTIONS, done=DONE, topics=KNOWLEDGE)
def test_the_queue_equals_its_plain_specification(many, options, done, topics):
    queue = arrange(many, moment=MOMENT, options=options, done=done, topics=topics)

    assert list(queue.ready) == specified(many, options, done, topics)


@settings(deadline=None)
@given(many=MANY, options=OPTIONS, done=DONE, topics=KNOWLEDGE)
def test_confusable_topics_change_the_order_and_nothing_else(many, options, done, topics):
    plain = arrange(many, moment=MOMENT, options=options, done=done, topics=replace(topics, families={}))

    queue = arrange(many, moment=MOMENT, options=options, done=done, topics=topics)

    ready = places(queue).pop("ready")
    assert set(ready) == set(plain.ready)
    assert {**places(queue), "ready": ()} == {**places(plain), "ready": ()}
    # New cards and steps keep their places, reviews of one topic their order.
    assert [each.due_on is None and each for each in ready] == [each.due_on is None and each for each in plain.ready]
    for topic in TOPICS:
        reviews = [[each for each in queue if each.topic == topic and each.due_on] for queue in (ready, plain.ready)]
        assert reviews[0] == reviews[1]


def reviews_of(*topics):
    """Cards in review, each a little less overdue than the one before, of one topic after the other."""
    return [
        Candidate(
            CardId(f"c{number:03}"), NoteId(f"n{number}"), DeckId("layers"), TopicId(topic), (), State.REVIEW,
            None, StudyDay(TODAY - 300 + number), 10, 0, 5.0,
        )
        for number, topic in enumerate(topics)
    ]  # fmt: skip


@given(reviews=st.integers(0, 40), new=st.integers(0, 8), new_order=st.sampled_from(NewOrder))
def test_few_new_cards_stand_among_many_reviews_as_specified(reviews, new, new_order):
    cards = reviews_of(*["relu"] * reviews)
    cards += [
        replace(reviews_of("relu")[0], card_id=CardId(f"n{at}"), note=NoteId(f"new-{at}"), state=State.NEW, due_on=None)
        for at in range(new)
    ]
    options = SchedulerOptions(new_order=new_order)

    queue = arrange(cards, moment=MOMENT, options=options)

    assert list(queue.ready) == specified(cards, options, DayRecord(), Topics())


def asked(cards, *pairs):
    topics = Topics(families=families([(TopicId(one), TopicId(other)) for one, other in pairs]))
    options = SchedulerOptions(reviews_per_day=9999)
    queue = arrange(cards, moment=MOMENT, options=options, topics=topics)
    return " ".join(each.topic for each in queue.ready)


def test_topics_that_are_confused_come_side_by_side_and_in_turn():
    cards = reviews_of("cat", "cat", "relu", "stack", "conv", "stack", "cat")

    assert asked(cards) == "cat cat relu stack conv stack cat"
    assert asked(cards, ("stack", "cat")) == "cat stack cat stack cat relu conv"


def test_a_topic_is_not_repeated_where_nothing_is_left_to_tell_it_from():
    cards = reviews_of("cat", "relu", "cat", "cat", "conv", "stack")

    assert asked(cards, ("cat", "stack")) == "cat stack cat relu cat conv"


def test_pairs_that_share_a_topic_are_one_family():
    cards = reviews_of("view", "relu", "reshape", "conv", "permute")

    assert asked(cards, ("view", "reshape"), ("permute", "reshape")) == "view reshape permute relu conv"
    assert families([]) == {}
    assert families([("b", "a"), ("c", "d"), ("d", "a")]) == dict.fromkeys("abcd", "a")


def test_no_card_is_moved_beyond_its_fifty():
    topics = ["relu"] * 51
    topics[0], topics[-1] = "cat", "stack"
    cards = reviews_of(*topics)
    near = reviews_of("cat", *["relu"] * 48, "stack", "conv")

    assert asked(cards, ("cat", "stack")) == " ".join(topics)
    assert asked(near, ("cat", "stack")).startswith("cat stack relu")
