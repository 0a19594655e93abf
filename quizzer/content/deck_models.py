"""The format of deck files, as docs/formats.md describes it: deck.yaml and the kinds of cards.

Rules that run for every card tell the kinds apart by ``type(entry) is``: pydantic's isinstance is ten times as slow.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, FiniteFloat

from quizzer.content.schema import Code, Entry, Identifier, Slug, Translated, Values, Word, Written
from quizzer.domain.card import AnswerType


class TopicEntry(Entry):
    """A topic, what should be known before it, and what it is taken for."""

    subject = "topic"
    id: Word
    requires: list[Word] = Field(default_factory=list)
    confused_with: list[Word] = Field(default_factory=list)


class DeckEntry(Entry):
    """deck.yaml."""

    subject = "deck"
    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: Slug
    version: Word
    title: Translated
    description: Translated
    licence: Word
    order: Annotated[int, Field(ge=1, le=9999)] | None = None
    topics: Annotated[list[TopicEntry], Field(min_length=1)]


class CardsFile(Entry):
    """A file of cards; each is checked by the model of its own kind."""

    subject = "file of cards"
    cards: Annotated[list[Any], Field(min_length=1)]


class CardEntry(Entry):
    """What every card has."""

    subject = "card"
    advice: ClassVar[Mapping[str, str]] = {
        "id": "quizzer deck ids --write puts one in",
        "topic": "one of those in deck.yaml",
        "why": "what is shown after each answer: the reason",
        "source": "where the claim comes from: a page, or 'run' where 'verify' shows it",
    }
    id: Slug
    kind: str
    topic: Word
    requires: list[Word] = Field(default_factory=list)
    tags: list[Word] = Field(default_factory=list)
    verify: Code | None = None
    why: Translated | None = None
    source: Written | None = None
    translated: Word | None = None


class ExplainedEntry(CardEntry):
    """What every card has that asks something itself."""

    why: Translated
    source: Written


class PromptedEntry(ExplainedEntry):
    """A card whose question is a text of its own."""

    prompt: Translated


class BasicEntry(PromptedEntry):
    """Question and answer."""

    subject = "basic card"
    answer: Translated


class ClozeEntry(ExplainedEntry):
    """A sentence with deletions."""

    subject = "cloze card"
    text: Translated
    accept: list[Written] = Field(default_factory=list)


class OptionEntry(Entry):
    """An option of a choice card."""

    subject = "option"
    text: Translated
    correct: bool = False
    mistake: Slug | None = None
    feedback: Translated | None = None


class TriedEntry(PromptedEntry):
    """A card whose options or lines may be code that is run to prove it, between ``setup`` and ``check``."""

    setup: Code | None = None
    check: Code | None = None


class ChoiceEntry(TriedEntry):
    """A question with options."""

    subject = "choice card"
    options: Annotated[list[OptionEntry], Field(min_length=3, max_length=5)]


class OrderEntry(TriedEntry):
    """Lines to put in order."""

    subject = "order card"
    lines: Annotated[list[Code], Field(min_length=2, max_length=12)]
    before: Annotated[list[Annotated[list[int], Field(min_length=2, max_length=2)]], Field(min_length=1)]


class ParameterEntry(Entry):
    """What a parameter is drawn from: a range of whole numbers, or a list of values."""

    subject = "parameter"
    range: Annotated[list[int], Field(min_length=2, max_length=3)] | None = None
    choice: Values | None = None


class MistakeEntry(Entry):
    """A typical wrong answer, named and answered."""

    subject = "mistake"
    mistake: Slug
    feedback: Translated


class ComputeMistakeEntry(MistakeEntry):
    """A typical wrong answer of a compute card."""

    answer: Written


class ComputeEntry(PromptedEntry):
    """A question drawn afresh at each review."""

    subject = "compute card"
    parameters: Annotated[dict[Identifier, ParameterEntry], Field(min_length=1)]
    where: list[Written] = Field(default_factory=list)
    derive: dict[Identifier, Written] = Field(default_factory=dict)
    answer: Written
    answer_type: AnswerType
    tolerance: Annotated[FiniteFloat, Field(gt=0)] | None = None
    mistakes: list[ComputeMistakeEntry] = Field(default_factory=list)


class BugEntry(PromptedEntry):
    """Code with one wrong line."""

    subject = "bug card"
    code: Code
    line: int
    fix: Code
    setup: Code | None = None
    check: Code
    error: Written | None = None


class CodeMistakeEntry(MistakeEntry):
    """A typical wrong line of a code card."""

    code: Code


class CodeEntry(PromptedEntry):
    """A line of code to type."""

    subject = "code card"
    cases: Annotated[list[Code], Field(min_length=1, max_length=6)]
    answer: Code
    compare: Annotated[list[Written], Field(min_length=1, max_length=8)]
    accept: list[Code] = Field(default_factory=list)
    mistakes: list[CodeMistakeEntry] = Field(default_factory=list)
    tolerance: Annotated[FiniteFloat, Field(gt=0)] | None = None


class ExerciseCardEntry(CardEntry):
    """The card of a coding exercise."""

    subject = "exercise card"
    exercise: Slug


CARD_ENTRIES: Mapping[str, type[CardEntry]] = {
    "basic": BasicEntry,
    "cloze": ClozeEntry,
    "choice": ChoiceEntry,
    "order": OrderEntry,
    "compute": ComputeEntry,
    "bug": BugEntry,
    "code": CodeEntry,
    "exercise": ExerciseCardEntry,
}
"""The model of each kind of card, by the word that authors write."""
