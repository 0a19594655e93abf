"""A card as its author looks at it: asked and answered, with nobody there to answer."""

from __future__ import annotations

from dataclasses import dataclass

from quizzer.domain.marking import Mark
from quizzer.domain.question import Question


@dataclass(frozen=True, slots=True)
class Preview:
    """One card, asked and answered in one language; ``mark`` tells no right or wrong, since nobody answered."""

    question: Question
    mark: Mark
    why: str
