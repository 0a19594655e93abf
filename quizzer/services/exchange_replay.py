"""A history from another program, lived through again: each answer with the card before and after it.

The memory after each answer is what FSRS makes of the ratings; the last one is the other program's own where it
keeps one, so that the card goes on exactly from there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from quizzer.domain.exchange import OwnHistory
from quizzer.domain.memory import Learning, Memory, New, Progress, Rating, Relearning, Review, State, StudyDay
from quizzer.domain.review import AnswerRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.domain.card import CardId
    from quizzer.domain.exchange import ForeignHistory, PastReview, Standing
    from quizzer.domain.memory import Schedule
    from quizzer.scheduler.memory_model import MemoryModel

_LOWEST_STABILITY = 0.1


def replay(
    card_id: CardId, history: ForeignHistory, *, model: MemoryModel, day_of: Callable[[datetime], StudyDay]
) -> OwnHistory:
    """The history as quizzer would have stored it."""
    records: list[AnswerRecord] = []
    progress = Progress()
    for review in history.reviews:
        before = Progress(New(), progress.repetitions, progress.lapses) if review.starts_anew else progress
        records.append(_lived(card_id, before, review, model=model, day_of=day_of))
        progress = records[-1].after
    final = _final(history.standing, progress, day_of=day_of)
    if records:
        records[-1] = replace(records[-1], after=final)
    return OwnHistory(final, tuple(records))


def _lived(
    card_id: CardId, before: Progress, review: PastReview, *, model: MemoryModel, day_of: Callable[[datetime], StudyDay]
) -> AnswerRecord:
    schedule, today = before.schedule, day_of(review.answered_at)
    known = None if isinstance(schedule, New) else schedule
    gap = 0 if known is None else today - known.reviewed_on
    memories = model.next_memories(known.memory if known else None, elapsed_days=max(0, gap))
    after = _after(schedule, memories[review.rating], review, today=today)
    lapsed = review.rating is Rating.AGAIN and isinstance(schedule, Review)
    in_days = after.interval_days if isinstance(after, Review) else day_of(after.due_at) - today
    return AnswerRecord(
        card_id=card_id,
        rating=review.rating,
        before=before,
        after=Progress(after, before.repetitions + 1, before.lapses + lapsed),
        answered_at=review.answered_at,
        answered_on=today,
        interval_s=review.interval_s,
        elapsed_days=max(0, gap),
        scheduled_days=in_days,
        duration_s=review.duration_s,
        clock_went_back=gap < 0,
    )


def _after(
    schedule: Schedule, memory: Memory, review: PastReview, *, today: StudyDay
) -> Learning | Relearning | Review:
    if review.interval_days:
        due_on = StudyDay(today + review.interval_days)
        return Review(memory, review.interval_days, due_on, review.answered_at, today)
    steps = Learning if isinstance(schedule, New | Learning) else Relearning
    due_at = review.answered_at + timedelta(seconds=review.interval_s)
    return steps(memory, 0, due_at, review.answered_at, today)


def _final(standing: Standing, replayed: Progress, *, day_of: Callable[[datetime], StudyDay]) -> Progress:
    last = None if isinstance(replayed.schedule, New) else replayed.schedule
    memory = standing.memory or (last.memory if last else _guess(standing))
    reviewed_at = last.reviewed_at if last else standing.reviewed_at
    if standing.state is State.REVIEW:
        assert standing.due_on is not None
        begun_on = StudyDay(standing.due_on - standing.interval_days)
        at = reviewed_at or datetime.combine(date.fromordinal(begun_on), time(12), UTC)
        schedule: Schedule = Review(memory, standing.interval_days, standing.due_on, at, day_of(at))
    else:
        assert standing.due_at is not None
        at = reviewed_at or standing.due_at
        steps = Learning if standing.state is State.LEARNING else Relearning
        schedule = steps(memory, standing.step, standing.due_at, at, day_of(at))
    return Progress(schedule, standing.repetitions, standing.lapses)


def _guess(standing: Standing) -> Memory:
    """Without a log: recall is taken to be 90 % at the interval that the other program chose."""
    stability = float(standing.interval_days) if standing.state is State.REVIEW else _LOWEST_STABILITY
    return Memory(stability, standing.difficulty)
