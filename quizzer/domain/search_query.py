"""What a search asks for: a tree of conditions on cards. Written by ``search_parse``, read by whoever finds cards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from quizzer.domain.card import CardKind
    from quizzer.domain.memory import Rating

Operator: TypeAlias = Literal["<", "<=", ">", ">=", "=", "!="]
OPERATORS: tuple[Operator, ...] = ("<=", ">=", "!=", "<", ">", "=")
"""Longest first: the order in which to look for them."""


class Column(StrEnum):
    """What a pattern is compared with."""

    DECK = "deck"
    TOPIC = "topic"
    TAG = "tag"
    ID = "id"


class Is(StrEnum):
    """What a card can be."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    DUE = "due"
    SUSPENDED = "suspended"
    BURIED = "buried"
    LEECH = "leech"
    FLAGGED = "flagged"
    MARKED = "marked"
    NOTED = "noted"


class Property(StrEnum):
    """A number that belongs to a card; all but the counts are missing for a new one."""

    STABILITY = "stability"
    DIFFICULTY = "difficulty"
    RETRIEVABILITY = "retrievability"
    LAPSES = "lapses"
    REPETITIONS = "repetitions"
    INTERVAL = "interval"
    DUE = "due"

    @property
    def counts(self) -> bool:
        """Whether it is a whole number."""
        return self in _WHOLE


_WHOLE = (Property.LAPSES, Property.REPETITIONS, Property.INTERVAL, Property.DUE)


@dataclass(frozen=True, slots=True)
class Words:
    """Text that a learner reads on the card, or wrote to it; never empty."""

    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A name, in which ``*`` stands for any characters."""

    column: Column
    pattern: str


@dataclass(frozen=True, slots=True)
class OfKind:
    """How the card asks."""

    kind: CardKind


@dataclass(frozen=True, slots=True)
class Being:
    """What the card is."""

    what: Is


@dataclass(frozen=True, slots=True)
class Flag:
    """The number of its flag, 0 for none."""

    number: int


@dataclass(frozen=True, slots=True)
class Compare:
    """A property compared with a number; ``=`` means equal as far as it was written, to ``decimals``."""

    name: Property
    operator: Operator
    value: float
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Rated:
    """Answered on one of the last ``days`` study days, today included, and so rated where ``rating`` says."""

    days: int
    rating: Rating | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """Came into the collection on one of the last ``days`` days, today included."""

    days: int


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever the part is not."""

    part: Query


@dataclass(frozen=True, slots=True)
class AllOf:
    """AllOf parts hold; without any, every card does."""

    parts: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the parts holds; there are two or more."""

    parts: tuple[Query, ...]


Query: TypeAlias = Words | Pattern | OfKind | Being | Flag | Compare | Rated | Added | Not | AllOf | AnyOf


def written(query: Query) -> str:
    """The query as somebody would type it; parsing that gives the same query."""
    return " ".join(map(_written, query.parts)) if isinstance(query, AllOf) else _written(query)


def quoted(text: str) -> str:
    """The text between double quotes, so that all of it is literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _written(query: Query) -> str:
    match query:
        case Not(part):
            return f"-{_written(part)}"
        case AllOf(parts):
            return f"({' '.join(map(_written, parts))})"
        case AnyOf(parts):
            return f"({' or '.join(map(_written, parts))})"
        case Words(text):
            return quoted(text)
        case Pattern(column, pattern):
            return f"{column.value}:{quoted(pattern)}"
        case Compare(name, operator, value, decimals):
            return f"prop:{name.value}{operator}{value:.{decimals}f}"
        case _:
            return _keyed(query)


def _keyed(query: OfKind | Being | Flag | Rated | Added) -> str:
    match query:
        case OfKind(kind):
            return f"kind:{kind.value}"
        case Being(what):
            return f"is:{what.value}"
        case Flag(number):
            return f"flag:{number}"
        case Rated(days, rating):
            return f"rated:{days}" if rating is None else f"rated:{days}:{rating.value}"
        case Added(days):
            return f"added:{days}"
