"""How often the statistical checks of dropout refuse a right layer: computed from the very bounds that they use."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from quizzer.checks import expect
from quizzer.checks.case import Case
from quizzer.grader.child.submission import load_module

FOLDER = Path(__file__).resolve().parents[3] / "exercises" / "layers" / "dropout"
STATED = 1e-7
ELEMENTS, RATIOS = 150 * 130, 1200 * 25
LINES = ((200, 240), (240, 200))
"""How many columns and rows there are, and how long they are."""
STATISTICAL = (
    "drops_with_probability_p",
    "keeps_the_expected_value",
    "draws_each_element_alone",
    "leaves_the_count_to_chance",
    "draws_a_new_mask_each_time",
)


@dataclass(frozen=True)
class Claimed:
    """One call of ``expect.between``: by which check, of which value, within which bounds."""

    check: str
    value: float
    low: float
    high: float

    @property
    def centre(self) -> float:
        return (self.low + self.high) / 2


def log_pmf(count: int, p: float) -> torch.Tensor:
    """The logarithms of the binomial probabilities of 0 to ``count`` successes."""
    k = torch.arange(count + 1, dtype=torch.float64)
    ways = math.lgamma(count + 1) - torch.lgamma(k + 1) - torch.lgamma(count - k + 1)
    return ways + k * math.log(p) + (count - k) * math.log1p(-p)


def outside(count: int, p: float, low: float, high: float) -> float:
    """The exact probability that a share of ``count`` independent draws of probability ``p`` is not in the bounds."""
    share = torch.arange(count + 1, dtype=torch.float64) / count
    return float(log_pmf(count, p).exp()[(share < low) | (share > high)].sum())


def share_of_elements(claim: Claimed) -> float:
    assert (claim.value * ELEMENTS) == pytest.approx(round(claim.value * ELEMENTS), abs=1e-6)
    return outside(ELEMENTS, claim.centre, claim.low, claim.high)


def mean_ratio(claim: Claimed) -> float:
    """The ratio is the share of survivors over ``1 - p``; p comes from the margin, 6.5 times sqrt(p / (1-p) / n)."""
    odds = ((claim.high - claim.centre) / 6.5) ** 2 * RATIOS
    keep = 1 / (1 + odds)
    assert min(abs(keep - wanted) for wanted in (0.85, 0.75, 0.6)) < 1e-6
    return outside(RATIOS, keep, claim.low * keep, claim.high * keep)


def agreement_along_an_axis(claim: Claimed) -> float:
    """Of the pairs at a distance, half share no element: two sums of at least 6,720 independent pairs each.

    Where the whole is out of bounds, one of the halves is.
    """
    return 2 * outside(6_720, claim.centre, claim.low, claim.high)


def agreement_of_two_masks(claim: Claimed) -> float:
    return outside(6_000, claim.centre, claim.low, claim.high)


PROBABILITY: dict[str, Callable[[Claimed], float]] = {
    "drops_with_probability_p": share_of_elements,
    "keeps_the_expected_value": mean_ratio,
    "draws_each_element_alone": agreement_along_an_axis,
    "draws_a_new_mask_each_time": agreement_of_two_masks,
}


def equal_counts(calls: int) -> float:
    """The probability that so many counts of dropped elements out of 91 are all the same."""
    return float((calls * log_pmf(91, 0.3)).exp().sum())


def little_spread(least: float, lines: int, length: int) -> float:
    """Chernoff's bound on the probability that the counts of zeros in the lines spread that little."""
    k = torch.arange(length + 1, dtype=torch.float64)
    z2 = (k - length * 0.3) ** 2 / (length * 0.3 * 0.7)
    pmf = log_pmf(length, 0.3).exp()
    rates = [t / 100 for t in range(1, 300)]
    return min((math.exp(t * least) * float((pmf * (-t * z2).exp()).sum())) ** lines for t in rates)


@pytest.fixture
def claims(monkeypatch: pytest.MonkeyPatch) -> list[Claimed]:
    """What the statistical checks claim of the reference solution, in one run."""
    found: list[Claimed] = []

    def between(value: Any, low: Any, high: Any, **_: object) -> None:
        check = sys._getframe(1).f_code.co_name
        found.append(Claimed(check, float(value), float(low), float(high)))
        assert low <= value <= high

    monkeypatch.setattr(expect, "between", between)
    checks = load_module((FOLDER / "checks.py").read_text(), name="checks", filename="checks.py")
    reference = (FOLDER / "submissions" / "accepted" / "reference.py").read_text()
    learner = SimpleNamespace(Dropout=load_module(reference, name="reference", filename="reference.py")["Dropout"])
    for name in STATISTICAL:
        check: Any = checks[name]
        check(learner, Case(seed=20))
    return found


def test_a_right_layer_is_refused_as_rarely_as_the_exercise_states(claims: list[Claimed]) -> None:
    checks: Any = load_module((FOLDER / "checks.py").read_text(), name="checks", filename="checks.py")

    by_bounds = sum(PROBABILITY[claim.check](claim) for claim in claims)
    spreads = sum(little_spread(checks["LEAST_SPREAD"], lines, length) for lines, length in LINES)
    total = by_bounds + equal_counts(checks["CALLS"]) + spreads

    assert {claim.check for claim in claims} == set(PROBABILITY)
    assert 0 < total < STATED
    assert "fewer than 1e-7" in (FOLDER / "checks.py").read_text()


def test_the_sum_would_notice_a_bound_of_four_deviations() -> None:
    narrow = Claimed("", 0.3, 0.3 - 4 * 0.001673, 0.3 + 4 * 0.001673)

    assert outside(75_000, 0.3, narrow.low, narrow.high) == pytest.approx(6.3e-5, rel=0.05)
    assert little_spread(0.9, 250, 300) > 1e-3
    assert equal_counts(5) > 1e-6


def test_the_tail_agrees_with_a_sum_by_hand() -> None:
    # Of three draws at 0.25: no success 27/64, three 1/64.
    assert outside(3, 0.25, 0.1, 0.9) == pytest.approx(28 / 64)
