"""Results as JSON objects: an interface, so names and types stay. Times are ISO 8601 in UTC."""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from quizzer.domain.errors import Diagnostic
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.library import DeckSummary, ExerciseSummary, SyncReport
    from quizzer.domain.text import Text
    from quizzer.domain.verdict import CheckResult, GradeResult

SCHEMA_VERSION = 1


def dumps(value: Mapping[str, Any]) -> bytes:
    """One object as UTF-8, whatever the terminal's encoding, with ``schema_version`` first."""
    text = json.dumps({"schema_version": SCHEMA_VERSION, **value}, ensure_ascii=False, indent=2, allow_nan=False)
    # A submission's message may carry a lone surrogate, which has no UTF-8 form.
    return text.encode("utf-8", errors="replace")


def instant(moment: datetime) -> str:
    """An aware time as ISO 8601 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def grade_object(result: GradeResult, *, language: str) -> dict[str, Any]:
    """The object of ``grade --json``."""
    return {
        "exercise": result.exercise,
        "verdict": result.verdict.value,
        "accepted": result.accepted,
        "score": result.score,
        "max_score": result.max_score,
        "isolation": result.isolation,
        "device": result.device,
        "torch_version": result.torch_version,
        "seed": result.seed,
        "duration_s": round(result.duration_s, 4),
        "checks": [_check_object(check, result, language=language) for check in result.checks],
        "diagnosis": _plain(result.diagnosis, language),
        "withheld": result.withheld,
    }


def _check_object(check: CheckResult, result: GradeResult, *, language: str) -> dict[str, Any]:
    # A check that had no turn says why the whole run ended, so that no verdict comes without a reason.
    message = check.message or (None if check.verdict.accepted else result.message)
    return {
        "id": check.id,
        "title": check.title.in_(language),
        "verdict": check.verdict.value,
        "points": check.points,
        "max_points": check.max_points,
        "message": _plain(message, language),
        "hint": _plain(check.hint, language),
    }


def _plain(text: Text | None, language: str) -> str | None:
    return None if text is None else text.in_(language)


def decks_object(decks: Iterable[DeckSummary], *, language: str) -> dict[str, Any]:
    """The object of ``deck list --json``."""
    return {
        "decks": [
            {
                "id": deck.id,
                "title": deck.title.in_(language),
                "version": deck.version,
                "cards": deck.cards,
                "new": deck.new,
                "learned": deck.learned,
                "due": deck.due,
            }
            for deck in decks
        ]
    }


def exercises_object(exercises: Iterable[ExerciseSummary], *, language: str) -> dict[str, Any]:
    """The object of ``exercise list --json``."""
    return {
        "exercises": [
            {
                "id": one.id,
                "title": one.title.in_(language),
                "kind": one.kind.value,
                "difficulty": one.difficulty,
                "topics": list(one.topics),
                "max_score": one.max_score,
                "submissions": one.submissions,
                "accepted": one.accepted,
            }
            for one in exercises
        ]
    }


def exercise_object(exercise: Exercise, *, language: str) -> dict[str, Any]:
    """The object of ``exercise show --json``; nothing hidden of the exercise is in it."""
    return {
        "id": exercise.id,
        "title": exercise.title.in_(language),
        "kind": exercise.kind.value,
        "difficulty": exercise.difficulty,
        "topics": list(exercise.topics),
        "max_score": exercise.max_score,
        "entry_points": [{"name": one.name, "signature": one.signature} for one in exercise.entry_points],
        "forbidden": list(exercise.forbidden),
        "limits": {
            "call_s": exercise.limits.call_s,
            "run_s": exercise.limits.run_s,
            "memory_mib": exercise.limits.memory_mib,
        },
        "hints": len(exercise.hints),
        "statement": exercise.statement.in_(language),
        "starter": exercise.starter,
    }


def solution_object(
    exercise: Exercise, *, shown: bool, solved: bool, returns_in_s: float | None, language: str
) -> dict[str, Any]:
    """The object of ``exercise solution --json``; ``revealed`` says that it was shown before it was solved."""
    explanation = exercise.explanation if shown else None
    return {
        "exercise": exercise.id,
        "shown": shown,
        "solved": solved,
        "revealed": shown and not solved,
        "returns_in_s": returns_in_s,
        "solution": exercise.reference if shown else None,
        "explanation": _plain(explanation, language),
    }


def sync_object(report: SyncReport) -> dict[str, Any]:
    """The object of ``deck import --json``: ids, in the order of the files."""
    return {
        "added": list(report.added),
        "changed": list(report.changed),
        "retired": list(report.retired),
        "unchanged": len(report.unchanged),
        "exercises_added": list(report.exercises_added),
        "exercises_changed": list(report.exercises_changed),
        "exercises_retired": list(report.exercises_retired),
    }


def diagnostic_object(diagnostic: Diagnostic) -> dict[str, Any]:
    """One entry of ``deck lint --json``."""
    return {
        "path": diagnostic.location.path,
        "line": diagnostic.location.line,
        "column": diagnostic.location.column,
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
