"""The order of a session, and why a card waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quizzer.domain.candidate import Candidate, ReviewOrder
from quizzer.domain.card import CardId, DeckId, NoteId, TopicId
from quizzer.domain.memory import State, StudyDay
from quizzer.scheduler.moment import Moment
from quizzer.scheduler.options import NewOrder, SchedulerOptions
from quizzer.scheduler.queue import DayRecord, Topics, arrange

NOW = datetime(2026, 5, 2, 12, tzinfo=UTC)
TODAY = StudyDay(1000)
MOMENT = Moment(now=NOW, today=TODAY, next_rollover_at=NOW + timedelta(hours=16))


def new(slug: str, *, position: int = 0, topic: str = "relu", requires: tuple[str, ...] = ()) -> Candidate:
    return candidate(slug, state=State.NEW, position=position, topic=topic, requires=requires)


def due(slug: str, *, overdue_days: int = 0, interval_days: int = 10, difficulty: float = 5.0) -> Candidate:
    due_on = StudyDay(TODAY - overdue_days)
    review = candidate(slug, state=State.REVIEW, due_on=due_on, interval_days=interval_days)
    return replace(review, difficulty=difficulty)


def learning(slug: str, *, minutes: float) -> Candidate:
    return candidate(slug, state=State.LEARNING, due_at=NOW + timedelta(minutes=minutes))


def candidate(
    slug: str,
    *,
    state: State,
    due_at: datetime | None = None,
    due_on: StudyDay | None = None,
    interval_days: int = 0,
    position: int = 0,
    topic: str = "relu",
    requires: tuple[str, ...] = (),
) -> Candidate:
    return Candidate(
        card_id=CardId(slug),
        note=NoteId(slug.partition("#")[0]),
        deck=DeckId("layers"),
        topic=TopicId(topic),
        requires=tuple(map(TopicId, requires)),
        state=state,
        due_at=due_at,
        due_on=due_on,
        interval_days=interval_days,
        position=position,
    )


def ids(candidates) -> list[str]:
    return [str(each.card_id) for each in candidates]


def queue(*candidates: Candidate, done: DayRecord | None = None, topics: Topics | None = None, **settings):
    return arrange(candidates, moment=MOMENT, options=SchedulerOptions(**settings), done=done, topics=topics)


def test_steps_that_are_due_come_before_reviews_and_new_cards_last():
    arranged = queue(new("c"), due("b"), learning("a", minutes=-1), new_order=NewOrder.AFTER)

    assert ids(arranged.ready) == ["a", "b", "c"]


def test_steps_are_ordered_by_their_instant():
    arranged = queue(learning("a", minutes=-1), learning("b", minutes=-5), learning("c", minutes=0))

    assert ids(arranged.ready) == ["b", "a", "c"]


def test_a_step_that_is_not_due_waits_in_the_order_of_its_instant():
    arranged = queue(learning("a", minutes=10), learning("b", minutes=5))

    assert arranged.ready == ()
    assert ids(arranged.later) == ["b", "a"]


def test_a_step_due_after_the_rollover_is_not_of_this_day():
    arranged = queue(learning("a", minutes=17 * 60), learning_steps_s=(60.0, 20 * 3600.0))

    assert ids(arranged.not_due) == ["a"]


def test_a_step_due_later_than_any_step_can_be_shows_a_clock_set_back_and_is_due():
    arranged = queue(learning("a", minutes=400 * 24 * 60))

    assert ids(arranged.ready) == ["a"]


def test_the_relatively_most_overdue_review_comes_first():
    arranged = queue(
        due("ten-of-a-hundred", overdue_days=10, interval_days=100),
        due("two-of-two", overdue_days=2, interval_days=2),
        due("today"),
    )

    assert ids(arranged.ready) == ["two-of-two", "ten-of-a-hundred", "today"]


def test_the_easiest_review_comes_first_and_the_most_overdue_of_those_that_are_about_as_easy():
    cards = (
        due("hard", overdue_days=9, difficulty=6.0),
        due("easy", difficulty=2.0),
        due("as-easy", overdue_days=1, difficulty=2.9),
        due("less-easy", overdue_days=5, difficulty=3.0),
    )

    assert ids(queue(*cards).ready) == ["as-easy", "easy", "less-easy", "hard"]
    assert ids(queue(*cards, review_order=ReviewOrder.OVERDUE).ready) == ["hard", "less-easy", "as-easy", "easy"]


def test_what_the_limit_of_the_day_leaves_out_are_the_hardest():
    arranged = queue(due("hard", overdue_days=9, difficulty=6.0), due("easy", difficulty=2.0), reviews_per_day=1)

    assert ids(arranged.ready) == ["easy"]
    assert ids(arranged.over_limit) == ["hard"]


def test_equally_overdue_reviews_come_in_the_order_of_their_ids():
    assert ids(queue(due("b"), due("c"), due("a")).ready) == ["a", "b", "c"]


def test_a_review_of_another_day_is_not_due():
    arranged = queue(due("tomorrow", overdue_days=-1))

    assert arranged.ready == ()
    assert ids(arranged.not_due) == ["tomorrow"]


def test_new_cards_are_spread_evenly_among_the_reviews():
    reviews = [due(f"r{number}") for number in range(6)]

    arranged = queue(*reviews, new("n0", position=0), new("n1", position=1))

    assert ids(arranged.ready) == ["r0", "r1", "n0", "r2", "r3", "n1", "r4", "r5"]


def test_a_mixed_in_new_card_waits_for_three_reviews_at_most():
    cards = [*(due(f"r{number}") for number in range(9)), new("n0", position=0), new("n1", position=1)]

    assert " ".join(ids(queue(*cards).ready)) == "r0 r1 r2 n0 r3 r4 r5 n1 r6 r7 r8"
    assert " ".join(ids(queue(*cards, new_order=NewOrder.EVEN).ready)) == "r0 r1 r2 n0 r3 r4 r5 n1 r6 r7 r8"
    cards += [due("r9"), due("s0")]
    assert " ".join(ids(queue(*cards).ready)) == "r0 r1 r2 n0 r3 r4 r5 n1 r6 r7 r8 r9 s0"
    assert " ".join(ids(queue(*cards, new_order=NewOrder.EVEN).ready)) == "r0 r1 r2 r3 n0 r4 r5 r6 r7 n1 r8 r9 s0"


def test_new_cards_can_come_after_the_reviews():
    arranged = queue(new("n"), due("r0"), due("r1"), new_order=NewOrder.AFTER)

    assert ids(arranged.ready) == ["r0", "r1", "n"]


def test_new_cards_keep_the_order_of_their_author():
    arranged = queue(new("a", position=2), new("b", position=0), new("c", position=1))

    assert ids(arranged.ready) == ["b", "c", "a"]


def test_the_limit_of_new_cards_counts_those_already_done():
    cards = [new(f"n{number}", position=number) for number in range(5)]

    arranged = queue(*cards, done=DayRecord(new_done=1), new_per_day=3)

    assert ids(arranged.ready) == ["n0", "n1"]
    assert ids(arranged.over_limit) == ["n2", "n3", "n4"]


def test_the_limit_of_reviews_keeps_the_most_overdue():
    arranged = queue(due("a"), due("b", overdue_days=5), due("c"), done=DayRecord(reviews_done=1), reviews_per_day=2)

    assert ids(arranged.ready) == ["b"]
    assert ids(arranged.over_limit) == ["a", "c"]


def test_a_limit_exceeded_already_shows_nothing():
    arranged = queue(new("a"), done=DayRecord(new_done=9), new_per_day=3)

    assert arranged.ready == ()


def test_steps_have_no_limit():
    arranged = queue(learning("a", minutes=-1), new_per_day=0, reviews_per_day=0)

    assert ids(arranged.ready) == ["a"]


def test_only_one_of_the_siblings_is_shown_a_day():
    arranged = queue(new("note#c1", position=0), new("note#c2", position=1))

    assert ids(arranged.ready) == ["note#c1"]
    assert ids(arranged.buried) == ["note#c2"]


def test_a_card_in_steps_keeps_the_day_from_its_siblings_even_while_it_waits():
    arranged = queue(new("note#c1"), due("note#c2"), learning("note#c3", minutes=5))

    assert arranged.ready == ()
    assert ids(arranged.later) == ["note#c3"]
    assert ids(arranged.buried) == ["note#c2", "note#c1"]


def test_the_sibling_of_a_card_answered_today_waits_but_the_card_itself_returns():
    done = DayRecord(answered=frozenset({(NoteId("note"), CardId("note#c1"))}))

    arranged = queue(learning("note#c1", minutes=-1), due("note#c2"), done=done)

    assert ids(arranged.ready) == ["note#c1"]
    assert ids(arranged.buried) == ["note#c2"]


def test_a_sibling_beyond_the_limit_does_not_keep_the_day():
    arranged = queue(due("note#c1"), new("note#c2"), reviews_per_day=0)

    assert ids(arranged.ready) == ["note#c2"]
    assert ids(arranged.over_limit) == ["note#c1"]


def test_a_new_card_waits_for_the_topics_it_requires():
    topics = Topics(known=frozenset(), taught=frozenset({TopicId("conv")}))

    arranged = queue(new("a", requires=("conv",)), topics=topics)

    assert arranged.ready == ()
    assert ids(arranged.locked) == ["a"]


def test_a_known_topic_and_one_that_nothing_teaches_do_not_lock():
    topics = Topics(known=frozenset({TopicId("conv")}), taught=frozenset({TopicId("conv")}))

    arranged = queue(new("a", requires=("conv", "calculus")), topics=topics)

    assert ids(arranged.ready) == ["a"]


def test_a_card_can_wait_for_its_own_topic_as_exercises_do():
    taught = frozenset({TopicId("relu")})
    exercise = new("a", topic="relu", requires=("relu",))

    assert ids(queue(exercise, topics=Topics(taught=taught)).locked) == ["a"]
    assert ids(queue(exercise, topics=Topics(taught=taught, known=taught)).ready) == ["a"]


def test_a_card_once_begun_is_not_locked():
    topics = Topics(taught=frozenset({TopicId("conv")}))
    begun = candidate("a", state=State.REVIEW, due_on=TODAY, interval_days=3, requires=("conv",))

    assert ids(queue(begun, topics=topics).ready) == ["a"]


def test_a_locked_card_does_not_keep_the_day_from_its_siblings():
    topics = Topics(taught=frozenset({TopicId("conv")}))

    arranged = queue(new("note#c1", position=0, requires=("conv",)), new("note#c2", position=1), topics=topics)

    assert ids(arranged.ready) == ["note#c2"]


def test_nothing_to_study_is_an_empty_queue():
    arranged = queue()

    assert arranged.ready == arranged.later == arranged.buried == ()
