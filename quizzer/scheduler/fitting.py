"""From a learner's log to weights of FSRS-6, judged on reviews that came later than all that was fitted to.

fsrs-rs panics on a sample that ends on the day of the answer before it: ``samples`` makes none.
"""

from __future__ import annotations

from itertools import groupby
from math import fsum, log, sqrt
from operator import attrgetter
from typing import TYPE_CHECKING

from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview

from quizzer.domain.fitting import WANTED_REVIEWS, Fit, FitResult, Quality, Sample, Weights
from quizzer.domain.memory import Memory
from quizzer.scheduler.fsrs6 import Fsrs6

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizzer.domain.fitting import LoggedRating

HELD_OUT_SHARE = 0.2
BINS = 20
"""Groups of alike predicted recall, each 5 % wide."""
LOWEST = 0.0001
_DECIMALS = 4


def samples(log: Iterable[LoggedRating]) -> list[Sample]:
    """The answers to predict, earliest first; ``log`` is ordered by card, then in time.

    The first answer of a day counts, except a card's very first; further ones of the day are part of the past that
    it is predicted from. A card whose log does not begin with its first answer is left out.
    """
    found: list[Sample] = []
    for _, entries in groupby(log, key=attrgetter("card")):
        found += _of_card(tuple(entries))
    found.sort(key=attrgetter("review"))
    return found


def _of_card(entries: tuple[LoggedRating, ...]) -> list[Sample]:
    if not entries[0].first:
        return []
    ratings = tuple(entry.rating for entry in entries)
    gaps = (0, *(entry.elapsed_days for entry in entries[1:]))
    return [
        Sample(entry.review, ratings[: place + 1], gaps[: place + 1])
        for place, entry in enumerate(entries)
        if place > 0 and entry.elapsed_days > 0
    ]


def fit_weights(found: Sequence[Sample], *, current: Weights | None, relearning_steps: int) -> Fit:
    """Fit to the earlier reviews and compare with ``current`` (None for the defaults) on the later ones.

    Where the new weights predict those better, the weights returned are fitted to all reviews.
    """
    if len(found) < WANTED_REVIEWS:
        return Fit(FitResult.TOO_FEW, len(found), WANTED_REVIEWS)
    held_out = round(len(found) * HELD_OUT_SHARE)
    items, later = _items(found), found[-held_out:]
    before = quality(current, later)
    after = quality(_fitted(items[:-held_out], relearning_steps), later)
    weights = _fitted(items, relearning_steps)
    better = after.log_loss < before.log_loss and weights != current
    result = FitResult.BETTER if better else FitResult.KEPT
    return Fit(result, len(found), WANTED_REVIEWS, held_out, before, after, weights)


def quality(weights: Weights | None, found: Sequence[Sample]) -> Quality:
    """How well weights, None for the defaults, predict these answers, each counted alike.

    ``FSRS.evaluate`` is no use here: it counts late answers up to four times as much as early ones.
    """
    recalls = predictions(weights, found)
    remembered = [sample.ratings[-1] > 1 for sample in found]
    surprises = [-log(recall if was else 1 - recall) for recall, was in zip(recalls, remembered, strict=True)]
    bins: dict[int, list[float]] = {}
    for recall, was in zip(recalls, remembered, strict=True):
        bins.setdefault(int(recall * BINS), []).append(recall - was)
    squares = sum(fsum(errors) ** 2 / len(errors) for errors in bins.values())
    return Quality(fsum(surprises) / len(found), sqrt(squares / len(found)))


def predictions(weights: Weights | None, found: Sequence[Sample]) -> list[float]:
    """The recall that each answer was to be expected with, kept away from 0 and 1 as in fsrs-rs."""
    model = Fsrs6(weights)
    pasts = _items([Sample(one.review, one.ratings[:-1], one.gaps[:-1]) for one in found])
    states = FSRS(list(model.weights)).memory_state_batch(pasts) if pasts else []
    recalls = (
        model.retrievability(Memory(state.stability, state.difficulty), elapsed_days=one.gaps[-1])
        for state, one in zip(states, found, strict=True)
    )
    return [min(max(recall, LOWEST), 1 - LOWEST) for recall in recalls]


def _fitted(items: list[FSRSItem], relearning_steps: int) -> Weights:
    fitted = FSRS(DEFAULT_PARAMETERS).compute_parameters(items, num_relearning_steps=relearning_steps)
    return tuple(round(weight, _DECIMALS) for weight in fitted)


def _items(found: Sequence[Sample]) -> list[FSRSItem]:
    # There are few different answers, and each object of fsrs-rs costs more than looking it up.
    known: dict[tuple[int, int], FSRSReview] = {}
    for _, ratings, gaps in found:
        for pair in zip(ratings, gaps, strict=True):
            if pair not in known:
                known[pair] = FSRSReview(*pair)
    return [FSRSItem([known[pair] for pair in zip(ratings, gaps, strict=True)]) for _, ratings, gaps in found]
