"""Every built-in exercise has a student edition that is worth having: it tells right from wrong and keeps the traps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizzer.content import find_exercises, read_exercise
from quizzer.content.student import student_files
from quizzer.domain.exercise import Exercise
from quizzer.domain.proof import first_finding
from quizzer.grader.client import Grader
from quizzer.services.verify import Plan, groups_of, prove_solutions

ROOT = Path(__file__).resolve().parents[2] / "exercises"
FOLDERS = {folder.name: folder for folder in find_exercises(ROOT)}
PLAN = Plan(seeds=(1000,), now=datetime(2026, 1, 1, tzinfo=UTC))

every_exercise = pytest.mark.parametrize("name", FOLDERS)


def edition_of(name: str, tmp_path: Path) -> tuple[Exercise, Exercise]:
    """The exercise, and its student edition as a student reads it."""
    whole = read_exercise(FOLDERS[name])
    folder = tmp_path / name
    folder.mkdir()
    for path, text in student_files(FOLDERS[name], whole).items():
        (folder / path).write_text(text, encoding="utf-8")
    return whole, read_exercise(folder)


@every_exercise
def test_an_exercise_shows_students_a_few_checks_and_keeps_most(name: str, tmp_path: Path) -> None:
    whole, edition = edition_of(name, tmp_path)

    assert 1 <= len(edition.checks) <= 2
    assert edition.withheld == len(whole.checks) - len(edition.checks)
    assert edition.withheld >= 2


@pytest.mark.slow
@every_exercise
def test_a_student_edition_accepts_the_solutions_and_rejects_the_starter(
    name: str, tmp_path: Path, bench: Grader
) -> None:
    whole, edition = edition_of(name, tmp_path)
    judged = replace(edition, accepted=whole.accepted, reference=whole.reference)

    proved = [one for group in groups_of(judged, PLAN) for one in prove_solutions(bench, judged, group, PLAN)]

    assert len(proved) == len(whole.accepted) + 1
    findings = [finding for one in proved if (finding := first_finding(one)) is not None and not finding.warning]
    assert [f"{one.path}: {one.message}" for one in findings] == []
