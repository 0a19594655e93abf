"""What storage offers a session: due, new and unlocked, of the deck asked for, and no more than asked for."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from quizzer.domain.candidate import Candidate, ReviewOrder
from quizzer.domain.card import Topic, TopicId
from quizzer.domain.memory import Memory, State, StudyDay
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import SchedulerOptions
from quizzer.scheduler.queue import arrange, relative_overdueness


def ids(candidates):
    return [candidate.card_id.removeprefix("layers/") for candidate in candidates]


def test_learning_cards_come_earliest_first_up_to_the_rollover(desk, make):
    desk.sync(make.deck(*(make.card(name) for name in ("late", "early", "overdue", "tomorrow"))))
    desk.answer("layers/late", make.learning(due_at=make.ROLLOVER - timedelta(milliseconds=1)))
    desk.answer("layers/early", make.relearning(due_at=make.NOON + timedelta(minutes=1)))
    desk.answer("layers/overdue", make.learning(due_at=make.NOON - timedelta(days=9)))
    desk.answer("layers/tomorrow", make.learning(due_at=make.ROLLOVER))

    found = desk.candidates()

    assert ids(found.learning) == ["overdue", "early", "late"]
    assert found.reviews == found.new == ()


def test_a_learning_card_answered_in_the_future_comes_now(desk, make):
    desk.sync(make.deck(make.card("one")))
    a_year_on = make.NOON + timedelta(days=365)
    desk.answer("layers/one", make.learning(due_at=a_year_on + timedelta(minutes=1), at=a_year_on))

    assert ids(desk.candidates().learning) == ["one"]


def test_reviews_are_due_today_or_before_and_the_longest_due_come_first(desk, make):
    desk.sync(make.deck(*(make.card(name) for name in ("today", "tomorrow", "last-week", "today-too"))))
    for name, due in (("today", 0), ("tomorrow", 1), ("last-week", -7), ("today-too", 0)):
        desk.answer(f"layers/{name}", make.review(due_on=make.TODAY + due))
    overdue = ReviewOrder.OVERDUE

    assert ids(desk.candidates(first=overdue).reviews) == ["last-week", "today", "today-too"]
    assert ids(desk.candidates(today=make.TODAY + 1, first=overdue).reviews)[-1] == "tomorrow"


def test_reviews_that_the_scheduler_asks_first_are_among_the_few_that_it_gets(desk, make):
    chance = Random(4)
    desk.sync(make.deck(*(make.card(f"c{number:02}") for number in range(60))))
    for number in range(60):
        review = make.review(due_on=make.TODAY - chance.randrange(9), interval_days=chance.randrange(3))
        memory = Memory(9.0, chance.choice([1.0, 3.9, 4.0, 4.7, 10.0]))
        desk.answer(f"layers/c{number:02}", replace(review, memory=memory))
    moment = Moment(now=make.NOON, today=make.TODAY, next_rollover_at=make.ROLLOVER)
    everything = arrange(desk.candidates(limit=99).all, moment=moment, options=SchedulerOptions()).ready

    for limit in (1, 7, 20, 45):
        few = arrange(desk.candidates(limit=limit).all, moment=moment, options=SchedulerOptions()).ready

        assert len(few) == limit
        assert places(few, make.TODAY) == places(everything[:limit], make.TODAY)


def test_of_very_many_due_reviews_only_the_latest_are_looked_at(desk, make, monkeypatch):
    monkeypatch.setattr("quizzer.storage.queue.LATEST", 3)
    desk.sync(make.deck(*(make.card(f"c{number}") for number in range(5))))
    for number in range(5):
        review = make.review(due_on=make.TODAY - 5 + number)
        desk.answer(f"layers/c{number}", replace(review, memory=Memory(9.0, 1.0 + number)))

    assert ids(desk.candidates(limit=1).reviews) == ["c2"]
    assert ids(desk.candidates(limit=4).reviews) == ["c1", "c2", "c3", "c4"]
    assert ids(desk.candidates(limit=1, ahead_days=9).reviews) == ["c0"]


def places(cards, today):
    """What the order goes by, but for the id that decides among equals."""
    return [(int(card.difficulty), relative_overdueness(card, today=today)) for card in cards]


def test_a_candidate_says_all_that_the_queue_asks(desk, make):
    waits = make.card("cloze#c2", requires=(TopicId("nn.Module"),))
    desk.sync(make.deck(waits, topics=[Topic(TopicId("nn.Linear"), (TopicId("torch.matmul"), TopicId("nn.Module")))]))
    desk.answer("layers/cloze#c2", make.review(due_on=make.TODAY - 1, interval_days=4))

    (candidate,) = desk.candidates().reviews

    assert candidate == Candidate(
        card_id="layers/cloze#c2",
        note="layers/cloze",
        deck="layers",
        topic="nn.Linear",
        requires=("nn.Module", "torch.matmul"),
        state=State.REVIEW,
        due_at=None,
        due_on=StudyDay(make.TODAY - 1),
        interval_days=4,
        position=candidate.position,
        difficulty=5.25,
    )


def test_a_learning_candidate_has_an_instant_and_no_day(desk, make):
    desk.sync(make.deck(make.card("one")))
    desk.answer("layers/one", make.learning(due_at=make.NOON))

    (candidate,) = desk.candidates().learning

    assert (candidate.due_at, candidate.due_on, candidate.interval_days) == (make.NOON, None, 0)


def test_each_kind_is_limited_by_itself(desk, make):
    desk.sync(make.deck(*(make.card(f"card-{number}") for number in range(9))))
    for number in range(3):
        desk.answer(f"layers/card-{number}", make.learning(due_at=make.NOON))
    for number in range(3, 6):
        desk.answer(f"layers/card-{number}", make.review(due_on=make.TODAY))

    found = desk.candidates(limit=2)

    assert [len(kind) for kind in (found.learning, found.reviews, found.new)] == [2, 2, 2]


def test_only_cards_of_the_deck_asked_for_are_offered(desk, make):
    loss = [make.card(name, deck="loss") for name in "abc"]
    desk.sync(make.deck(*(make.card(name) for name in "abc")), make.deck(*loss, deck="loss"))
    for deck in ("layers", "loss"):
        desk.answer(f"{deck}/a", make.learning(due_at=make.NOON))
        desk.answer(f"{deck}/b", make.review(due_on=make.TODAY))

    found = desk.candidates(deck="loss")

    assert [candidate.card_id for candidate in found.all] == ["loss/a", "loss/b", "loss/c"]
    assert len(desk.candidates().all) == 6


def test_a_buried_note_is_away_until_its_day(desk, make):
    desk.sync(make.deck(make.card("cloze#c1"), make.card("cloze#c2"), make.card("cloze#c3"), make.card("other")))
    desk.answer("layers/cloze#c1", make.learning(due_at=make.NOON))
    desk.answer("layers/cloze#c2", make.review(due_on=make.TODAY))

    with desk.store.write() as tx:
        tx.bury(["layers/cloze#c1"], until=StudyDay(make.TODAY + 9), at=make.NOON)
        tx.bury(["layers/cloze#c1"], until=StudyDay(make.TODAY + 1), at=make.NOON)

    assert ids(desk.candidates().all) == ["other"]
    assert len(desk.candidates(today=make.TODAY + 1).all) == 4


def test_retired_cards_are_never_offered(desk, make):
    desk.sync(make.deck(*(make.card(name) for name in "abc")))
    desk.answer("layers/a", make.learning(due_at=make.NOON))
    desk.answer("layers/b", make.review(due_on=make.TODAY))

    desk.sync(make.deck())

    assert desk.candidates().all == ()


def test_the_notes_answered_today_are_named(desk, make):
    desk.sync(make.deck(make.card("cloze#c1"), make.card("cloze#c2"), make.card("old"), make.card("new")))
    desk.answer("layers/cloze#c1", make.review(due_on=make.TODAY + 1))
    desk.answer("layers/old", make.review(due_on=make.TODAY + 1), answered_on=StudyDay(make.TODAY - 1))

    assert desk.candidates().answered_today == {"layers/cloze"}


@pytest.fixture
def chained(desk, make):
    """Two cards of nn.Linear, and nn.ReLU that builds on it."""
    topics = [Topic(TopicId("nn.Linear")), Topic(TopicId("nn.ReLU"), (TopicId("nn.Linear"),))]
    cards = [make.card("relu", topic="nn.ReLU"), make.card("linear-1"), make.card("linear-2")]
    desk.sync(make.deck(*cards, topics=topics))
    return desk


def test_a_new_card_waits_until_half_of_what_it_builds_on_has_graduated(chained, make):
    assert ids(chained.candidates().new) == ["linear-1", "linear-2"]

    chained.answer("layers/linear-1", make.learning(due_at=make.NOON))
    assert ids(chained.candidates().new) == ["linear-2"]

    chained.answer("layers/linear-1", make.review(due_on=make.TODAY + 1))
    assert ids(chained.candidates().new) == ["relu", "linear-2"]
    assert "nn.Linear" in chained.candidates().known_topics


def test_a_forgotten_topic_still_counts_as_known(chained, make):
    chained.answer("layers/linear-1", make.relearning(due_at=make.NOON))

    assert "relu" in ids(chained.candidates().new)


def test_locked_cards_do_not_use_up_the_limit(desk, make):
    topics = [Topic(TopicId("nn.ReLU"), (TopicId("nn.Linear"),)), Topic(TopicId("nn.Linear"))]
    locked = [make.card(f"relu-{number}", topic="nn.ReLU") for number in range(20)]
    desk.sync(make.deck(*locked, make.card("linear"), topics=topics))

    assert ids(desk.candidates(limit=5).new) == ["linear"]


def test_a_topic_that_no_active_card_teaches_counts_as_known(desk, make):
    waits = make.card("one", requires=(TopicId("nn.Module"),))
    desk.sync(make.deck(waits, make.card("module", topic="nn.Module"), topics=[Topic(TopicId("broadcasting"))]))
    assert ids(desk.candidates().new) == ["module"]

    desk.sync(make.deck(waits, topics=[Topic(TopicId("broadcasting"))]))

    found = desk.candidates()
    assert ids(found.new) == ["one"]
    assert found.known_topics == {"nn.Module"}
    with desk.store.read() as tx:
        assert tx.known_topics() == {"nn.Module", "broadcasting"}


def test_a_topic_that_requires_itself_locks_nothing(desk, make):
    topic = TopicId("nn.Linear")

    desk.sync(make.deck(make.card("one", requires=(topic,)), topics=[Topic(topic, (topic,))]))

    assert ids(desk.candidates().new) == ["one"]


def test_an_exercise_waits_for_its_topics_and_a_topic_never_for_its_exercises(desk, make):
    topics = [Topic(TopicId("nn.Dropout")), Topic(TopicId("model.train"))]
    cards = [make.card("p", topic="nn.Dropout"), make.exercise_card(), make.card("mode", topic="model.train")]
    exercise = make.exercise(topics=(TopicId("nn.Dropout"), TopicId("model.train"), TopicId("no card teaches this")))
    desk.sync(make.deck(*cards, topics=topics), exercises=[exercise])
    assert ids(desk.candidates().new) == ["p", "mode"]

    desk.answer("layers/p", make.review(due_on=make.TODAY + 1))
    assert desk.candidates().known_topics == {"nn.Dropout", "no card teaches this"}
    assert ids(desk.candidates().new) == ["mode"]

    desk.answer("layers/mode", make.review(due_on=make.TODAY + 1))
    assert ids(desk.candidates().new) == ["exercise-dropout"]


def test_an_exercise_of_an_earlier_sync_is_waited_for_all_the_same(desk, make):
    cards = [make.card("p", topic="nn.Dropout"), make.exercise_card()]
    desk.sync(exercises=[make.exercise(topics=(TopicId("nn.Linear"),))])
    desk.sync(make.deck(*cards, make.card("linear")), retire=False)
    desk.answer("layers/p", make.review(due_on=make.TODAY + 1))

    assert ids(desk.candidates().new) == ["linear"]


def test_an_exercise_of_a_topic_without_other_cards_does_not_wait(desk, make):
    desk.sync(make.deck(make.exercise_card(), topics=[Topic(TopicId("nn.Dropout"))]), exercises=[make.exercise()])

    assert ids(desk.candidates().new) == ["exercise-dropout"]


def test_reviews_are_never_locked(desk, make):
    waits = make.card("one", requires=(TopicId("nn.Module"),))
    desk.sync(make.deck(waits, make.card("module", topic="nn.Module")))
    desk.answer("layers/one", make.review(due_on=make.TODAY))

    assert ids(desk.candidates().reviews) == ["one"]


def test_known_topics_can_be_asked_for_alone(chained, make):
    chained.answer("layers/linear-1", make.review(due_on=make.TODAY + 1))

    with chained.store.read() as tx:
        assert tx.known_topics() == {"nn.Linear"}
