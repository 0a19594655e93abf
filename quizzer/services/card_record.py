"""A card as it is looked at by itself: where it stands, every answer, and how memory rose and fell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.collection import CardRecord, CurvePoint
from quizzer.domain.memory import Review
from quizzer.scheduler.moment import moment_at
from quizzer.services.search import found_card

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from quizzer.domain.card import CardId
    from quizzer.domain.collection import PastAnswer
    from quizzer.domain.memory import Progress, StudyDay
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store

POINTS = 60
BEYOND = 0.25
"""How much of the time until today, or until it is due, the curve goes on after that."""


def card_record(
    store: Store, card_id: CardId, *, now: datetime, zone: tzinfo, options: SchedulerOptions, model: MemoryModel
) -> CardRecord:
    """Everything about one card; UsageError if there is none of that id."""
    with store.read() as tx:
        today = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=tx.last_study_day()).today
        found = found_card(tx, card_id, today=today, model=model)
        history, credits_ = tx.card_history(card_id), tx.credits_of(card_id)
    curve = memory_curve(history, found.progress, today=today, model=model)
    return CardRecord(found, history, curve, today, credits_)


def memory_curve(
    history: Sequence[PastAnswer], progress: Progress, *, today: StudyDay, model: MemoryModel
) -> tuple[CurvePoint, ...]:
    """Recall from the first answer until some time after today and the day it is due, at equal distances."""
    if not history:
        return ()
    first = history[0].answered_on
    due = progress.schedule.due_on if isinstance(progress.schedule, Review) else today
    end = max(today, due, first + 1)
    last = end + max(1.0, BEYOND * (end - first))
    days = [first + (last - first) * step / (POINTS - 1) for step in range(POINTS)]
    return tuple(CurvePoint(day, _recall(history, day, model=model)) for day in days)


def _recall(history: Sequence[PastAnswer], day: float, *, model: MemoryModel) -> float:
    """Recall by the last answer before ``day``; the clock may have gone back between two of them."""
    before = [answer for answer in history if answer.answered_on <= day] or history[:1]
    return model.retrievability(before[-1].memory, elapsed_days=day - before[-1].answered_on)
