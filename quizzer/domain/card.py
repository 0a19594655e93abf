"""Cards: the unit that is scheduled. One file entry (a note) makes one card, a cloze one per deletion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NewType, TypeAlias

from quizzer.domain.text import Text

DeckId = NewType("DeckId", str)
TopicId = NewType("TopicId", str)
NoteId = NewType("NoteId", str)
"""``deck/slug``, as the author wrote it; never derived from text."""
CardId = NewType("CardId", str)
"""The note id, or ``note#c2`` for the sibling of a cloze with several deletions."""
ExerciseId = NewType("ExerciseId", str)

AnswerType: TypeAlias = Literal["shape", "number", "list", "text"]
Scalar: TypeAlias = bool | int | float | str


class CardKind(StrEnum):
    """How a card asks."""

    BASIC = "basic"
    CLOZE = "cloze"
    CHOICE = "choice"
    ORDER = "order"
    COMPUTE = "compute"
    EXERCISE = "exercise"


@dataclass(frozen=True, slots=True)
class Basic:
    """Question and answer, rated by the learner."""

    prompt: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class Cloze:
    """A sentence with ``{{c1::deletions}}``; this card hides deletion ``number`` and shows the others."""

    text: Text
    number: int
    accept: tuple[str, ...] = ()
    """Other typed answers that count as right, in any language."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice card; a wrong one is a named misconception with its own feedback."""

    text: Text
    correct: bool = False
    mistake: str | None = None
    feedback: Text | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with three to five options, shuffled at each review; exactly one is correct."""

    prompt: Text
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Lines to put in order; ``before`` holds the pairs (earlier, later) that every valid order respects."""

    prompt: Text
    lines: tuple[str, ...]
    before: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A name drawn uniformly from ``values`` at each review."""

    name: str
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Compute:
    """A question drawn afresh: ``prompt`` is a template over the parameters, torch evaluates ``answer``.

    ``where`` are conditions over the parameters in safe arithmetic (see ``quizzer.domain.draw``);
    ``derive`` are named torch expressions that ``why`` may show; ``tolerance`` is absolute, for numbers.
    """

    prompt: Text
    parameters: tuple[Parameter, ...]
    where: tuple[str, ...]
    derive: tuple[tuple[str, str], ...]
    answer: str
    answer_type: AnswerType
    tolerance: float = 1e-4


@dataclass(frozen=True, slots=True)
class ExerciseRef:
    """The card of a coding exercise: answered by ``quizzer grade``."""

    exercise: ExerciseId


Body: TypeAlias = Basic | Cloze | Choice | Order | Compute | ExerciseRef

KIND_OF_BODY: Mapping[type, CardKind] = {
    Basic: CardKind.BASIC,
    Cloze: CardKind.CLOZE,
    Choice: CardKind.CHOICE,
    Order: CardKind.ORDER,
    Compute: CardKind.COMPUTE,
    ExerciseRef: CardKind.EXERCISE,
}


@dataclass(frozen=True, slots=True)
class Card:
    """A card with all that a learner sees; ``why`` is the elaborated feedback, shown after each answer."""

    id: CardId
    note: NoteId
    deck: DeckId
    topic: TopicId
    body: Body
    why: Text
    source: str
    requires: tuple[TopicId, ...] = ()
    tags: tuple[str, ...] = ()
    verify: str | None = None
    """An executable snippet (torch as ``torch``, ``nn``, ``F``) that proves the claim."""

    @property
    def kind(self) -> CardKind:
        return KIND_OF_BODY[type(self.body)]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a deck and the topics that should be known before it."""

    id: TopicId
    requires: tuple[TopicId, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck as read from its folder: cards in the author's order."""

    id: DeckId
    version: str
    title: Text
    description: Text
    licence: str
    topics: tuple[Topic, ...]
    cards: tuple[Card, ...]
