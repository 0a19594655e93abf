"""Where Anki left a card, and what it logged, in quizzer's terms.

Anki's units: a card in review is due on a day counted from the collection's first; one in learning at a second or,
between days, on such a day too. FSRS keeps its memory in ``cards.data``; a package may claim anything there, so what
is not finite or not in range is no memory.
"""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from quizzer.domain.exchange import ForeignHistory, PastReview, Remark, Standing
from quizzer.domain.memory import Memory, Rating, State, StudyDay
from quizzer.interchange.calendar import LONGEST_INTERVAL_DAYS, LONGEST_STEP, instant_of_ms

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from quizzer.interchange.calendar import Calendar
    from quizzer.interchange.collection import Collection, RawCard, RawReview

LOWEST_STABILITY, HIGHEST_STABILITY = 0.001, 36_500.0
LOWEST_DIFFICULTY, HIGHEST_DIFFICULTY = 1.0, 10.0
STEP_KEY = "qstep"
"""Where quizzer's own packages keep the number of a card's step, in Anki's custom data."""

_STATES = {1: State.LEARNING, 2: State.REVIEW, 3: State.RELEARNING}
_CRAM, _MANUAL, _RESCHEDULED = 3, 4, 5
_SECONDS_NOT_DAYS = 1_000_000_000
_USUAL_EASE, _EASE_PER_DIFFICULTY, _USUAL_DIFFICULTY = 2500, 240, 5.0
_MAX_DURATION_MS = 3_600_000
_DAY_S = 86_400


def history_of(
    card: RawCard, collection: Collection, *, calendar: Calendar, remarks: Counter[Remark]
) -> ForeignHistory | None:
    """The standing and reviews of a card; None for one that is new."""
    state = _STATES.get(card.type)
    if state is None:
        return None
    data = _data(card.data)
    memory = memory_of(data.get("s"), data.get("d"))
    remarks[Remark.MEMORY_REFUSED] += memory is None and "s" in data
    reviewed = data.get("lrt")
    due = card.odue if card.odid and card.odue else card.due
    standing = Standing(
        state=state,
        repetitions=max(0, card.reps),
        lapses=max(0, card.lapses),
        difficulty=_difficulty_of_ease(card.factor),
        memory=memory,
        reviewed_at=_past(reviewed * 1000 if isinstance(reviewed, int) else 0, calendar),
        interval_days=min(max(1, card.ivl), LONGEST_INTERVAL_DAYS),
        due_on=calendar.near(first_day(collection, calendar) + due),
        due_at=_due_at(due, collection.created_s, calendar),
        step=_step(data),
    )
    reviews = past_reviews(collection.reviews.get(card.id, ()), calendar=calendar, remarks=remarks)
    return ForeignHistory(standing, reviews)


def memory_of(stability: Any, difficulty: Any) -> Memory | None:
    """A memory that FSRS can go on from; None for numbers that are none, not finite or out of range."""
    if not all(type(value) in (int, float) and math.isfinite(value) for value in (stability, difficulty)):
        return None
    in_range = LOWEST_STABILITY <= stability <= HIGHEST_STABILITY and (
        LOWEST_DIFFICULTY <= difficulty <= HIGHEST_DIFFICULTY
    )
    return Memory(float(stability), float(difficulty)) if in_range else None


def first_day(collection: Collection, calendar: Calendar) -> StudyDay:
    """The day that due numbers count from: the date, where the collection was made, on which it was made."""
    created = instant_of_ms(collection.created_s * 1000) or calendar.now
    minutes_west = collection.config.get("creationOffset")
    if isinstance(minutes_west, int) and abs(minutes_west) < 24 * 60:
        return StudyDay((created - timedelta(minutes=minutes_west)).date().toordinal())
    return calendar.day_of(created)


def past_reviews(rows: Sequence[RawReview], *, calendar: Calendar, remarks: Counter[Remark]) -> tuple[PastReview, ...]:
    """The answers among the log's rows, oldest first; what was set by hand or only crammed is none."""
    found: list[PastReview] = []
    starts_anew = False
    for row in rows:
        if row.type in (_MANUAL, _RESCHEDULED) or row.ease == 0:
            starts_anew |= row.type == _MANUAL and row.factor == 0
            continue
        if row.type == _CRAM and row.factor == 0:
            continue
        at = _past(row.id, calendar)
        if at is None or row.ease not in tuple(Rating):
            remarks[Remark.REVIEWS_REFUSED] += 1
            continue
        found.append(_review(row, at, starts_anew=starts_anew))
        starts_anew = False
    return tuple(found)


def _review(row: RawReview, at: datetime, *, starts_anew: bool) -> PastReview:
    days = min(row.ivl, LONGEST_INTERVAL_DAYS) if row.ivl > 0 else None
    wait_s = float(days * _DAY_S) if days else min(float(max(1, -row.ivl)), LONGEST_STEP.total_seconds())
    return PastReview(
        rating=Rating(row.ease),
        answered_at=at,
        duration_s=min(max(0, row.time_ms), _MAX_DURATION_MS) / 1000,
        interval_s=wait_s,
        interval_days=days,
        starts_anew=starts_anew,
    )


def _past(at_ms: int, calendar: Calendar) -> datetime | None:
    at = instant_of_ms(at_ms)
    return at if at is not None and calendar.is_past(at) else None


def _due_at(due: int, created_s: int, calendar: Calendar) -> datetime:
    at_s = due if due > _SECONDS_NOT_DAYS else created_s + due * _DAY_S
    at = instant_of_ms(at_s * 1000)
    latest = calendar.now + LONGEST_STEP
    return calendar.now if at is None else min(max(at, datetime(2000, 1, 1, tzinfo=UTC)), latest)


def _difficulty_of_ease(factor: int) -> float:
    """Anki's ease per mille as a difficulty: 250 % is 5, 130 % is 10."""
    ease = factor or _USUAL_EASE
    guess = _USUAL_DIFFICULTY + (_USUAL_EASE - ease) / _EASE_PER_DIFFICULTY
    return min(max(guess, LOWEST_DIFFICULTY), HIGHEST_DIFFICULTY)


def _data(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _step(data: dict[str, Any]) -> int:
    custom = _data(data["cd"]) if isinstance(data.get("cd"), str) else {}
    step = custom.get(STEP_KEY)
    return step if isinstance(step, int) and 0 <= step < 100 else 0  # noqa: PLR2004 - more steps than anybody sets
