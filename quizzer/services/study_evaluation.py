"""What torch computed for a card, as marking wants it: texts, like those that a learner types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.domain.card import Compute
from quizzer.domain.marking import answer_as_text

if TYPE_CHECKING:
    from quizzer.services.study_torch import Evaluation
    from quizzer.services.study_turn import Turn


def derived(evaluation: Evaluation | None) -> dict[str, str]:
    """The derived values of a compute card as its texts show them."""
    return {name: answer_as_text(value) for name, value in evaluation.derived.items()} if evaluation else {}


def expected(turn: Turn, evaluation: Evaluation | None) -> str | None:
    """The right answer of a compute card; None for other cards, whose answer marking knows."""
    body = turn.asked.question.card.body
    if evaluation is None or not isinstance(body, Compute):
        return None
    return answer_as_text(evaluation.answer, kind=body.answer_type)


def mistaken(turn: Turn, evaluation: Evaluation | None) -> tuple[str | None, ...]:
    """What each named mistake of a compute card gives; None where it gives nothing."""
    body = turn.asked.question.card.body
    if evaluation is None or not isinstance(body, Compute):
        return ()
    values = evaluation.mistakes
    return tuple(None if value is None else answer_as_text(value, kind=body.answer_type) for value in values)
