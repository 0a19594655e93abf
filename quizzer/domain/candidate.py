"""What the queue needs to know of a card to place it: a row of a few hundred, never the card's content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.domain.card import CardId, DeckId, NoteId, TopicId
    from quizzer.domain.memory import State, StudyDay


class Work(StrEnum):
    """What a day is for: all there is, what is answered in the session, or exercises, which are answered by code."""

    ALL = "all"
    CARDS = "cards"
    CODE = "code"


class ReviewOrder(StrEnum):
    """Which of the due reviews come first, and so which are left when the learner's time is up."""

    EASIEST = "easiest"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be shown today.

    ``due_at`` (UTC instant) is set while learning or relearning, ``due_on`` in review, neither for a new
    card. ``interval_days`` is 0 outside review; ``position`` orders new cards as their author did; ``difficulty`` is
    that of the memory, 1 to 10, and 0 before the first answer.
    """

    card_id: CardId
    note: NoteId
    deck: DeckId
    topic: TopicId
    requires: tuple[TopicId, ...]
    state: State
    due_at: datetime | None
    due_on: StudyDay | None
    interval_days: int
    position: int
    difficulty: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidates:
    """What storage offers a session: at most a limit of each kind, none of them retired or buried.

    ``learning`` (and relearning) is due before the next rollover, earliest first, or was answered at a time
    that is still to come (the clock was set back); ``reviews`` are due today or before, those that the learner's
    order asks first; ``new`` comes in the authors' order, cards that wait for a topic left out.
    """

    learning: tuple[Candidate, ...]
    reviews: tuple[Candidate, ...]
    new: tuple[Candidate, ...]
    answered_today: frozenset[NoteId]
    """Notes of which a card was answered today: their other cards (siblings) can wait."""
    known_topics: frozenset[TopicId]
    """Required topics that count as known, those of which no active card exists included."""
    confusable: tuple[tuple[TopicId, TopicId], ...] = ()
    """Pairs of topics that learners confuse."""

    @property
    def all(self) -> tuple[Candidate, ...]:
        return self.learning + self.reviews + self.new
