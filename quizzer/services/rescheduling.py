"""Moving due days to what the settings of today ask for: an act of its own, shown beforehand and undoable."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from quizzer.domain.rescheduling import Interval, Rescheduling
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.rescheduling import new_interval_days
from quizzer.services.preferences import read_preferences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, tzinfo

    from quizzer.domain.rescheduling import Placed
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Store, Transaction

DUE_DAYS = 8
"""Today and the week after it."""
_UNDO = "reschedule:undo"


def reschedule(store: Store, *, now: datetime, zone: tzinfo, dry_run: bool = False) -> Rescheduling:
    """Let every card in review be due when its memory, its deck's retention and the maximum interval say.

    Memory does not change, and no answer is added to the log. What moved can be taken back until the next time.
    """
    with store.read() if dry_run else store.write() as tx:
        options = read_preferences(tx).scheduling
        model = Fsrs6(options.weights)
        today = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=tx.last_study_day()).today
        cards = tx.placed()
        credited = tx.credited_days()
        wanted = [
            _wanted_days(
                card,
                credited=credited.get((card.card_id, card.repetitions), 0),
                options=options.for_deck(card.deck),
                model=model,
            )
            for card in cards
        ]
        moved = [(card, days) for card, days in zip(cards, wanted, strict=True) if days != card.interval_days]
        if moved and not dry_run:
            _move(tx, moved)
    return Rescheduling(
        cards=len(cards),
        earlier=sum(days < card.interval_days for card, days in moved),
        later=sum(days > card.interval_days for card, days in moved),
        due_before=_due((card.due_on for card in cards if card.active), today=today),
        due_after=_due(
            (
                card.due_on if days == card.interval_days else card.reviewed_on + days
                for card, days in zip(cards, wanted, strict=True)
                if card.active
            ),
            today=today,
        ),
        stored=bool(moved) and not dry_run,
    )


def take_back(store: Store) -> int | None:
    """Let the cards that were moved last be due as before; how many are, None where nothing was moved.

    A card that was answered since keeps what that answer led to.
    """
    with store.write() as tx:
        stored = tx.setting(_UNDO)
        if stored is None:
            return None
        tx.remove_setting(_UNDO)
        return tx.set_intervals(Interval(*row) for row in json.loads(stored))


def _wanted_days(card: Placed, *, credited: int, options: SchedulerOptions, model: MemoryModel) -> int:
    """The interval by memory and settings, and on top of it what passed exercises have added since the last answer."""
    own = card._replace(interval_days=card.interval_days - credited, due_on=card.due_on - credited)
    days = new_interval_days(own, options=options, model=model)
    return min(days + credited, max(days, options.maximum_interval_days))


def _move(tx: Transaction, moved: Sequence[tuple[Placed, int]]) -> None:
    before = [Interval(card.card, card.repetitions, card.interval_days, card.due_on) for card, _ in moved]
    tx.set_setting(_UNDO, json.dumps(before, separators=(",", ":")))
    tx.set_intervals(Interval(card.card, card.repetitions, days, card.reviewed_on + days) for card, days in moved)


def _due(days: Iterable[int], *, today: int) -> tuple[int, ...]:
    counts = Counter(max(day, today) for day in days)
    return tuple(counts[today + ahead] for ahead in range(DUE_DAYS))
