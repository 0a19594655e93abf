"""A passed exercise counts, discounted, for the cards of its topics: code that runs uses what they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.credit import Credit
from quizzer.scheduler.credit import credited_due_on

if TYPE_CHECKING:
    from quizzer.domain.card import ExerciseId
    from quizzer.domain.memory import Rating
    from quizzer.domain.review import ReviewId
    from quizzer.scheduler.memory_model import MemoryModel
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.storage.store import Transaction


def credit_cards(
    tx: Transaction,
    exercise_id: ExerciseId,
    *,
    rating: Rating,
    after: ReviewId,
    moment: Moment,
    options: SchedulerOptions,
    model: MemoryModel,
) -> int:
    """Put off the known cards of the exercise's topics for its review ``after``; how many are due later now.

    Memory stays what the card's own answers made of it: nothing was asked, so no answer is made up.
    """
    exercise = tx.exercise(exercise_id)
    moves = []
    for card in tx.placed_in(exercise.topics if exercise else ()):
        own = options.for_deck(card.deck)
        due_on = credited_due_on(card, rating=rating, today=moment.today, options=own, model=model)
        if due_on > card.due_on:
            moves.append(Credit(card.card_id, card.repetitions, card.due_on, due_on))
    return len(tx.credit(exercise_id, moves, after=after, at=moment.now, on=moment.today))
