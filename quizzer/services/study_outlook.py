"""What comes after a session: what is left today, when the next card is due, and how much tomorrow brings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from quizzer.domain.candidate import Work
from quizzer.domain.memory import State, StudyDay
from quizzer.services.study_arrange import SessionOptions, arrange_session

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.domain.card import DeckId
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.scheduler.queue import Queue
    from quizzer.storage.store import Store, Transaction

HORIZON_DAYS = 400
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outlook:
    """The days ahead as a learner wants to know them; ``next_at`` is set for today, else ``next_on``."""

    cards: int
    """All cards that are not retired."""
    left_today: int
    """Cards that could be shown now; those set aside in the session are among them."""
    due_tomorrow: int
    """What tomorrow will ask if nothing more is answered today, new cards aside."""
    next_at: datetime | None
    next_on: StudyDay | None
    new_waiting: int
    """New cards, of the next few hundred, held back by the limit alone; 0 while there are others to study."""
    planned_later: int = 0
    """Cards that could be shown now, but for the weekly plan."""


def look_ahead(
    store: Store,
    *,
    moment: Moment,
    scheduling: SchedulerOptions,
    options: SessionOptions,
    new_answered: int = 0,
) -> Outlook:
    """The outlook at ``moment`` over the session's deck or all; arguments as for ``arrange_session``."""
    deck = options.deck
    queue = arrange_session(store, moment=moment, scheduling=scheduling, options=options, new_answered=new_answered)
    planned_later = 0
    if options.work_on(moment.today, scheduling) is not Work.ALL:
        whole = replace(options, unplanned=True)
        everything = arrange_session(
            store, moment=moment, scheduling=scheduling, options=whole, new_answered=new_answered
        )
        planned_later = max(0, len(everything.ready) - len(queue.ready))
    with store.read() as tx:
        states = tx.state_counts(deck=deck)
        forecast = tx.forecast(today=moment.today, days=HORIZON_DAYS, deck=deck)
        steps_at = _steps_beyond_today(tx, moment=moment, deck=deck)
    later = [candidate.due_at for candidate in queue.later if candidate.due_at is not None]
    in_steps = states[State.LEARNING] + states[State.RELEARNING]
    return Outlook(
        cards=sum(states.values()),
        left_today=len(queue.ready),
        due_tomorrow=sum(forecast[:2]) + in_steps,
        next_at=min(later, default=None),
        next_on=_next_day(queue, forecast, steps_at, moment=moment, planned_later=planned_later),
        new_waiting=_held_back(queue),
        planned_later=planned_later,
    )


def _held_back(queue: Queue) -> int:
    if any(candidate.state is State.NEW for candidate in queue.ready):
        return 0
    return sum(candidate.state is State.NEW for candidate in queue.over_limit)


def _next_day(
    queue: Queue, forecast: tuple[int, ...], steps_at: datetime | None, *, moment: Moment, planned_later: int
) -> StudyDay | None:
    days = [StudyDay(moment.today + ahead) for ahead, count in enumerate(forecast) if count and ahead > 0]
    if steps_at is not None:
        days.append(moment.day_of(steps_at))
    if queue.over_limit or queue.buried or planned_later:
        days.append(StudyDay(moment.today + 1))
    return min(days, default=None)


def _steps_beyond_today(tx: Transaction, *, moment: Moment, deck: DeckId | None) -> datetime | None:
    """When the first learning step of the next day is due; steps of several days are rare and short."""
    rows = tx.candidates(
        now=moment.now,
        today=moment.today,
        next_rollover_at=moment.next_rollover_at + _DAY,
        deck=deck,
        limit=200,
    )
    beyond = [row.due_at for row in rows.learning if row.due_at and row.due_at >= moment.next_rollover_at]
    return min(beyond, default=None)
