"""Fitting the memory model to the learner's own log, when there is enough of it; and taking that back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem
from quizzer.domain.fitting import WANTED_REVIEWS, Fit, FitResult, LoggedRating
from quizzer.services.preferences import read_preferences

if TYPE_CHECKING:
    from quizzer.storage.store import Store, Transaction

LAST_FIT = "fit:last"
GROWTH = 0.25
"""A further fit is offered when so many more reviews have come, and no fewer than for the first."""


def optimise(store: Store, *, dry_run: bool = False) -> Fit:
    """Fit to the log; weights that predict held-out reviews better than those in force come into force.

    Raises:
        EnvironmentProblem: the settings were changed by another program meanwhile; nothing was stored.
    """
    from quizzer.scheduler.fitting import fit_weights, samples  # noqa: PLC0415 - the offer needs no fsrs-rs

    with store.read() as tx:
        options = read_preferences(tx).scheduling
        log = list(map(LoggedRating._make, tx.logged_ratings()))
        newest = tx.newest_review()
    fit = fit_weights(samples(log), current=options.weights, relearning_steps=len(options.relearning_steps_s))
    if fit.result is FitResult.TOO_FEW or dry_run:
        return fit
    with store.write() as tx:
        if read_preferences(tx).scheduling.weights != options.weights:
            raise EnvironmentProblem("The weights were changed by another program meanwhile.", hint="run it again")
        _note_attempt(tx, newest=newest, reviews=fit.reviews)
        if fit.result is FitResult.KEPT:
            return fit
        from quizzer.services.weights import apply_weights  # noqa: PLC0415 - as above

        return replace(fit, stored=True, cards=apply_weights(tx, fit.weights))


def take_back(store: Store) -> int | None:
    """Let the weights before the last fit hold again; the number of cards concerned, None if there is no fit."""
    from quizzer.services.weights import take_back_weights  # noqa: PLC0415 - as above

    with store.write() as tx:
        return take_back_weights(tx)


def is_due(store: Store) -> bool:
    """Whether enough new reviews have come since the last attempt to fit; looks at no more of the log than it must."""
    with store.read() as tx:
        last: dict[str, int] = json.loads(tx.setting(LAST_FIT) or "{}")
        wanted: int = max(WANTED_REVIEWS, round(GROWTH * last.get("reviews", 0)))
        return tx.counted_since(last.get("review", 0), most=wanted) >= wanted


def _note_attempt(tx: Transaction, *, newest: int, reviews: int) -> None:
    tx.set_setting(LAST_FIT, json.dumps({"review": newest, "reviews": reviews}))
