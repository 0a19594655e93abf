"""Searches: what was typed, read and run at this moment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from quizzer.domain.collection import Found, FoundCard
from quizzer.domain.memory import Memory, New
from quizzer.domain.search_parse import parse_search
from quizzer.scheduler.moment import moment_at
from quizzer.storage.search_sql import SearchMoment
from quizzer.storage.times import to_ms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from quizzer.domain.card import CardId
    from quizzer.domain.memory import Progress, StudyDay
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store, Transaction

DEFAULT_LIMIT = 50
NEVER = 1e300
"""Times its stability: longer than anybody forgets for. Infinity is no number to every database."""


def find_cards(
    store: Store,
    text: str,
    *,
    now: datetime,
    zone: tzinfo,
    options: SchedulerOptions,
    model: MemoryModel,
    limit: int | None = DEFAULT_LIMIT,
) -> Found:
    """The cards that a search means, the first ``limit`` of them with all that a listing shows.

    Raises:
        SearchError: the text is no search.
    """
    query = parse_search(text)
    with store.read() as tx:
        moment = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=tx.last_study_day())
        keys = tx.search(query, search_moment(moment, model=model))
        shown = keys if limit is None else keys[:limit]
        cards = tuple(
            FoundCard(card, progress, standing, recall_of(progress, today=moment.today, model=model))
            for card, progress, standing in tx.listed(shown)
        )
        return Found(len(keys), cards)


def today_of(store: Store, *, now: datetime, zone: tzinfo, options: SchedulerOptions) -> StudyDay:
    """The study day that counts now."""
    with store.read() as tx:
        return moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=tx.last_study_day()).today


def search_moment(moment: Moment, *, model: MemoryModel) -> SearchMoment:
    """What a search depends on, at a moment and under a memory model."""
    return SearchMoment(
        now_ms=to_ms(moment.now),
        today=moment.today,
        day_ends_ms=to_ms(moment.next_rollover_at),
        share=share_of(model),
    )


def share_of(model: MemoryModel) -> Callable[[float], float]:
    """The wait, in stabilities, until recall has fallen to a value: below 0 where it never is that high."""

    def share(recall: float) -> float:
        if recall > 1:
            return -1.0
        if recall <= 0:
            return NEVER
        days = model.interval_days(Memory(1.0, 5.0), desired_retention=recall)
        return min(days, NEVER) if math.isfinite(days) else NEVER

    return share


def recall_of(progress: Progress, *, today: StudyDay, model: MemoryModel) -> float | None:
    """The probability that the card is remembered today; None for a new one."""
    schedule = progress.schedule
    if isinstance(schedule, New):
        return None
    return model.retrievability(schedule.memory, elapsed_days=max(0, today - schedule.reviewed_on))


def found_card(tx: Transaction, card_id: CardId, *, today: StudyDay, model: MemoryModel) -> FoundCard:
    """A card with all that a listing shows of it."""
    progress = tx.progress(card_id)
    return FoundCard(
        card=tx.card(card_id),
        progress=progress,
        standing=tx.standing(card_id),
        recall=recall_of(progress, today=today, model=model),
    )
