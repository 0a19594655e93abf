"""The recommended way through all decks, with the learner's standing on it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quizzer.domain.learning_path import DeckStep, ExerciseStep, LearningPath, TopicStep, Waiting
from quizzer.services.named_deck import named_deck

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from quizzer.domain.card import DeckId, ExerciseId, TopicId
    from quizzer.domain.library import ExerciseSummary
    from quizzer.storage.learning_path import ExerciseCardRow, TopicRow
    from quizzer.storage.store import Store


def learning_path(store: Store) -> LearningPath:
    """All decks in the order in which new cards come, at one moment of the database."""
    with store.read() as tx:
        known = tx.known_topics()
        topics = {deck: tuple(rows) for deck, rows in groupby(tx.topic_rows(), key=lambda row: row.deck)}
        cards = tx.exercise_card_rows()
        exercises = {one.id: one for one in tx.exercises()}
        titles = dict(tx.deck_titles())
    return LearningPath(
        tuple(
            DeckStep(
                id=deck,
                title=title,
                topics=tuple(_topic(row, known) for row in topics.get(deck, ())),
                exercises=tuple(_exercises(deck, cards, exercises, known)),
            )
            for deck, title in titles.items()
        )
    )


def find_step(path: LearningPath, name: str) -> DeckStep:
    """The deck called ``name`` on the path.

    Raises:
        UsageError: there is none; the hint names the one that was probably meant.
    """
    steps = {deck.id: deck for deck in path.decks}
    return steps[named_deck(name, steps)]


def waiting(store: Store, deck: DeckId) -> Waiting | None:
    """What new cards of ``deck`` wait for in other decks; None where nothing does."""
    path = learning_path(store)
    home = {topic.id: one.id for one in path.decks for topic in one.topics}
    held = [topic for topic in find_step(path, deck).topics if topic.waits_for and topic.new]
    decks = {home.get(topic, deck) for one in held for topic in one.waits_for} - {deck}
    ordered = tuple(one.id for one in path.decks if one.id in decks)
    return Waiting(sum(topic.new for topic in held), ordered) if ordered else None


def _topic(row: TopicRow, known: AbstractSet[TopicId]) -> TopicStep:
    return TopicStep(
        id=row.id,
        cards=row.cards,
        new=row.new,
        learned=row.learned,
        known=row.id in known,
        waits_for=_unknown(row.requires, known),
    )


def _exercises(
    deck: DeckId,
    cards: Iterable[ExerciseCardRow],
    exercises: dict[ExerciseId, ExerciseSummary],
    known: AbstractSet[TopicId],
) -> Iterable[ExerciseStep]:
    for card in cards:
        exercise = exercises.get(card.exercise)
        if card.deck == deck and exercise is not None:
            yield ExerciseStep(
                id=exercise.id,
                title=exercise.title,
                difficulty=exercise.difficulty,
                topic=card.topic,
                solved=exercise.accepted,
                waits_for=_unknown(card.requires, known),
            )


def _unknown(topics: Iterable[TopicId], known: AbstractSet[TopicId]) -> tuple[TopicId, ...]:
    return tuple(topic for topic in topics if topic not in known)
