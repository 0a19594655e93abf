"""What the statistics say, as figures: counted, not yet worded or drawn. Pure data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from quizzer.domain.card import CardId, CardKind, DeckId, TopicId
from quizzer.domain.memory import Rating, State, StudyDay
from quizzer.domain.overview import Overview
from quizzer.domain.review import Retention
from quizzer.domain.text import Text

MATURE_DAYS = 21
"""A card whose interval is at least this long is mature, a review card with a shorter one young."""
STABILITY_EDGES = (1.0, 3.0, 7.0, 21.0, 60.0, 180.0, 365.0)
"""Days; below the first and from the last on, the bins are open."""
DIFFICULTY_EDGES = (2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0)


class Phase(StrEnum):
    """What a card was when it was answered."""

    NEW = "new"
    LEARNING = "learning"
    """In learning or relearning steps."""
    YOUNG = "young"
    MATURE = "mature"


class AnswerCount(NamedTuple):
    """Answers that found their card in the same state, with the same rating: how many, and how long they took.

    ``mature`` is how many of them found a mature card.
    """

    state: State
    rating: Rating
    number: int
    mature: int
    duration_ms: int


class Repeat(NamedTuple):
    """An answer to a card in review that had been answered that day already: true retention leaves it out."""

    on: StudyDay
    place: int
    rating: Rating
    mature: bool


class LoggedMistake(NamedTuple):
    """A wrong answer that stood for a named mistake; ``right_since``: the card was answered right on a later day."""

    name: str
    card: CardId
    topic: TopicId
    on: StudyDay
    right_since: bool


class Place(NamedTuple):
    """What a card is counted by."""

    deck: DeckId
    topic: TopicId
    kind: CardKind


class StandingCount(NamedTuple):
    """Cards of a place in one state; ``active`` is False for those whose past is counted and present is not."""

    place: int
    active: bool
    state: State
    number: int


_NOTHING = Retention(0, 0)


@dataclass(frozen=True, slots=True)
class Tally:
    """A set of answers, counted. ``young`` and ``mature`` are true retention: first answers of a day only."""

    buttons: Mapping[Phase, Mapping[Rating, int]] = field(default_factory=dict)
    duration_s: float = 0.0
    young: Retention = _NOTHING
    mature: Retention = _NOTHING

    @property
    def answers(self) -> int:
        return sum(self.rated(rating) for rating in Rating)

    @property
    def right(self) -> int:
        """Answers that were not Again."""
        return self.answers - self.rated(Rating.AGAIN)

    @property
    def new(self) -> int:
        """Cards that were answered for the first time."""
        return sum(self.buttons.get(Phase.NEW, {}).values())

    @property
    def reviews(self) -> int:
        """Answers to graduated cards."""
        return sum(sum(self.buttons.get(phase, {}).values()) for phase in (Phase.YOUNG, Phase.MATURE))

    @property
    def retention(self) -> Retention:
        """True retention of young and mature cards together."""
        return Retention(self.young.remembered + self.mature.remembered, self.young.total + self.mature.total)

    def rated(self, rating: Rating) -> int:
        """How often this button was pressed."""
        return sum(buttons.get(rating, 0) for buttons in self.buttons.values())


@dataclass(frozen=True, slots=True)
class Span:
    """The answers of the study days from ``since`` to ``until``, both included."""

    since: StudyDay
    until: StudyDay
    tally: Tally


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of a deck, a topic or a kind: how many stand in review or relearning, and their answers."""

    name: str
    deck: DeckId | None
    cards: int
    learned: int
    tally: Tally
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Histogram:
    """``counts`` has one bin more than there are ``edges``: below the first, between two, from the last on."""

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    median: float | None


@dataclass(frozen=True, slots=True)
class Streak:
    """Study days in a row."""

    current: int
    longest: int


@dataclass(frozen=True, slots=True)
class Misconception:
    """A named mistake that a learner has made on cards of a topic.

    It is ``held`` until each of these cards was answered right on a later day: minutes after the answer was shown it
    proves nothing. ``feedback`` is what the last card says to whoever makes it, None where it has no fixed words.
    """

    name: str
    topic: TopicId
    cards: tuple[CardId, ...]
    times: int
    last_on: StudyDay
    held: bool
    feedback: Text | None


class Unit(StrEnum):
    """What a span is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Everything at one moment, over all decks or one.

    ``by_day`` has the days with answers in ``weeks`` (from Monday) and ``months``, which are those that the last year
    touches (the last ``days``, if that is longer); ``window`` and the groups cover the last ``days``, as does
    ``course``, in spans of one ``course_unit``; ``recent`` covers today and the last 7, 30 and 365 days. Spans end
    with today.
    """

    overview: Overview
    deck: DeckId | None
    days: int
    streak: Streak
    by_day: Mapping[StudyDay, Tally]
    today: Tally
    window: Tally
    course: tuple[Span, ...]
    course_unit: Unit
    recent: tuple[Span, ...]
    weeks: tuple[Span, ...]
    months: tuple[Span, ...]
    decks: tuple[Group, ...]
    topics: tuple[Group, ...]
    kinds: tuple[Group, ...]
    weakest: tuple[Group, ...]
    stability: Histogram
    difficulty: Histogram
    misconceptions: tuple[Misconception, ...] = ()
