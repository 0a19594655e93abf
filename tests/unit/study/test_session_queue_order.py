"""The order inside a running session, without a store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from quizzer.domain.candidate import Candidate
from quizzer.domain.card import CardId, DeckId, NoteId, TopicId
from quizzer.domain.memory import Learning, Memory, Review, State, StudyDay
from quizzer.domain.question import Counts
from quizzer.scheduler.queue import Queue
from quizzer.services.study_queue import SessionQueue, Ticket

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MIDNIGHT = NOW + timedelta(hours=12)


def candidate(name: str, state: State = State.NEW, due_at: datetime | None = None) -> Candidate:
    note = NoteId(name.partition("#")[0])
    due_on = StudyDay(1) if state is State.REVIEW else None
    return Candidate(CardId(name), note, DeckId("d"), TopicId("t"), (), state, due_at, due_on, 0, 0)


def queue_of(*ready: Candidate, later: tuple[Candidate, ...] = ()) -> SessionQueue:
    queue = SessionQueue()
    queue.fill(Queue(ready, later, (), (), (), ()), now=NOW)
    return queue


def learning(minutes: float) -> Learning:
    return Learning(Memory(1, 5), 0, NOW + timedelta(minutes=minutes), NOW, StudyDay(1))


def taken(queue: SessionQueue, now: datetime = NOW) -> list[str]:
    names = []
    while (ticket := queue.take(now)) is not None:
        names.append(ticket.card_id)
    return names


def test_arranged_cards_come_in_their_order() -> None:
    assert taken(queue_of(candidate("a"), candidate("b", State.REVIEW), candidate("c"))) == ["a", "b", "c"]


def test_a_step_that_is_due_comes_before_the_rest_and_a_later_one_after() -> None:
    due = candidate("due", State.LEARNING, NOW - timedelta(minutes=1))
    soon = candidate("soon", State.RELEARNING, NOW + timedelta(minutes=10))

    assert taken(queue_of(due, candidate("new"), later=(soon,))) == ["due", "new", "soon"]


def test_a_step_beyond_the_learn_ahead_does_not_come_at_all() -> None:
    late = candidate("late", State.LEARNING, NOW + timedelta(minutes=21))

    assert taken(queue_of(later=(late,))) == []
    assert taken(queue_of(later=(late,)), NOW + timedelta(minutes=1)) == ["late"]


def test_a_step_made_ready_by_a_clock_set_back_is_due() -> None:
    assert taken(queue_of(candidate("future", State.LEARNING, NOW + timedelta(days=3)))) == ["future"]


def test_an_answered_card_returns_only_for_a_step_of_today() -> None:
    queue = queue_of(candidate("a"))
    ticket = queue.take(NOW)

    queue.answered(ticket, learning(800), day_ends_at=MIDNIGHT)
    assert queue.counts() == Counts(0, 0, 0)
    queue.answered(ticket, Review(Memory(1, 5), 3, StudyDay(4), NOW, StudyDay(1)), day_ends_at=MIDNIGHT)
    assert queue.counts() == Counts(0, 0, 0)
    queue.answered(ticket, learning(5), day_ends_at=MIDNIGHT)
    assert queue.counts() == Counts(0, 1, 0)


def test_a_card_brought_back_stands_first_and_only_once() -> None:
    queue = queue_of(candidate("a"), candidate("b"), candidate("c"))

    queue.bring_back(Ticket(CardId("c"), NoteId("c"), State.NEW))

    assert taken(queue) == ["c", "a", "b"]


def test_a_card_set_aside_stays_away_even_when_arranged_anew() -> None:
    queue = queue_of(candidate("a"), candidate("b"))
    queue.set_aside(CardId("a"))

    queue.fill(Queue((candidate("a"), candidate("b")), (), (), (), (), ()), now=NOW)

    assert taken(queue) == ["b"]


def test_a_card_set_aside_and_brought_back_is_there_again() -> None:
    queue = queue_of(candidate("a"))
    queue.set_aside(CardId("a"))

    queue.bring_back(Ticket(CardId("a"), NoteId("a"), State.NEW))

    assert taken(queue) == ["a"]


def test_dropping_a_note_drops_its_siblings_wherever_they_stand() -> None:
    step = candidate("n#c2", State.LEARNING, NOW)
    queue = queue_of(candidate("n#c1"), step, candidate("other"))

    queue.drop_note(NoteId("n"))

    assert taken(queue) == ["other"]


def test_counts_are_by_state_and_include_the_card_asked() -> None:
    queue = queue_of(candidate("a"), candidate("b", State.REVIEW), candidate("c", State.LEARNING, NOW))

    assert queue.counts() == Counts(new=1, learning=1, due=1)
    current = queue.take(NOW)
    assert current.state is State.LEARNING
    assert queue.counts(current) == Counts(new=1, learning=1, due=1)
    assert queue.counts() == Counts(new=1, learning=0, due=1)


def test_looking_ahead_takes_nothing() -> None:
    queue = queue_of(candidate("a"), candidate("b"), candidate("c"))

    assert queue.upcoming(2) == ("a", "b")
    assert taken(queue) == ["a", "b", "c"]


def test_a_card_answered_into_its_steps_and_taken_back_comes_once() -> None:
    queue = queue_of(candidate("a"), candidate("b"))
    ticket = queue.take(NOW)
    queue.answered(ticket, learning(0), day_ends_at=MIDNIGHT)

    queue.bring_back(ticket)

    assert taken(queue) == ["a", "b"]


def test_a_step_that_was_taken_may_come_again_and_go_again() -> None:
    queue = queue_of(candidate("a", State.LEARNING, NOW), candidate("b"))
    ticket = queue.take(NOW)
    queue.answered(ticket, learning(0), day_ends_at=MIDNIGHT)
    assert queue.counts() == Counts(new=1, learning=1, due=0)

    queue.drop(ticket.card_id)

    assert taken(queue) == ["b"]


def test_a_card_put_last_comes_after_all_others() -> None:
    queue = queue_of(candidate("a"), candidate("b"))

    queue.put_last(queue.take(NOW))

    assert taken(queue) == ["b", "a"]
