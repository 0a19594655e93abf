"""Which misconceptions a learner holds, from the wrong option that was picked to the statistics."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import (
    Basic,
    Body,
    CardId,
    CardKind,
    Choice,
    Code,
    Compute,
    NamedMistake,
    Option,
    Parameter,
    TopicId,
    feedback_on,
)
from quizzer.domain.figures import misconceptions
from quizzer.domain.marking import mark
from quizzer.domain.memory import Rating, StudyDay
from quizzer.domain.statistics import LoggedMistake
from quizzer.domain.text import Text
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.statistics import statistics

if TYPE_CHECKING:
    from quizzer.domain.statistics import Misconception


@pytest.fixture
def held(store, clock):
    """What the statistics say of the learner's misconceptions now."""

    def ask() -> tuple[Misconception, ...]:
        return statistics(store, now=clock(), zone=UTC, options=SchedulerOptions()).misconceptions

    return ask


def answer_the_choice(session, *, right: bool) -> str | None:
    """Answer the deck's choice card, passing over the others; the mistake that was marked."""
    while (asked := session.next()) is not None:
        question = asked.question
        if question.card.kind is not CardKind.CHOICE:
            session.skip()
            continue
        letters = [letter for letter in question.letters if mark(question, letter).correct is right]
        # Options are shuffled at each review: always the same of the wrong ones.
        revealed = session.reveal(min(letters, key=lambda letter: mark(question, letter).mistake or ""))
        session.answer(Rating.GOOD if right else Rating.AGAIN)
        return revealed.mark.mistake
    raise AssertionError("the choice card did not come")


def test_a_wrong_option_is_a_misconception_that_is_held(start, held):
    assert held() == ()

    mistake = answer_the_choice(start(), right=False)

    (found,) = held()
    assert (found.name, found.times, found.held) == (mistake, 1, True)
    assert found.feedback is not None
    assert {"en", "zh-CN"} <= set(found.feedback.languages)


def test_a_right_answer_minutes_later_proves_nothing_and_one_on_another_day_does(start, clock, held):
    answer_the_choice(start(), right=False)

    clock.now += timedelta(minutes=10)
    answer_the_choice(start(), right=True)
    same_day = held()
    clock.now += timedelta(days=3)
    answer_the_choice(start(), right=True)

    assert [one.held for one in same_day] == [True]
    assert [(one.held, one.times) for one in held()] == [(False, 1)]


def test_making_it_again_makes_it_held_again(start, clock, held):
    for right in (False, True, False):
        answer_the_choice(start(), right=right)
        clock.now += timedelta(days=30)

    (found,) = held()

    assert (found.times, found.held) == (2, True)
    assert found.last_on == StudyDay((clock.now - timedelta(days=30)).date().toordinal())


def test_an_undo_takes_the_misconception_back_with_its_answer(start, held):
    session = start()
    answer_the_choice(session, right=False)

    session.undo()

    assert held() == ()


def test_a_right_answer_names_nothing(start, held):
    assert answer_the_choice(start(), right=True) is None
    assert held() == ()


def logged(name: str, *, card: str = "d/a", topic: str = "t", on: int = 1, right: bool = False) -> LoggedMistake:
    return LoggedMistake(name, CardId(card), TopicId(topic), StudyDay(on), right)


def test_mistakes_are_joined_by_topic_and_name_and_held_while_any_card_is_unproved():
    made = [
        logged("swaps", on=1, right=True),
        logged("swaps", on=2, card="d/b"),
        logged("swaps", on=3, topic="u", right=True),
        logged("adds", on=4, right=True),
        logged("adds", on=5, right=True),
    ]

    found = misconceptions(made, lambda card, name: Text.of(f"{card}: {name}"))

    assert [(one.name, one.topic, one.cards, one.times, one.last_on, one.held) for one in found] == [
        ("swaps", "t", ("d/a", "d/b"), 2, 2, True),
        ("adds", "t", ("d/a",), 2, 5, False),
        ("swaps", "u", ("d/a",), 1, 3, False),
    ]
    assert found[0].feedback == Text.of("d/b: swaps")


SAYS = Text.of({"en": "Rows first.", "zh-CN": "先行后列。"})
MISTAKES = (NamedMistake("x.T", "swaps", SAYS), NamedMistake("n", "drawn", Text.of("You wrote {n}.")))


@pytest.mark.parametrize(
    ("body", "mistake", "feedback"),
    [
        (Choice(SAYS, (Option(SAYS, correct=True), Option(SAYS, mistake="swaps", feedback=SAYS))), "swaps", SAYS),
        (Choice(SAYS, (Option(SAYS, correct=True),)), "swaps", None),
        (Code(SAYS, ("x = 1",), "x", ("x",), mistakes=MISTAKES), "swaps", SAYS),
        (Code(SAYS, ("x = 1",), "x", ("x",), mistakes=MISTAKES), "drawn", Text.of("You wrote {n}.")),
        (Compute(SAYS, (Parameter("n", (1,)),), (), (), "n", "number", mistakes=MISTAKES), "swaps", SAYS),
        (Compute(SAYS, (Parameter("n", (1,)),), (), (), "n", "number", mistakes=MISTAKES), "drawn", None),
        (Compute(SAYS, (Parameter("n", (1,)),), (), (), "n", "number", mistakes=MISTAKES), "forgotten", None),
        (Basic(SAYS, SAYS), "swaps", None),
    ],
)
def test_a_card_tells_what_it_says_to_a_mistake_where_that_stays_the_same(
    body: Body, mistake: str, feedback: Text | None
):
    assert feedback_on(body, mistake) == feedback
