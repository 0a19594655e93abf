"""The scheduler that Anki uses unless FSRS is switched on, with its default options, as its manual describes it.

Learning steps of 1 and 10 minutes, then one day, or four after Easy; a starting ease of 2.5; a lapse is relearned in
10 minutes and begins again at one day. Reviews come by due date, those of one day in random order, with new cards
evenly among them and only in the room that the day's limit of reviews leaves.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from quizzer.domain.memory import Rating

STARTING_EASE, LOWEST_EASE = 2.5, 1.3
HARD_FACTOR, EASY_BONUS = 1.2, 1.3
EASE_CHANGE = {Rating.AGAIN: -0.20, Rating.HARD: -0.15, Rating.GOOD: 0.0, Rating.EASY: 0.15}
GRADUATING_DAYS, EASY_DAYS = 1, 4
LEARNING_STEPS = 2


@dataclass
class Sm2Card:
    """``step`` is the place in the steps, None in review; ``ease`` what an interval grows by."""

    due: int
    interval: float = 0.0
    ease: float = STARTING_EASE
    step: int | None = 0
    lapsed: bool = False


@dataclass
class Sm2:
    """Intervals and order of all cards."""

    cards: int
    new_per_day: int
    reviews_per_day: int
    known: dict[int, Sm2Card] = field(default_factory=dict)
    chance: Random = field(default_factory=lambda: Random(0))

    def queue(self, day: int) -> list[int]:
        """The cards of a day in their order."""
        steps = [card for card, one in self.known.items() if one.step is not None]
        due = [card for card, one in self.known.items() if one.step is None and one.due <= day]
        due.sort(key=lambda card: (self.known[card].due, self.chance.random()))
        begun = len(self.known)
        reviews = due[: self.reviews_per_day]
        room = min(self.new_per_day, self.reviews_per_day - len(reviews))
        return steps + mixed(reviews, list(range(begun, min(self.cards, begun + room))))

    def answered(self, card: int, rating: Rating, day: int) -> bool:
        """Take an answer in; whether the card comes again today."""
        one = self.known.setdefault(card, Sm2Card(day))
        if one.step is None:
            self._review(one, rating, day)
        else:
            self._learn(one, rating, day)
        return one.step is not None

    def _learn(self, one: Sm2Card, rating: Rating, day: int) -> None:
        assert one.step is not None
        last = 0 if one.lapsed else LEARNING_STEPS - 1
        if rating is Rating.AGAIN:
            one.step = 0
        elif rating is Rating.HARD:
            return
        elif rating is Rating.EASY or one.step >= last:
            fresh = EASY_DAYS if rating is Rating.EASY else GRADUATING_DAYS
            one.interval = max(one.interval, 1) if one.lapsed else fresh
            one.due, one.step, one.lapsed = day + round(one.interval), None, False
        else:
            one.step += 1

    def _review(self, one: Sm2Card, rating: Rating, day: int) -> None:
        late = max(0, day - one.due)
        if rating is Rating.AGAIN:
            one.interval, one.step, one.lapsed = 1, 0, True
        else:
            one.interval = grown(one, rating, late)
            one.due = day + round(one.interval)
        one.ease = max(LOWEST_EASE, one.ease + EASE_CHANGE[rating])


def grown(one: Sm2Card, rating: Rating, late: int) -> float:
    """The next interval after a success; each button's is at least a day longer than that of the one below it."""
    hard = max(one.interval + 1, one.interval * HARD_FACTOR)
    if rating is Rating.HARD:
        return hard
    good = max(hard + 1, (one.interval + late / 2) * one.ease)
    if rating is Rating.GOOD:
        return good
    return max(good + 1, (one.interval + late) * one.ease * EASY_BONUS)


def mixed(reviews: list[int], new: list[int]) -> list[int]:
    """New cards evenly among reviews."""
    places = [((place + 1) / (len(reviews) + 1), card) for place, card in enumerate(reviews)]
    places += [((place + 1) / (len(new) + 1), card) for place, card in enumerate(new)]
    return [card for _, card in sorted(places)]
