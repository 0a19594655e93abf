"""A learner's days to come under another desired retention, played through card by card.

Cards are independent of each other here: limits of reviews and fuzz are left out, a day off is not foreseen.
Of many cards a sample is played. Every card has its own chance, the same for each retention, so that costs differ
by the retention and not by luck.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, TypeVar

from quizzer.domain.memory import Memory, Rating
from quizzer.domain.simulation import CardDay, Cost, Habits, Standing
from quizzer.scheduler.fuzz import round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizzer.domain.simulation import Collection
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.options import SchedulerOptions

SAMPLE = 300
"""Cards of each sort, known and new, that are played; their costs stand for all."""
ENOUGH = 20
"""Days of cards from which a habit is measured rather than assumed."""
_T = TypeVar("_T")
_PASSES = (Rating.HARD, Rating.GOOD, Rating.EASY)


def habits(days: Iterable[CardDay]) -> Habits:
    """What days of cards tell; whatever they are too few for keeps its default."""
    known = Habits()
    every = list(days)
    new = [day for day in every if day.new]
    reviews = [day for day in every if day.review]
    passed = [day for day in reviews if day.rating > Rating.AGAIN]
    by_rating = [[day.duration_s for day in reviews if day.rating == rating] for rating in Rating]
    times = [_mean(found, default) for found, default in zip(by_rating, known.review_s, strict=True)]
    return Habits(
        first=tuple(_shares(new, Rating, known.first)),  # type: ignore[arg-type]
        passed=tuple(_shares(passed, _PASSES, known.passed)),  # type: ignore[arg-type]
        new_s=_mean([day.duration_s for day in new], known.new_s),
        review_s=tuple(times),  # type: ignore[arg-type]
        days=len(new) + len(reviews),
    )


def cost_of(
    retention: float,
    collection: Collection,
    *,
    days: int,
    habits: Habits,
    options: SchedulerOptions,
    model: MemoryModel,
    seed: int,
) -> Cost:
    """What ``retention`` costs on an average of so many days, from today on; the same arguments, the same cost."""
    play = _Play(retention, days, habits, options, model)
    known, known_weight = _sample(collection.standing, seed=seed)
    begun = min(collection.new, collection.new_per_day * days)
    new, new_weight = _sample(range(begun), seed=seed)
    lives = [
        (play.life(card, Random(f"{seed} known {number}")), known_weight)  # noqa: S311 - a game, no secret
        for number, card in known
    ]
    lives += [
        (play.new_life(place // collection.new_per_day, Random(f"{seed} new {number}")), new_weight)  # noqa: S311
        for number, place in new
    ]
    seconds = sum(life.seconds * weight for life, weight in lives)
    reviews = sum(life.reviews * weight for life, weight in lives)
    remembered = sum(life.recall * weight for life, weight in lives)
    return Cost(retention, seconds / 60 / days, reviews / days, remembered)


@dataclass(frozen=True, slots=True)
class _Life:
    """What one card cost, and the recall that is left at the end."""

    seconds: float
    reviews: int
    recall: float


@dataclass(frozen=True, slots=True)
class _Play:
    """The rules of one game."""

    retention: float
    days: int
    habits: Habits
    options: SchedulerOptions
    model: MemoryModel

    def new_life(self, begins_in: int, chance: Random) -> _Life:
        """The life of a card that is first met on the day ``begins_in``."""
        rating = chance.choices(tuple(Rating), weights=self.habits.first)[0]
        memory = self.model.next_memories(None, elapsed_days=0)[rating]
        if self.options.learning_steps_s and rating is not Rating.EASY:
            memory = self._again_today(memory)
        life = self.life(Standing(memory, begins_in, begins_in + self._interval_days(memory)), chance)
        return _Life(life.seconds + self.habits.new_s, life.reviews, life.recall)

    def life(self, card: Standing, chance: Random) -> _Life:
        """The life of a known card until the last day."""
        memory, answered_in, due_in = card
        seconds, reviews, day = 0.0, 0, max(0, due_in)
        while day < self.days:
            elapsed_days = max(0, day - answered_in)
            remembers = chance.random() < self.model.retrievability(memory, elapsed_days=elapsed_days)
            passing = chance.choices(_PASSES, weights=self.habits.passed)[0]
            rating = passing if remembers else Rating.AGAIN
            memory = self.model.next_memories(memory, elapsed_days=elapsed_days)[rating]
            if not remembers and self.options.relearning_steps_s:
                memory = self._again_today(memory)
            seconds += self.habits.review_s[rating - 1]
            reviews += 1
            answered_in, day = day, day + self._interval_days(memory)
        recall = self.model.retrievability(memory, elapsed_days=max(0, self.days - answered_in))
        return _Life(seconds, reviews, recall)

    def _again_today(self, memory: Memory) -> Memory:
        return self.model.next_memories(memory, elapsed_days=0)[Rating.GOOD]

    def _interval_days(self, memory: Memory) -> int:
        days = self.model.interval_days(memory, desired_retention=self.retention)
        return round_half_up(min(max(days, 1.0), float(self.options.maximum_interval_days)))


def _sample(cards: Sequence[_T], *, seed: int) -> tuple[list[tuple[int, _T]], float]:
    if len(cards) <= SAMPLE:
        return list(enumerate(cards)), 1.0
    places = sorted(Random(seed).sample(range(len(cards)), SAMPLE))  # noqa: S311 - as above
    return [(place, cards[place]) for place in places], len(cards) / SAMPLE


def _mean(found: Sequence[float], default: float) -> float:
    return sum(found) / len(found) if len(found) >= ENOUGH else default


def _shares(days: Sequence[CardDay], ratings: Iterable[Rating], default: Sequence[float]) -> Sequence[float]:
    if len(days) < ENOUGH:
        return default
    return [sum(day.rating == rating for day in days) / len(days) for rating in ratings]
