"""What a learner does to cards beside answering them, as it is logged and taken back; where a card stands by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from quizzer.domain.card import CardId, ExerciseId
    from quizzer.domain.memory import StudyDay

ActId = NewType("ActId", int)
"""A row of the log of acts; larger is later."""

MARKED_TAG = "marked"
LEECH_TAG = "leech"
"""Tags with a meaning of their own; they are the learner's, never an author's to give."""

FLAGS = 7
"""Flags are numbered 1 to 7; 0 is no flag."""


class ActKind(StrEnum):
    """What was done; LEECH and CREDIT are done by an answer, and taken back with it."""

    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    FLAG = "flag"
    MARK = "mark"
    UNMARK = "unmark"
    TAG = "tag"
    UNTAG = "untag"
    BURY = "bury"
    UNBURY = "unbury"
    REMARK = "remark"
    LEECH = "leech"
    CREDIT = "credit"


OF_AN_ANSWER = frozenset({ActKind.LEECH, ActKind.CREDIT})


@dataclass(frozen=True, slots=True)
class UndoneAct:
    """The act that an undo took out of the log; ``cards`` stand again where they stood before it."""

    act_id: ActId
    kind: ActKind
    cards: tuple[CardId, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the learner made of a card, its schedule aside; ``tags`` are the author's and the learner's."""

    suspended: bool = False
    flag: int = 0
    tags: tuple[str, ...] = ()
    buried_until: StudyDay | None = None
    """The first study day that it may come back on; long past days are kept until the next burial."""
    remark: str = ""
    retired: bool = False

    @property
    def marked(self) -> bool:
        return MARKED_TAG in self.tags

    @property
    def leech(self) -> bool:
        return LEECH_TAG in self.tags


@dataclass(frozen=True, slots=True)
class Leech:
    """A card that was just forgotten once too often, and exercises that practise its topic."""

    card_id: CardId
    lapses: int
    exercises: tuple[ExerciseId, ...]


def next_flag(flag: int) -> int:
    """The flag after this one; none after the last."""
    return (flag + 1) % (FLAGS + 1)
