"""From what a learner did to a rating: a wrong answer is always Again, a right one never.

FSRS takes Hard for a pass; Hard on a failure is the one habit that spoils its predictions. How a right answer
is rated here is only a proposal: the learner may choose any of ``allowed_ratings``.
"""

from __future__ import annotations

from quizzer.domain.memory import Rating

TYPICAL_CARD_S = 20.0
TYPICAL_EXERCISE_S = 600.0
SLOW_SHARE = 3.0
"""A right answer that took this many times the typical time was hard."""
FAST_SHARE = 0.25
"""One that took no more than this share of it was easy."""
HARD_FROM_FAILED_RUNS = 2
"""A submission accepted on the third run or later was hard."""


def allowed_ratings(correct: bool | None) -> tuple[Rating, ...]:  # noqa: FBT001 - the one argument
    """The ratings to choose from: Again alone when wrong, the passes when right, all when self-rated."""
    if correct is None:
        return tuple(Rating)
    return (Rating.HARD, Rating.GOOD, Rating.EASY) if correct else (Rating.AGAIN,)


def rate_answer(*, correct: bool, hinted: bool, duration_s: float, typical_s: float = TYPICAL_CARD_S) -> Rating:
    """The rating of a machine-checked answer; a duration that is no positive number counts as typical."""
    if not correct:
        return Rating.AGAIN
    return Rating.HARD if hinted else _rate_speed(duration_s, typical_s=typical_s)


def rate_exercise(
    *,
    accepted: bool,
    failed_runs: int,
    hints: int,
    revealed: bool = False,
    duration_s: float | None = None,
    typical_s: float = TYPICAL_EXERCISE_S,
) -> Rating:
    """The rating of a coding exercise; ``revealed`` means that the solution was shown before.

    Without ``duration_s`` the first run is Good: Easy needs speed as well.
    """
    if not accepted or revealed:
        return Rating.AGAIN
    if hints > 0 or failed_runs >= HARD_FROM_FAILED_RUNS:
        return Rating.HARD
    speed = Rating.GOOD if duration_s is None else _rate_speed(duration_s, typical_s=typical_s)
    return min(speed, Rating.GOOD) if failed_runs else speed


def _rate_speed(duration_s: float, *, typical_s: float) -> Rating:
    if 0 < duration_s <= FAST_SHARE * typical_s:
        return Rating.EASY
    return Rating.HARD if duration_s > SLOW_SHARE * typical_s else Rating.GOOD
