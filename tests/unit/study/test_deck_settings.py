"""A deck's own settings hold for its cards: steps, retention, limits, order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.domain.card import DeckId
from quizzer.domain.memory import Rating, State
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.study_arrange import SessionOptions, arrange_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Clock

    from quizzer.services.study import StudySession
    from quizzer.storage.store import Store

GENERAL = SchedulerOptions(new_per_day=100, fuzz=False)
MINI = DeckId("mini")


def with_own(**values: object) -> SchedulerOptions:
    return replace(GENERAL, decks={MINI: replace(GENERAL, **values)})


def test_a_deck_s_steps_are_on_its_buttons(start: Callable[..., StudySession]) -> None:
    session = start(scheduling=with_own(learning_steps_s=(300.0,)))
    session.next()

    revealed = session.reveal("")

    assert revealed.outcomes[Rating.AGAIN].interval_s == 300


def test_the_general_steps_hold_for_other_decks(start: Callable[..., StudySession]) -> None:
    other = replace(GENERAL, decks={DeckId("other"): replace(GENERAL, learning_steps_s=(300.0,))})
    session = start(scheduling=other)
    session.next()

    assert session.reveal("").outcomes[Rating.AGAIN].interval_s == 60


def test_a_deck_s_limit_of_new_cards_counts_what_it_had_today(
    start: Callable[..., StudySession], study_all: Callable[..., list[str]]
) -> None:
    scheduling = with_own(new_per_day=2, learning_steps_s=())

    first = study_all(start(scheduling=scheduling))
    second = study_all(start(scheduling=scheduling))

    assert len(first) == 2
    assert second == []


def test_a_session_s_own_number_of_new_cards_replaces_the_deck_s(
    start: Callable[..., StudySession], study_all: Callable[..., list[str]]
) -> None:
    scheduling = with_own(new_per_day=0, learning_steps_s=())

    assert len(study_all(start(scheduling=scheduling, new_cards=3))) == 3


def test_a_step_that_only_the_deck_has_is_not_taken_for_another_clock(
    store: Store, clock: Clock, start: Callable[..., StudySession]
) -> None:
    scheduling = with_own(learning_steps_s=(7200.0, 10_800.0))
    session = start(scheduling=scheduling)
    session.next()
    session.reveal("")
    session.answer(Rating.AGAIN)

    moment = moment_at(clock.now, zone=clock.now.tzinfo, rollover_hour=4)
    queue = arrange_session(store, moment=moment, scheduling=scheduling, options=SessionOptions())

    assert [candidate.state for candidate in queue.later] == [State.LEARNING]
    assert all(candidate.state is State.NEW for candidate in queue.ready)
