"""A weekday may be for cards only or for code only; the session asks for nothing else, and knows what waits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.candidate import Work
from quizzer.domain.card import CardKind
from quizzer.domain.errors import UsageError
from quizzer.domain.memory import Rating
from quizzer.domain.search_parse import parse_search
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.search import share_of
from quizzer.services.study_arrange import CardFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Clock

    from quizzer.domain.card import CardId
    from quizzer.services.study import StudySession

    Start = Callable[..., StudySession]

MINI = Path(__file__).parents[2] / "golden" / "study" / "mini"
OPTIONS = SchedulerOptions(new_per_day=100, fuzz=False, learning_steps_s=())


def planned(monday: Work, *others: Work) -> SchedulerOptions:
    """The session's clock begins on a Monday evening."""
    week = (monday, *others, *[Work.ALL] * (6 - len(others)))
    return replace(OPTIONS, weekly_plan=week)


@pytest.fixture
def kinds() -> dict[CardId, CardKind]:
    return {card.id: card.kind for card in read_deck(MINI).cards}


@pytest.fixture
def all_known(start: Start, study_all: Callable, clock: Clock) -> None:
    """Every card was answered and is due, so that no topic locks the exercise."""
    study_all(start(scheduling=OPTIONS), Rating.GOOD)
    clock.pass_(days=7)


def asked(session: StudySession) -> list[CardId]:
    shown = []
    while (one := session.next()) is not None:
        shown.append(one.question.card.id)
        session.skip()
    return shown


@pytest.mark.usefixtures("all_known")
def test_a_day_for_cards_asks_for_no_code_and_a_day_for_code_for_nothing_else(
    start: Start, kinds: dict[CardId, CardKind]
) -> None:
    everything = set(asked(start(scheduling=OPTIONS)))
    code = {card for card in everything if kinds[card] is CardKind.EXERCISE}

    assert code
    assert set(asked(start(scheduling=planned(Work.CARDS)))) == everything - code
    assert set(asked(start(scheduling=planned(Work.CODE)))) == code


@pytest.mark.usefixtures("all_known")
def test_the_plan_is_that_of_the_weekday_that_is_studied(start: Start, clock: Clock) -> None:
    options = planned(Work.CODE, Work.CARDS)
    clock.pass_(hours=6.9)
    before_the_rollover = start(scheduling=options).work
    clock.pass_(hours=0.2)

    assert before_the_rollover is Work.CODE
    assert start(scheduling=options).work is Work.CARDS
    clock.pass_(days=1)
    assert start(scheduling=options).work is Work.ALL


@pytest.mark.usefixtures("all_known")
def test_a_session_that_goes_on_past_the_rollover_follows_the_plan_of_the_new_day(
    start: Start, clock: Clock, kinds: dict[CardId, CardKind]
) -> None:
    session = start(scheduling=planned(Work.CODE, Work.CARDS))
    first = session.next()
    session.skip()
    clock.pass_(hours=8)

    then = session.next()

    assert kinds[first.question.card.id] is CardKind.EXERCISE
    assert kinds[then.question.card.id] is not CardKind.EXERCISE


@pytest.mark.usefixtures("all_known")
def test_what_waits_by_the_plan_is_told_and_brings_the_learner_back_tomorrow(start: Start) -> None:
    everything = start(scheduling=OPTIONS).outlook()
    cards, code = (start(scheduling=planned(work)).outlook() for work in (Work.CARDS, Work.CODE))

    assert everything.planned_later == 0
    assert cards.left_today + code.left_today == everything.left_today
    assert (cards.planned_later, code.planned_later) == (code.left_today, cards.left_today)
    today = start(scheduling=OPTIONS).today
    assert (cards.next_on, code.next_on) == (today + 1, today + 1)


@pytest.mark.usefixtures("all_known")
@pytest.mark.parametrize(
    "wish",
    [
        {"unplanned": True},
        {"cram": True},
        {"ahead_days": 1},
        {"only": CardFilter(parse_search("kind:basic"), share_of(Fsrs6()))},
    ],
    ids=["unplanned", "cram", "ahead", "search"],
)
def test_whoever_says_what_a_session_is_about_is_not_held_to_the_plan(start: Start, wish: dict[str, object]) -> None:
    options = planned(Work.CODE)

    session = start(scheduling=options, **wish)

    assert session.work is Work.ALL
    assert asked(session) == asked(start(scheduling=OPTIONS, **wish))
    assert session.outlook().planned_later == 0


def test_new_cards_and_steps_follow_the_plan_as_reviews_do(
    start: Start, clock: Clock, kinds: dict[CardId, CardKind]
) -> None:
    with_steps = replace(planned(Work.CODE), learning_steps_s=(60.0, 600.0))
    session = start(scheduling=replace(OPTIONS, learning_steps_s=(60.0, 600.0)))
    session.next()
    session.reveal()
    session.answer(Rating.AGAIN)
    clock.pass_(minutes=5)

    shown = asked(start(scheduling=with_steps))

    assert all(kinds[card] is CardKind.EXERCISE for card in shown)


def test_a_plan_that_is_no_week_is_refused() -> None:
    with pytest.raises(UsageError, match="weekly_plan"):
        SchedulerOptions(weekly_plan=(Work.CODE,))
