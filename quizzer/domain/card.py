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
    BUG = "bug"
    CODE = "code"
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
class NamedMistake:
    """A typical wrong answer, as code that gives it, and what to say to whoever gives it."""

    code: str
    mistake: str
    feedback: Text


@dataclass(frozen=True, slots=True)
class Compute:
    """A question drawn afresh: ``prompt`` is a template over the parameters, torch evaluates ``answer``.

    ``where`` are conditions over the parameters in safe arithmetic (see ``quizzer.domain.draw``);
    ``derive`` are named torch expressions that ``why`` may show, ``mistakes`` expressions of wrong answers;
    ``tolerance`` is absolute, for numbers.
    """

    prompt: Text
    parameters: tuple[Parameter, ...]
    where: tuple[str, ...]
    derive: tuple[tuple[str, str], ...]
    answer: str
    answer_type: AnswerType
    tolerance: float = 1e-4
    mistakes: tuple[NamedMistake, ...] = ()


@dataclass(frozen=True, slots=True)
class Bug:
    """Code with one wrong line, which the learner names by its number (from 1); ``fix`` is what it should be.

    ``setup`` and ``check`` stand before and after the code when it is proved: with the fix they run through, and as it
    stands they raise, with ``error`` in the message where that is given.
    """

    prompt: Text
    code: str
    line: int
    fix: str
    setup: str
    check: str
    error: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.code.rstrip("\n").split("\n"))

    @property
    def fixed(self) -> str:
        """The code with its wrong line mended."""
        lines = list(self.lines)
        lines[self.line - 1] = self.fix.rstrip("\n")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Code:
    """A line of code to type. It is right when it gives the values of ``answer`` in each case.

    Each of ``cases`` is run before the line, each of ``compare`` evaluated after it; a line that is an expression has
    its value in ``result``. ``accept`` are other right lines, which prove that the comparison is fair; ``mistakes`` are
    told to whoever types something that gives their very values.
    """

    prompt: Text
    cases: tuple[str, ...]
    answer: str
    compare: tuple[str, ...]
    accept: tuple[str, ...] = ()
    mistakes: tuple[NamedMistake, ...] = ()
    tolerance: float = 1e-4


@dataclass(frozen=True, slots=True)
class ExerciseRef:
    """The card of a coding exercise: answered by ``quizzer grade``."""

    exercise: ExerciseId


Body: TypeAlias = Basic | Cloze | Choice | Order | Compute | Bug | Code | ExerciseRef


def feedback_on(body: Body, mistake: str) -> Text | None:
    """What a card says to whoever makes the named ``mistake``; None where it knows none, or only with values drawn."""
    if isinstance(body, Choice):
        return next((option.feedback for option in body.options if option.mistake == mistake), None)
    if not isinstance(body, Compute | Code):
        return None
    feedback = next((one.feedback for one in body.mistakes if one.mistake == mistake), None)
    # The feedback of a compute card is a template over what was drawn, and the draw is over.
    drawn = isinstance(body, Compute) and feedback is not None and any("{" in text for _, text in feedback.versions)
    return None if drawn else feedback


KIND_OF_BODY: Mapping[type, CardKind] = {
    Basic: CardKind.BASIC,
    Cloze: CardKind.CLOZE,
    Choice: CardKind.CHOICE,
    Order: CardKind.ORDER,
    Compute: CardKind.COMPUTE,
    Bug: CardKind.BUG,
    Code: CardKind.CODE,
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
    guid: str | None = None
    """What another program knows the note by; None for cards of files."""

    @property
    def kind(self) -> CardKind:
        return KIND_OF_BODY[type(self.body)]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a deck, the topics that should be known before it, and those that it is easily confused with."""

    id: TopicId
    requires: tuple[TopicId, ...] = ()
    confused_with: tuple[TopicId, ...] = ()


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
    order: int | None = None
    """Its author's wish for its place among decks that are read together, smallest first."""
