"""A session knows what the days to come hold, and the button says what is stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.domain.memory import Rating, Review
from quizzer.scheduler.options import SchedulerOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.services.study import StudySession
    from quizzer.storage.store import Store

# Five days are open to an Easy answer, and Easy is what every card gets.
OPTIONS = SchedulerOptions(new_per_day=100, learning_steps_s=())


def easy_days(session: StudySession, stored: Callable[[str], object], *, most: int = 99) -> list[int]:
    days: list[int] = []
    while len(days) < most and (asked := session.next()) is not None:
        if asked.exercise is not None:
            session.wait_for_grading()
            continue
        revealed = session.reveal("")
        if Rating.EASY not in revealed.outcomes:
            session.skip()
            continue
        outcome = revealed.outcomes[Rating.EASY]
        session.answer(Rating.EASY)
        schedule = stored(asked.question.card.id)
        assert isinstance(schedule, Review)
        assert schedule == outcome.progress.schedule
        days.append(schedule.due_on)
    return days


def test_what_the_button_says_is_stored_and_counts_for_the_next_card(
    start: Callable[..., StudySession], stored: Callable[[str], object], store: Store
) -> None:
    session = start(scheduling=OPTIONS)

    days = easy_days(session, stored, most=3)

    today = session.today
    with store.read() as tx:
        assert tx.due_counts(today) == session._due == Counter(days)


def test_an_undo_takes_the_card_out_of_its_day_again(start: Callable[..., StudySession], store: Store) -> None:
    session = start(scheduling=OPTIONS)
    session.next()
    first = session.reveal("").outcomes
    session.answer(max(first))
    session.undo()
    session.next()

    assert session.reveal("").outcomes == first
    today = session.today
    with store.read() as tx:
        assert tx.due_counts(today) == session._due == {}


def test_an_easy_weekday_is_avoided_where_another_day_serves(
    start: Callable[..., StudySession], stored: Callable[[str], object]
) -> None:
    free = start(scheduling=replace(OPTIONS, balance=False))
    free.next()
    first = free.reveal("").outcomes[max(free.reveal("").outcomes)].progress.schedule
    assert isinstance(first, Review)
    weekday = (first.due_on - 1) % 7
    shares = tuple(0.0 if day == weekday else 1.0 for day in range(7))

    session = start(scheduling=replace(OPTIONS, balance=False, easy_days=shares))

    assert weekday not in {(day - 1) % 7 for day in easy_days(session, stored)}
