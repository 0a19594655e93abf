"""What can go wrong in a check: the property does not hold, or the learner's code raised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Message: TypeAlias = str | Mapping[str, str]
"""A sentence for the learner: English, or a mapping of language tag to sentence."""


def in_languages(message: Message) -> dict[str, str]:
    """The message as a mapping; a plain string stands for both languages."""
    return {"en": message, "zh-CN": message} if isinstance(message, str) else dict(message)


class CheckFailed(Exception):  # noqa: N818 - reads as what it says in a check
    """The property does not hold; ``message`` tells the learner what was expected and what came."""

    def __init__(self, message: Message) -> None:
        self.message = in_languages(message)
        super().__init__(self.message.get("en", ""))


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the learner's own code in a traceback; ``number`` counts from 1.

    ``caret`` marks a part of ``text``, from one character up to another. ``repeats`` says that this line and those
    before it, so many in all, follow again so many times.
    """

    number: int
    function: str
    text: str
    caret: tuple[int, int] | None = None
    repeats: tuple[int, int] | None = None


class Link(StrEnum):
    """What an exception has to do with the one told before it."""

    NONE = ""
    CAUSE = "cause"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Raised:
    """One exception of a chain or a group; ``members`` are those that a group holds."""

    type_name: str
    message: str
    lines: tuple[SourceLine, ...] = ()
    link: Link = Link.NONE
    members: tuple[Raised, ...] = ()


@dataclass(eq=False)
class RemoteError(Exception):
    """The learner's code raised: what, and where in the learner's own lines."""

    type_names: tuple[str, ...]
    """The names of the exception's class and its bases, nearest first."""
    message: str = ""
    lines: tuple[SourceLine, ...] = field(default=())
    out_of_memory: bool = False
    asked: Mapping[str, str] | None = None
    """What the check asked for when it was raised, where the check says so."""
    chain: tuple[Raised, ...] = ()
    """What led to it, oldest first, and itself as the last."""

    def __str__(self) -> str:
        return f"{self.type_names[0] if self.type_names else 'Exception'}: {self.message}"
