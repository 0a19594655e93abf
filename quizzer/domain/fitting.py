"""Fitting the memory model to one learner: what is fitted to, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from quizzer.domain.review import ReviewId

Weights: TypeAlias = tuple[float, ...]

WANTED_REVIEWS = 400
"""Reviews that a fit needs: the last fifth must still say which weights are better."""


class LoggedRating(NamedTuple):
    """One answer of the log as far as memory is concerned; a named tuple, because there are many."""

    card: int
    review: int
    """Its place in time: larger is later."""
    rating: int
    elapsed_days: int
    """Study days since the card's last answer; 0 for another one on the same day, and for the first."""
    first: bool
    """Whether the card was new."""


class Sample(NamedTuple):
    """One answer to predict, the last of ``ratings``, with all that came before it; ``gaps`` are in study days."""

    review: ReviewId | int
    ratings: tuple[int, ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """How well weights predict answers: both are better when lower.

    ``log_loss`` is the mean surprise; ``rmse_bins`` how far the predicted and the actual share of remembered answers
    lie apart, over groups of alike prediction.
    """

    log_loss: float
    rmse_bins: float


class FitResult(StrEnum):
    """What an attempt to fit led to."""

    TOO_FEW = "too_few"
    KEPT = "kept"
    BETTER = "better"


@dataclass(frozen=True, slots=True)
class Fit:
    """An attempt to fit: of ``reviews`` that count, the last ``held_out`` were not fitted to but predicted.

    ``before``, ``after`` and ``weights`` are None where there were fewer than ``wanted`` reviews.
    """

    result: FitResult
    reviews: int
    wanted: int
    held_out: int = 0
    before: Quality | None = None
    after: Quality | None = None
    weights: Weights | None = None
    stored: bool = False
    """Whether the new weights hold from now on; False in a dry run."""
    cards: int = 0
    """Cards whose memory was computed anew."""
