"""A card's progress as plain values and back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from quizzer.domain.codec.plain import Plain, instant, reading
from quizzer.domain.memory import (
    Learning,
    Memory,
    New,
    Progress,
    Relearning,
    Review,
    Schedule,
    State,
    StudyDay,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def progress_to_plain(progress: Progress) -> Plain:
    """A card's progress as JSON values."""
    schedule = progress.schedule
    plain: Plain = {
        "state": schedule.state.value,
        "repetitions": progress.repetitions,
        "lapses": progress.lapses,
    }
    if isinstance(schedule, New):
        return plain
    plain |= {
        "stability": schedule.memory.stability,
        "difficulty": schedule.memory.difficulty,
        "reviewed_at": instant(schedule.reviewed_at),
        "reviewed_on": schedule.reviewed_on,
    }
    if isinstance(schedule, Review):
        return plain | {"interval_days": schedule.interval_days, "due_on": schedule.due_on}
    return plain | {"step": schedule.step, "due_at": instant(schedule.due_at)}


def progress_from_plain(plain: Mapping[str, Any]) -> Progress:
    """The progress that ``progress_to_plain`` wrote; CodecError otherwise."""
    return reading("progress", _progress, plain)


def _progress(plain: Mapping[str, Any]) -> Progress:
    return Progress(_schedule(plain), plain["repetitions"], plain["lapses"])


def _schedule(plain: Mapping[str, Any]) -> Schedule:
    state = State(plain["state"])
    if state is State.NEW:
        return New()
    memory = Memory(plain["stability"], plain["difficulty"])
    reviewed_at, reviewed_on = datetime.fromisoformat(plain["reviewed_at"]), StudyDay(plain["reviewed_on"])
    if state is State.REVIEW:
        return Review(memory, plain["interval_days"], StudyDay(plain["due_on"]), reviewed_at, reviewed_on)
    steps = Learning if state is State.LEARNING else Relearning
    return steps(memory, plain["step"], datetime.fromisoformat(plain["due_at"]), reviewed_at, reviewed_on)
