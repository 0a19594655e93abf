"""The memory that a log leads to: the same numbers as answering one by one gives, to the last bit."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview

from quizzer.domain.rescheduling import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizzer.domain.fitting import LoggedRating, Weights


def replay(log: Iterable[LoggedRating], weights: Weights | None) -> list[Remembered]:
    """The memory of each card whose log begins with its first answer; ``log`` is ordered by card, then in time."""
    cards: list[tuple[int, int]] = []
    items: list[FSRSItem] = []
    for card, entries in groupby(log, key=attrgetter("card")):
        first, *rest = entries
        if first.first:
            reviews = [FSRSReview(first.rating, 0), *(FSRSReview(one.rating, one.elapsed_days) for one in rest)]
            cards.append((card, len(reviews)))
            items.append(FSRSItem(reviews))
    engine = FSRS(list(DEFAULT_PARAMETERS if weights is None else weights))
    states = engine.memory_state_batch(items) if items else []
    return [
        Remembered(card, answers, state.stability, state.difficulty)
        for (card, answers), state in zip(cards, states, strict=True)
    ]
