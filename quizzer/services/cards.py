"""Acts on cards by name, outside a session: each call is one act, and one step of undo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizzer.domain.act import MARKED_TAG, ActKind
from quizzer.domain.errors import UsageError
from quizzer.domain.memory import StudyDay
from quizzer.scheduler.moment import moment_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from quizzer.domain.card import CardId
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store

_TAG = re.compile(r"[^\s\"()*:]{1,64}")


def suspend(store: Store, cards: Sequence[CardId], *, suspended: bool, at: datetime) -> tuple[CardId, ...]:
    """Keep cards out of every session, or let them come back; those that are different now."""
    with store.write() as tx:
        return tx.set_suspended(cards, suspended=suspended, at=at)


def flag(store: Store, cards: Sequence[CardId], *, number: int, at: datetime) -> tuple[CardId, ...]:
    """Give cards a flag from 1 to 7, or take it away (0)."""
    with store.write() as tx:
        return tx.set_flag(cards, flag=number, at=at)


def tag(store: Store, cards: Sequence[CardId], name: str, *, present: bool, at: datetime) -> tuple[CardId, ...]:
    """Give cards a tag of the learner's own, or take it away.

    Raises:
        UsageError: the name has what a search could not find again: spaces, quotes, brackets, colons or stars.
    """
    if not _TAG.fullmatch(name):
        raise UsageError(
            f"{name!r} is no name for a tag",
            hint="use up to 64 characters without spaces, quotes, brackets, colons and stars",
        )
    with store.write() as tx:
        return tx.set_tag(cards, name, present=present, at=at)


def mark(store: Store, cards: Sequence[CardId], *, present: bool, at: datetime) -> tuple[CardId, ...]:
    """Mark cards, or take the mark away."""
    return tag(store, cards, MARKED_TAG, present=present, at=at)


def remark(store: Store, card: CardId, text: str, *, at: datetime) -> tuple[CardId, ...]:
    """Keep the learner's own words to a card; no words remove them."""
    with store.write() as tx:
        return tx.set_remark(card, text, at=at)


def bury(
    store: Store, cards: Sequence[CardId], *, kind: ActKind, now: datetime, zone: tzinfo, options: SchedulerOptions
) -> tuple[CardId, ...]:
    """Keep cards and their siblings away until tomorrow (BURY), or let them come back today (UNBURY)."""
    with store.write() as tx:
        last = tx.last_study_day()
        today = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=last).today
        if kind is ActKind.UNBURY:
            return tx.unbury(cards, today=today, at=now)
        return tx.bury(cards, until=StudyDay(today + 1), at=now)
