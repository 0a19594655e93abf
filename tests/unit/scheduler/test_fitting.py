"""A fit is judged on answers that came later than all that it was fitted to."""

from __future__ import annotations

from random import Random

import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS

from learner import FORGETFUL
from quizzer.domain.fitting import WANTED_REVIEWS, FitResult, Sample
from quizzer.domain.memory import Rating
from quizzer.scheduler.fitting import fit_weights, quality
from quizzer.scheduler.fsrs6 import Fsrs6

DEFAULTS = tuple(DEFAULT_PARAMETERS)


def lived(weights, *, count, seed=1):
    """Samples of a learner with these weights who reviews at the average learner's intervals."""
    truth, average, chance = Fsrs6(weights), Fsrs6(), Random(seed)
    found, card = [], 0
    while len(found) < count:
        ratings, gaps, actual, assumed = [3], [0], None, None
        for _ in range(6):
            actual = truth.next_memories(actual, elapsed_days=gaps[-1])[Rating(ratings[-1])]
            assumed = average.next_memories(assumed, elapsed_days=gaps[-1])[Rating(ratings[-1])]
            gaps.append(max(1, round(average.interval_days(assumed, desired_retention=0.9))))
            recalled = chance.random() < truth.retrievability(actual, elapsed_days=gaps[-1])
            ratings.append(3 if recalled else 1)
            # Cards were begun at different times, so their answers lie between each other.
            found.append(Sample(card + 1000 * len(gaps), tuple(ratings), tuple(gaps)))
        card += 1
    return sorted(found)[:count]


def test_too_few_reviews_are_refused_with_both_numbers():
    fit = fit_weights(lived(FORGETFUL, count=WANTED_REVIEWS - 1), current=None, relearning_steps=1)

    assert (fit.result, fit.reviews, fit.wanted) == (FitResult.TOO_FEW, WANTED_REVIEWS - 1, WANTED_REVIEWS)
    assert (fit.before, fit.after, fit.weights) == (None, None, None)


def test_a_learner_unlike_the_average_is_predicted_better_by_their_own_weights():
    found = lived(FORGETFUL, count=3000)

    fit = fit_weights(found, current=None, relearning_steps=1)

    assert fit.result is FitResult.BETTER
    assert fit.after.log_loss < fit.before.log_loss
    assert fit.after.rmse_bins < fit.before.rmse_bins
    assert fit.after.log_loss == pytest.approx(quality(FORGETFUL, found[-600:]).log_loss, abs=0.01)
    assert Fsrs6(fit.weights).weights == pytest.approx(fit.weights)


def test_before_and_after_are_measured_on_the_last_fifth():
    found = lived(FORGETFUL, count=1000)

    fit = fit_weights(found, current=None, relearning_steps=1)

    assert fit.held_out == 200
    assert fit.before.log_loss == quality(None, found[-200:]).log_loss


def test_the_weights_that_are_judged_were_fitted_to_the_earlier_part_alone():
    found = lived(FORGETFUL, count=1000)
    earlier = fit_weights(found[:800], current=None, relearning_steps=1).weights

    fit = fit_weights(found, current=None, relearning_steps=1)

    assert fit.after == quality(earlier, found[800:])
    assert fit.weights != earlier


def test_what_came_later_does_not_change_what_was_fitted_to_the_earlier_part():
    found = lived(FORGETFUL, count=1000)
    other = [*found[:800], *(Sample(one.review, (*one.ratings[:-1], 1), one.gaps) for one in found[800:])]

    truly, reversed_ = (fit_weights(one, current=None, relearning_steps=1) for one in (found, other))

    # Weights fitted to those 200 forgotten answers would expect them and be hardly surprised.
    assert reversed_.after.log_loss > 2.5 * truly.after.log_loss


def test_weights_that_are_already_the_learner_s_own_stay():
    found = lived(FORGETFUL, count=1000)
    fitted = fit_weights(found, current=None, relearning_steps=1).weights

    assert fit_weights(found, current=fitted, relearning_steps=1).result is FitResult.KEPT


def test_the_same_log_gives_the_same_weights():
    found = lived(FORGETFUL, count=600)

    fits = [fit_weights(found, current=None, relearning_steps=1) for _ in range(2)]

    assert fits[0] == fits[1]
