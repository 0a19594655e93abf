"""A card's progress as the columns of ``card_state``, as the log keeps them, and back.

The log holds the columns themselves (JSON, without those that are NULL): what an undo writes back is what was there.
Beside those that a wrong answer led to stand the named mistake that it was and the words that were typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
from quizzer.storage.rows import from_json, to_json
from quizzer.storage.times import from_ms, to_ms

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from quizzer.storage.connection import Value

_EMPTY: Mapping[str, Value] = {
    "stability": None,
    "difficulty": None,
    "step": None,
    "interval_days": None,
    "due_at_ms": None,
    "due_on": None,
    "reviewed_at_ms": None,
    "reviewed_on": None,
}

_MISTAKE, _TYPED = "mistake", "typed"

_NAMES = ("state", "repetitions", "lapses", *_EMPTY)


def columns_of(progress: Progress) -> dict[str, Value]:
    """The schedule columns of ``card_state``; instants are cut to milliseconds."""
    schedule = progress.schedule
    columns: dict[str, Value] = {
        "state": schedule.state.value,
        "repetitions": progress.repetitions,
        "lapses": progress.lapses,
        **_EMPTY,
    }
    if isinstance(schedule, New):
        return columns
    columns["stability"] = schedule.memory.stability
    columns["difficulty"] = schedule.memory.difficulty
    columns["reviewed_at_ms"] = to_ms(schedule.reviewed_at)
    columns["reviewed_on"] = schedule.reviewed_on
    if isinstance(schedule, Review):
        columns["interval_days"] = schedule.interval_days
        columns["due_on"] = schedule.due_on
    else:
        columns["step"] = schedule.step
        columns["due_at_ms"] = to_ms(schedule.due_at)
    return columns


def progress_of(row: sqlite3.Row | Mapping[str, Any]) -> Progress:
    """The progress that a row of ``card_state`` holds."""
    return Progress(_schedule(row), row["repetitions"], row["lapses"])


def stored_columns(row: sqlite3.Row) -> dict[str, Value]:
    """The schedule columns of a row of ``card_state`` as they are."""
    return {name: row[name] for name in _NAMES}


def to_log(columns: Mapping[str, Value], *, mistake: str | None = None, typed: str | None = None) -> str:
    """Schedule columns as the log keeps them, with the named mistake and the wrong words that led to them."""
    kept = {name: value for name, value in columns.items() if value is not None}
    if mistake is not None:
        kept[_MISTAKE] = mistake
    if typed is not None:
        kept[_TYPED] = typed
    return to_json(kept)


def from_log(logged: str) -> dict[str, Value]:
    """The schedule columns that ``to_log`` wrote."""
    columns = {**_EMPTY, **from_json(logged)}
    for name in (_MISTAKE, _TYPED):
        columns.pop(name, None)
    return columns


def logged_mistake(logged: str) -> str | None:
    """The named mistake that ``to_log`` wrote."""
    mistake: str | None = from_json(logged).get(_MISTAKE)
    return mistake


def logged_typed(logged: str) -> str | None:
    """The wrong words that ``to_log`` wrote."""
    typed: str | None = from_json(logged).get(_TYPED)
    return typed


def _schedule(row: sqlite3.Row | Mapping[str, Any]) -> Schedule:
    state = State(row["state"])
    if state is State.NEW:
        return New()
    memory = Memory(row["stability"], row["difficulty"])
    reviewed_at, reviewed_on = from_ms(row["reviewed_at_ms"]), StudyDay(row["reviewed_on"])
    if state is State.REVIEW:
        return Review(memory, row["interval_days"], StudyDay(row["due_on"]), reviewed_at, reviewed_on)
    steps = Learning if state is State.LEARNING else Relearning
    return steps(memory, row["step"], from_ms(row["due_at_ms"]), reviewed_at, reviewed_on)
