"""What a simulated learner truly remembers: FSRS-6 with weights that no scheduler is told.

Each card has chances of its own, its n-th answer the same ones whoever asks and whenever: schedulers that are compared
in lives of the same seed differ by what they ask, and little by luck.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from fsrs_rs_python import DEFAULT_PARAMETERS

from quizzer.domain.fitting import Weights
from quizzer.domain.memory import Memory, Rating
from quizzer.scheduler.fsrs6 import Fsrs6

SECONDS = {Rating.AGAIN: 20.0, Rating.HARD: 12.0, Rating.GOOD: 8.0, Rating.EASY: 5.0}
NEW_S = 25.0
FIRST_RATINGS = (0.3, 0.1, 0.5, 0.1)
PASSES = (0.0, 0.1, 0.8, 0.1)


def _changed(**by: float) -> Weights:
    return tuple(weight + by.get(f"w{place}", 0.0) for place, weight in enumerate(DEFAULT_PARAMETERS))


LEARNERS = {
    "average": _changed(),
    "forgetful": _changed(w8=-0.6),
    "strong": _changed(w8=0.4),
    # The forgetting curve of FSRS-5, whose tail is thinner: after ten stabilities 55% are recalled, not 69%.
    "steep": _changed(w20=0.5 - DEFAULT_PARAMETERS[20]),
}


@dataclass
class Mind:
    """What the learner truly remembers, and how many of the answers on a later day than the last were right."""

    weights: Weights
    seed: int
    model: Fsrs6 = field(init=False)
    memories: dict[int, tuple[Memory, int]] = field(default_factory=dict)
    chances: dict[int, Random] = field(default_factory=dict)
    asked: int = 0
    recalled: int = 0

    def __post_init__(self) -> None:
        self.model = Fsrs6(self.weights)

    def answer(self, card: int, day: int) -> Rating:
        """How a card is answered, which the memory of it follows."""
        memory, last = self.memories.get(card, (None, day))
        rating = self._rate(card, memory, day - last)
        self.memories[card] = (self.model.next_memories(memory, elapsed_days=day - last)[rating], day)
        return rating

    def knows(self, day: int) -> float:
        """How many cards would be recalled on a day, on average."""
        return sum(
            self.model.retrievability(memory, elapsed_days=day - last) for memory, last in self.memories.values()
        )

    def _rate(self, card: int, memory: Memory | None, elapsed_days: int) -> Rating:
        chance = self.chances.setdefault(card, Random(f"{self.seed} {card}"))
        # Both numbers are drawn each time, so that the next answer finds the same ones whatever this one was.
        recall, shade = chance.random(), chance.random()
        if memory is None:
            return _drawn(FIRST_RATINGS, shade)
        if elapsed_days:
            remembers = recall < self.model.retrievability(memory, elapsed_days=elapsed_days)
            self.asked, self.recalled = self.asked + 1, self.recalled + remembers
            if not remembers:
                return Rating.AGAIN
        return _drawn(PASSES, shade)


def _drawn(shares: tuple[float, ...], chance: float) -> Rating:
    reached = zip(Rating, accumulate(shares), strict=True)
    return next((rating for rating, upto in reached if chance < upto), Rating.EASY)
