"""The way through decks and exercises, and how far a learner has come on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.domain.card import DeckId, ExerciseId, TopicId
    from quizzer.domain.text import Text


class Standing(Enum):
    """How far a topic or a deck has been learned."""

    WAITS = "waits"
    """A topic that it requires is not known yet, and nothing of it was answered."""
    OPEN = "open"
    STARTED = "started"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class ExerciseStep:
    """An exercise where it stands on the path; ``waits_for`` holds the topics that its card waits for."""

    id: ExerciseId
    title: Text
    difficulty: int
    topic: TopicId
    solved: bool
    waits_for: tuple[TopicId, ...]

    @property
    def is_next(self) -> bool:
        """Whether it could be done now."""
        return not self.solved and not self.waits_for


@dataclass(frozen=True, slots=True)
class TopicStep:
    """A topic of a deck with its cards in numbers; ``waits_for`` is what it requires and is not known."""

    id: TopicId
    cards: int
    new: int
    learned: int
    known: bool
    waits_for: tuple[TopicId, ...]

    @property
    def standing(self) -> Standing:
        if self.known:
            return Standing.KNOWN
        if self.new < self.cards:
            return Standing.STARTED
        return Standing.WAITS if self.waits_for else Standing.OPEN


@dataclass(frozen=True, slots=True)
class Waiting:
    """New cards of a deck that wait, and the other decks, in study order, whose topics they wait for."""

    cards: int
    decks: tuple[DeckId, ...]


@dataclass(frozen=True, slots=True)
class DeckStep:
    """A deck on the path: its topics in the author's order, and the exercises that it sets."""

    id: DeckId
    title: Text
    topics: tuple[TopicStep, ...]
    exercises: tuple[ExerciseStep, ...]

    @property
    def cards(self) -> int:
        return sum(topic.cards for topic in self.topics)

    @property
    def learned(self) -> int:
        return sum(topic.learned for topic in self.topics)

    @property
    def solved(self) -> int:
        return sum(exercise.solved for exercise in self.exercises)

    @property
    def waits_for(self) -> tuple[TopicId, ...]:
        """Topics of other decks that hold back something here, in the order in which they are named."""
        own = {topic.id for topic in self.topics}
        named = (required for topic in self.topics for required in topic.waits_for)
        return tuple(dict.fromkeys(required for required in named if required not in own))

    @property
    def standing(self) -> Standing:
        """Known when each topic is; waiting when no topic could be begun."""
        found = {topic.standing for topic in self.topics if topic.cards}
        if found <= {Standing.KNOWN}:
            return Standing.KNOWN
        if found & {Standing.STARTED, Standing.KNOWN}:
            return Standing.STARTED
        return Standing.OPEN if Standing.OPEN in found else Standing.WAITS


@dataclass(frozen=True, slots=True)
class LearningPath:
    """All decks, in the recommended order."""

    decks: tuple[DeckStep, ...]

    @property
    def next_topics(self) -> tuple[TopicStep, ...]:
        """Topics that can be learned now: begun ones first, each group in the order of the path."""
        topics = [topic for deck in self.decks for topic in deck.topics]
        begun = [topic for topic in topics if topic.standing is Standing.STARTED]
        return (*begun, *(topic for topic in topics if topic.standing is Standing.OPEN and topic.cards))

    @property
    def next_exercises(self) -> tuple[ExerciseStep, ...]:
        """Exercises whose topics are known, or require nothing, and that were never solved."""
        return tuple(exercise for deck in self.decks for exercise in deck.exercises if exercise.is_next)
