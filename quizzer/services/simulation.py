"""What other desired retentions would cost this learner, from their own log, weights and cards."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quizzer.domain.memory import Memory, State
from quizzer.domain.simulation import CardDay, Collection, Simulation, Standing
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.simulation import cost_of, habits
from quizzer.services.preferences import read_preferences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime, tzinfo

    from quizzer.storage.store import Store

RETENTIONS = (0.80, 0.83, 0.85, 0.87, 0.90, 0.92, 0.95, 0.97)


def simulate(
    store: Store, *, now: datetime, zone: tzinfo, days: int, new_per_day: int | None = None, seed: int = 0
) -> Simulation:
    """Play ``days`` days from today on at each of ``RETENTIONS`` and at the one in force."""
    with store.read() as tx:
        options = read_preferences(tx).scheduling
        today = moment_at(now, zone=zone, rollover_hour=options.rollover_hour, last=tx.last_study_day()).today
        measured = habits(_card_days(tx.timed_answers()))
        standing = tuple(
            Standing(Memory(stability, difficulty), reviewed_on - today, (due_on or today) - today)
            for stability, difficulty, reviewed_on, due_on in tx.standing_memories()
        )
        new = tx.state_counts()[State.NEW]
    new_per_day = options.new_per_day if new_per_day is None else new_per_day
    collection = Collection(standing, new, new_per_day)
    model = Fsrs6(options.weights)
    retentions = sorted({*RETENTIONS, options.desired_retention})
    costs = {
        retention: cost_of(retention, collection, days=days, habits=measured, options=options, model=model, seed=seed)
        for retention in retentions
    }
    cards = len(standing) + min(new, new_per_day * days)
    current = costs[options.desired_retention]
    return Simulation(days, cards, new_per_day, measured, current, tuple(costs.values()), seed)


def _card_days(answers: Iterable[tuple[int, int, str, int, int]]) -> Iterator[CardDay]:
    """``answers`` are (card, study day, state before, rating, milliseconds), by card, then in time."""
    for _, day in groupby(answers, key=lambda answer: answer[:2]):
        (_, _, state, rating, first_ms), *rest = day
        duration_ms = first_ms + sum(answer[4] for answer in rest)
        yield CardDay(state == State.NEW, state == State.REVIEW, rating, duration_ms / 1000)
