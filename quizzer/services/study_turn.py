"""One turn of a session: a card asked, revealed and rated, and the record that its answer becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizzer.domain.act import Standing
from quizzer.domain.card import CardKind
from quizzer.domain.memory import Rating
from quizzer.domain.review import MAX_TYPED, AnswerRecord
from quizzer.scheduler.answers import becomes_leech
from quizzer.scheduler.rating import TYPICAL_CARD_S, rate_answer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from quizzer.domain.card import CardId
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.marking import Mark
    from quizzer.domain.memory import Progress
    from quizzer.domain.question import Question
    from quizzer.scheduler.answers import Outcome
    from quizzer.scheduler.moment import Moment
    from quizzer.scheduler.options import SchedulerOptions
    from quizzer.services.study_queue import Ticket

LONGEST_ANSWER_S = 300.0
"""Whoever leaves the desk is not thinking: longer answers count as this long."""
LONGEST_EXERCISE_S = 3600.0
"""The same for an exercise: its code takes longer."""
_TYPICAL_S = {CardKind.ORDER: 45.0, CardKind.COMPUTE: 40.0, CardKind.BUG: 45.0, CardKind.CODE: 60.0}
_PLAIN = Standing()
_TYPED = (CardKind.CLOZE, CardKind.COMPUTE, CardKind.BUG, CardKind.CODE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A card in front of the learner; ``exercise`` is set for the card of an exercise."""

    question: Question
    progress: Progress
    exercise: Exercise | None = None
    standing: Standing = _PLAIN


@dataclass(frozen=True, slots=True)
class Revealed:
    """The answer, and what each allowed rating will store; ``proposed`` is the one that Enter takes."""

    mark: Mark
    why: str
    outcomes: Mapping[Rating, Outcome]
    proposed: Rating
    remark: str = ""
    """What the learner wrote to the card."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The first accepted run of an exercise since it was asked: the attempts before it, and the learner's time."""

    failed_runs: int
    worked_s: float


@dataclass(slots=True)
class Turn:
    """The card in front of the learner and what has happened to it so far."""

    ticket: Ticket
    asked: Asked
    shown_at: datetime
    hints: int = 0
    revealed: Revealed | None = None
    moment: Moment | None = None
    """When the outcomes of ``revealed`` were computed: the instant that they count from."""
    solved: Solved | None = None
    waited_s: float = 0.0
    """How long the learner had to wait for the judge."""

    @property
    def key(self) -> tuple[CardId, int]:
        """One asking of one card: what it is shown again by after an undo."""
        return self.ticket.card_id, self.asked.progress.repetitions


def propose_rating(turn: Turn, *, correct: bool | None, thought_s: float) -> Rating:
    """The rating that Enter takes: Easy is never proposed, it is the learner's to say."""
    if correct is None:
        return Rating.HARD if turn.hints else Rating.GOOD
    typical_s = _TYPICAL_S.get(turn.asked.question.card.kind, TYPICAL_CARD_S)
    rating = rate_answer(correct=correct, hinted=turn.hints > 0, duration_s=thought_s, typical_s=typical_s)
    return min(rating, Rating.GOOD)


def rehearsed(revealed: Revealed) -> Revealed:
    """What can be chosen where nothing is stored: once more, or well enough."""
    outcomes: dict[Rating, Outcome] = {
        rating: to for rating, to in revealed.outcomes.items() if rating in (Rating.AGAIN, Rating.GOOD)
    }
    proposed = Rating.GOOD if revealed.proposed > Rating.AGAIN else Rating.AGAIN
    return replace(revealed, outcomes=outcomes, proposed=proposed)


def answer_record(turn: Turn, *, rating: Rating, now: datetime, options: SchedulerOptions) -> AnswerRecord:
    """What is stored when ``rating`` is chosen; ValueError if it cannot be chosen now."""
    if turn.revealed is None or turn.moment is None or rating not in turn.revealed.outcomes:
        raise ValueError(f"{rating!r} cannot be chosen now")
    outcome = turn.revealed.outcomes[rating]
    return AnswerRecord(
        card_id=turn.ticket.card_id,
        rating=rating,
        before=turn.asked.progress,
        after=outcome.progress,
        answered_at=turn.moment.now,
        answered_on=turn.moment.today,
        interval_s=outcome.interval_s,
        elapsed_days=outcome.elapsed_days,
        scheduled_days=outcome.scheduled_days,
        duration_s=_duration_s(turn, now=now),
        correct=turn.revealed.mark.correct,
        mistake=turn.revealed.mark.mistake,
        typed=_wrong_words(turn),
        hints=turn.hints,
        clock_went_back=outcome.clock_went_back,
        leech=becomes_leech(turn.asked.progress, outcome.progress, options=options),
    )


def _duration_s(turn: Turn, *, now: datetime) -> float:
    longest_s = LONGEST_ANSWER_S if turn.asked.exercise is None else LONGEST_EXERCISE_S
    took_s = (now - turn.shown_at).total_seconds() - turn.waited_s
    return min(max(0.0, turn.solved.worked_s if turn.solved else took_s), longest_s)


def _wrong_words(turn: Turn) -> str | None:
    """What the learner typed where it was wrong: what authors learn most from."""
    mark = turn.revealed.mark if turn.revealed is not None else None
    if mark is None or mark.correct is not False or turn.asked.question.card.kind not in _TYPED:
        return None
    return " ".join(mark.typed.split())[:MAX_TYPED] or None
