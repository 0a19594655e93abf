"""Coding exercises as a learner uses them: find one, put its starter somewhere, take the next hint."""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.card import ExerciseId
from quizzer.domain.errors import EnvironmentProblem, UsageError
from quizzer.domain.memory import Rating
from quizzer.services.study_starter import Placed, place_starter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.domain.exercise import Exercise
    from quizzer.domain.library import ExerciseSummary
    from quizzer.domain.memory import StudyDay
    from quizzer.domain.review import ReviewId
    from quizzer.domain.text import Text
    from quizzer.storage.store import Store, Transaction


@dataclass(frozen=True, slots=True)
class Hint:
    """One graded hint; ``number`` counts from 1 and ``is_last`` says that the next call repeats it."""

    number: int
    total: int
    text: Text

    @property
    def is_last(self) -> bool:
        return self.number == self.total


def list_exercises(store: Store) -> tuple[ExerciseSummary, ...]:
    """All exercises that are in use."""
    with store.read() as tx:
        return tuple(tx.exercises())


def find_exercise(store: Store, name: str) -> Exercise:
    """The exercise called ``name``.

    Raises:
        UsageError: there is none; the hint names the one that was probably meant.
    """
    with store.read() as tx:
        exercise = tx.exercise(ExerciseId(name))
        if exercise is not None:
            return exercise
        known = [summary.id for summary in tx.exercises()]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]}?" if near else "the list: quizzer exercise list"
    raise UsageError(f"there is no exercise {name!r}", hint=hint)


def start_exercise(exercise: Exercise, *, workspace: Path, out: Path | None) -> Placed:
    """Put the starter into the workspace, or at ``out`` (a folder or a new file); never over a file.

    Raises:
        UsageError: ``out`` is a file that exists.
        EnvironmentProblem: it cannot be written there.
    """
    if out is None or out.is_dir():
        return place_starter(exercise, out or workspace)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(exercise.starter)
    except FileExistsError:
        if not out.parent.is_dir():
            raise EnvironmentProblem(f"cannot write {out}: {out.parent} is not a folder") from None
        raise UsageError(f"{out} exists already, and is left as it is", hint="choose another name with --out") from None
    except OSError as problem:
        raise EnvironmentProblem(f"cannot write {out}: {problem.strerror}") from None
    return Placed(out, written=True)


def next_hint(store: Store, exercise: Exercise, *, today: StudyDay) -> Hint | None:
    """The next hint of today, weakest first; taking it is recorded, and makes a success count as hard.

    None where the exercise has no hints. After the last one, the last one again.
    """
    if not exercise.hints:
        return None
    with store.write() as tx:
        taken = hints_taken(tx, exercise.id, today=today)
        number = min(taken + 1, len(exercise.hints))
        tx.set_setting(_setting(exercise.id), json.dumps({"day": today, "taken": number}))
    return Hint(number, len(exercise.hints), exercise.hints[number - 1])


def hints_taken(tx: Transaction, exercise_id: ExerciseId, *, today: StudyDay) -> int:
    """How many hints of the exercise were taken on this study day."""
    stored = tx.setting(_setting(exercise_id))
    record = json.loads(stored) if stored else {}
    return int(record["taken"]) if record.get("day") == today else 0


def is_solved(tx: Transaction, exercise_id: ExerciseId) -> bool:
    """Whether any version of the exercise was ever solved."""
    return any(summary.accepted for summary in tx.exercises() if summary.id == exercise_id)


def note_reveal(tx: Transaction, exercise_id: ExerciseId, *, today: StudyDay, reviews: Sequence[ReviewId]) -> None:
    """Record that the solution was shown before the exercise was solved, and the answers that this counted as."""
    tx.set_setting(_reveal_setting(exercise_id), json.dumps({"day": today, "reviews": list(reviews)}))


def was_revealed(tx: Transaction, exercise_id: ExerciseId, *, today: StudyDay) -> bool:
    """Whether the solution was shown on this study day before the exercise was solved, and that was not taken back."""
    stored = tx.setting(_reveal_setting(exercise_id))
    record = json.loads(stored) if stored else {}
    if record.get("day") != today:
        return False
    counted_as, cards = record.get("reviews", ()), tx.exercise_cards(exercise_id)
    # An undo removes the answer, and its number is given to the next one.
    kept = (row for row in tx.review_rows(today) if row.card_id in cards and row.rating is Rating.AGAIN)
    return not counted_as or any(row.id in counted_as for row in kept)


def _setting(exercise_id: ExerciseId) -> str:
    return f"hints:{exercise_id}"


def _reveal_setting(exercise_id: ExerciseId) -> str:
    return f"revealed:{exercise_id}"
