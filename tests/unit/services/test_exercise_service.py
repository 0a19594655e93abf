"""Finding, starting and taking hints for exercises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.content import read_library
from quizzer.domain.errors import EnvironmentProblem, UsageError
from quizzer.domain.memory import StudyDay
from quizzer.services.exercises import find_exercise, list_exercises, next_hint, start_exercise
from quizzer.storage.store import Store, open_store
from small_content import STARTER, write_content

TODAY = StudyDay(739_000)
TOMORROW = StudyDay(739_001)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    library = read_library([write_content(tmp_path / "content")])
    with open_store(tmp_path / "quizzer.db") as opened:
        with opened.write() as tx:
            at = datetime(2026, 3, 1, tzinfo=UTC)
            tx.apply_content(library.decks, library.exercises, origin="t", retire_missing=True, at=at)
        yield opened


def test_a_misspelt_exercise_is_answered_with_the_nearest(store: Store) -> None:
    assert [one.id for one in list_exercises(store)] == ["double"]

    with pytest.raises(UsageError, match="'duoble'") as caught:
        find_exercise(store, "duoble")

    assert caught.value.hint == "did you mean double?"


def test_hints_come_weakest_first_and_the_last_stays(store: Store) -> None:
    exercise = find_exercise(store, "double")

    hints = [next_hint(store, exercise, today=TODAY) for _ in range(3)]

    assert [(hint.number, hint.total, hint.is_last) for hint in hints if hint] == [
        (1, 2, False),
        (2, 2, True),
        (2, 2, True),
    ]
    assert hints[0] is not None
    assert hints[0].text.in_("en") == "Which operator multiplies?"


def test_hints_begin_anew_each_day(store: Store) -> None:
    exercise = find_exercise(store, "double")
    next_hint(store, exercise, today=TODAY)

    hint = next_hint(store, exercise, today=TOMORROW)

    assert hint is not None
    assert hint.number == 1


def test_a_starter_goes_into_the_workspace_and_is_never_overwritten(store: Store, tmp_path: Path) -> None:
    exercise = find_exercise(store, "double")
    workspace = tmp_path / "deep" / "workspace"
    first = start_exercise(exercise, workspace=workspace, out=None)
    first.path.write_text("my work")

    second = start_exercise(exercise, workspace=workspace, out=None)

    assert (first.written, second.written) == (True, False)
    assert first.path == second.path == workspace / "double.py"
    assert first.path.read_text() == "my work"


def test_a_starter_can_be_put_anywhere_but_over_a_file(store: Store, tmp_path: Path) -> None:
    exercise = find_exercise(store, "double")
    mine = tmp_path / "new" / "mine.py"
    start_exercise(exercise, workspace=tmp_path, out=mine)
    assert mine.read_text() == STARTER
    mine.write_text("my work")

    with pytest.raises(UsageError, match="exists already"):
        start_exercise(exercise, workspace=tmp_path, out=mine)

    assert mine.read_text() == "my work"


def test_a_folder_to_put_it_in_keeps_the_usual_name(store: Store, tmp_path: Path) -> None:
    placed = start_exercise(find_exercise(store, "double"), workspace=tmp_path / "w", out=tmp_path)

    assert placed.path == tmp_path / "double.py"


def test_a_place_that_cannot_be_written_is_explained(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(EnvironmentProblem, match="cannot write"):
        start_exercise(find_exercise(store, "double"), workspace=tmp_path, out=tmp_path / "file" / "x.py")
