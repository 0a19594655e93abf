"""Putting a starter into the workspace never costs a learner their work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import ExerciseId
from quizzer.domain.errors import EnvironmentProblem
from quizzer.domain.exercise import Exercise, ExerciseKind
from quizzer.domain.text import Text
from quizzer.services.study_starter import begin_anew, place_starter

if TYPE_CHECKING:
    from pathlib import Path

EXERCISE = Exercise(
    ExerciseId("conv2d-shape"), "v1", Text.of("Shape"), ExerciseKind.COMPUTE, 1, (), (), Text.of("…"),
    "# quizzer: conv2d-shape\n# 形状\n", (), "", "",
)  # fmt: skip


def test_the_starter_is_written_under_a_name_that_python_can_import(tmp_path: Path) -> None:
    placed = place_starter(EXERCISE, tmp_path / "work" / "shop")

    assert placed.written
    assert placed.path == tmp_path / "work" / "shop" / "conv2d_shape.py"
    assert placed.path.read_text(encoding="utf-8") == EXERCISE.starter


def test_a_file_that_exists_is_left_alone(tmp_path: Path) -> None:
    place_starter(EXERCISE, tmp_path).path.write_text("my own work")

    placed = place_starter(replace(EXERCISE, starter="newer"), tmp_path)

    assert not placed.written
    assert placed.path.read_text() == "my own work"


def test_a_folder_in_the_way_is_explained(tmp_path: Path) -> None:
    (tmp_path / "conv2d_shape.py").mkdir()

    with pytest.raises(EnvironmentProblem, match="in the way"):
        place_starter(EXERCISE, tmp_path)


def test_a_workspace_that_is_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(EnvironmentProblem):
        place_starter(EXERCISE, tmp_path / "file" / "deeper")


def test_beginning_anew_keeps_each_file_under_a_name_of_its_own_that_nobody_watches(tmp_path: Path) -> None:
    path = place_starter(EXERCISE, tmp_path).path
    path.write_text("first")
    first = begin_anew(EXERCISE, path, today="2026-03-02")
    path.write_text("second")

    second = begin_anew(EXERCISE, path, today="2026-03-02")

    assert (first.name, second.name) == ("conv2d_shape.py.2026-03-02", "conv2d_shape.py.2026-03-02-2")
    assert (first.read_text(), second.read_text()) == ("first", "second")
    assert path.read_text(encoding="utf-8") == EXERCISE.starter
    assert list(tmp_path.rglob("*.py")) == [path]


def test_where_the_old_file_cannot_be_kept_it_stays(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="cannot be kept"):
        begin_anew(EXERCISE, tmp_path / "gone.py", today="2026-03-02")

    assert list(tmp_path.iterdir()) == []
