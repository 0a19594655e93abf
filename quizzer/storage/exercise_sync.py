"""Exercises brought in line with what was read; versions that judged a submission stay for ever."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.domain.codec.judging import exercise_to_plain
from quizzer.storage.rows import to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.card import ExerciseId
    from quizzer.domain.exercise import Exercise
    from quizzer.storage.connection import Connection

STORED = """
SELECT e.id, e.version, e.origin, e.active, v.content
FROM exercise e JOIN exercise_version v ON v.exercise_id = e.id AND v.version = e.version
"""

# The version is the hash of what judges; a better hint or title under the same version replaces the text.
PUT_VERSION = """
INSERT INTO exercise_version (exercise_id, version, added_at_ms, content)
VALUES (:id, :version, :at_ms, :content)
ON CONFLICT (exercise_id, version) DO UPDATE SET content = excluded.content
"""

PUT_EXERCISE = """
INSERT INTO exercise (id, version, origin, active, title, kind, difficulty, topics, max_score)
VALUES (:id, :version, :origin, :active, :title, :kind, :difficulty, :topics, :max_score)
ON CONFLICT (id) DO UPDATE SET version = excluded.version, origin = excluded.origin, active = excluded.active,
 title = excluded.title, kind = excluded.kind, difficulty = excluded.difficulty, topics = excluded.topics,
 max_score = excluded.max_score
"""

RETIRE_EXERCISE = "UPDATE exercise SET active = :active WHERE id = :id"


@dataclass(slots=True)
class ExerciseChanges:
    """Ids by what happened to them."""

    added: list[ExerciseId] = field(default_factory=list)
    changed: list[ExerciseId] = field(default_factory=list)
    retired: list[ExerciseId] = field(default_factory=list)


def sync_exercises(
    connection: Connection,
    exercises: Sequence[Exercise],
    *,
    origin: str,
    retire_missing: bool,
    at_ms: int,
) -> ExerciseChanges:
    """Store the exercises as they now are; with ``retire_missing``, retire those that ``origin`` lost."""
    stored = {row["id"]: row for row in connection.rows(STORED)}
    changes = ExerciseChanges()
    for exercise in exercises:
        row = stored.pop(exercise.id, None)
        content = to_json(exercise_to_plain(exercise))
        if row is None or not row["active"]:
            changes.added.append(exercise.id)
        elif row["content"] != content:
            changes.changed.append(exercise.id)
        elif row["origin"] == origin:
            continue
        _put(connection, exercise, content=content, origin=origin, at_ms=at_ms)
    for row in stored.values():
        if retire_missing and row["active"] and row["origin"] == origin:
            connection.run(RETIRE_EXERCISE, id=row["id"], active=False)
            changes.retired.append(row["id"])
    return changes


def _put(connection: Connection, exercise: Exercise, *, content: str, origin: str, at_ms: int) -> None:
    connection.run(PUT_VERSION, id=exercise.id, version=exercise.version, at_ms=at_ms, content=content)
    connection.run(
        PUT_EXERCISE,
        id=exercise.id,
        version=exercise.version,
        origin=origin,
        active=True,
        title=to_json(exercise.title.plain()),
        kind=exercise.kind.value,
        difficulty=exercise.difficulty,
        topics=to_json(list(exercise.topics)),
        max_score=exercise.max_score,
    )
