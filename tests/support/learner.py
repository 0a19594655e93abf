"""A learner whose memory is known: FSRS-6 with given weights decides what is remembered, day after day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from fsrs_rs_python import DEFAULT_PARAMETERS

from quizzer.domain.card import Basic, Card, CardId, Deck, DeckId, NoteId, Topic, TopicId
from quizzer.domain.memory import Memory, Progress, Rating, Review
from quizzer.domain.review import AnswerRecord
from quizzer.domain.text import Text
from quizzer.scheduler.answers import four_answers
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.moment import moment_at
from quizzer.scheduler.options import SchedulerOptions

if TYPE_CHECKING:
    from quizzer.storage.store import Store, Transaction

BEGAN = datetime(2026, 1, 5, 12, tzinfo=UTC)
TAKES_S = {Rating.AGAIN: 20.0, Rating.HARD: 12.0, Rating.GOOD: 8.0, Rating.EASY: 5.0}

FORGETFUL = tuple(weight - (1.2 if place == 8 else 0) for place, weight in enumerate(DEFAULT_PARAMETERS))
"""Somebody whose memories grow by a third of what they grow by in the average learner."""


def deck_of(count: int) -> Deck:
    text = Text.of("?")
    cards = tuple(
        Card(
            CardId(f"deck/card-{n}"),
            NoteId(f"card-{n}"),
            DeckId("deck"),
            TopicId("t"),
            Basic(text, text),
            text,
            "source",
        )
        for n in range(count)
    )
    return Deck(DeckId("deck"), "1", text, text, "MIT", (Topic(TopicId("t")),), cards)


@dataclass
class Learner:
    """Studies ``cards`` cards of a deck, ``new_per_day`` a day, with the weights that quizzer does not know."""

    weights: tuple[float, ...] = FORGETFUL
    cards: int = 60
    new_per_day: int = 10
    seed: int = 1
    options: SchedulerOptions = field(default_factory=SchedulerOptions)
    remembers: dict[CardId, Memory] = field(default_factory=dict)

    def study(self, store: Store, *, days: int) -> datetime:
        """Live through so many days; the instant at which they end."""
        truth, chance = Fsrs6(self.weights), Random(self.seed)
        with store.write() as tx:
            tx.apply_content([deck_of(self.cards)], [], origin="learner", retire_missing=False, at=BEGAN)
        with store.write() as tx:
            for day in range(days):
                now = BEGAN + timedelta(days=day)
                for number in range(min(self.cards, (day + 1) * self.new_per_day)):
                    now = self._meet(tx, CardId(f"deck/card-{number}"), now, truth=truth, chance=chance)
        return BEGAN + timedelta(days=days)

    def _meet(self, tx: Transaction, card: CardId, now: datetime, *, truth: Fsrs6, chance: Random) -> datetime:
        while (progress := tx.progress(card)) and self._is_due(progress, now):
            moment = moment_at(now, zone=UTC, rollover_hour=4)
            outcomes = four_answers(
                progress, card_id=card, moment=moment, options=self.options, model=Fsrs6(self.options.weights)
            )
            elapsed_days = outcomes[Rating.GOOD].elapsed_days
            rating = self._rate(card, elapsed_days, truth=truth, chance=chance)
            self.remembers[card] = truth.next_memories(self.remembers.get(card), elapsed_days=elapsed_days)[rating]
            outcome = outcomes[rating]
            tx.record_answer(
                AnswerRecord(
                    card, rating, progress, outcome.progress, now, moment.today,
                    outcome.interval_s, elapsed_days, outcome.scheduled_days, TAKES_S[rating],
                )
            )  # fmt: skip
            now += timedelta(minutes=10)
        return now

    def _rate(self, card: CardId, elapsed_days: int, *, truth: Fsrs6, chance: Random) -> Rating:
        memory = self.remembers.get(card)
        if memory is None:
            return chance.choices(list(Rating), weights=(3, 1, 5, 1))[0]
        if elapsed_days and chance.random() > truth.retrievability(memory, elapsed_days=elapsed_days):
            return Rating.AGAIN
        return chance.choices((Rating.HARD, Rating.GOOD, Rating.EASY), weights=(1, 7, 1))[0]

    @staticmethod
    def _is_due(progress: Progress, now: datetime) -> bool:
        schedule = progress.schedule
        if isinstance(schedule, Review):
            return schedule.due_on <= now.date().toordinal()
        # A step is waited for, unless it leads into another day.
        return not hasattr(schedule, "due_at") or schedule.due_at - now < timedelta(hours=4)
