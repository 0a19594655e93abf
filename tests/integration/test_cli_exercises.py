"""``quizzer exercise``: list, show, start, hint; in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Program

NAMED = {"dropout", "fix-missing-zero-grad", "conv2d-shape"}


def test_the_exercises_are_listed_with_their_state(learner: Program) -> None:
    listed = learner("exercise", "list", "--json")

    assert listed.code == 0, listed.err
    exercises = {one["id"]: one for one in listed.json["exercises"]}
    assert set(exercises) >= NAMED
    assert not any(one["accepted"] or one["submissions"] for one in exercises.values())


def test_the_statement_is_shown_in_the_chosen_language(learner: Program) -> None:
    english = learner("exercise", "show", "dropout")
    chinese = learner("exercise", "show", "dropout", "--lang", "zh-CN")

    assert "Write dropout yourself" in english.out
    assert "实现" in chinese.out
    assert "quizzer exercise start dropout" in english.err


def test_the_object_of_an_exercise_hides_checks_and_reference(learner: Program) -> None:
    shown = learner("exercise", "show", "dropout", "--json").json

    assert shown["hints"] > 0
    assert shown["starter"].startswith("# quizzer: dropout\n")
    assert not {"checks", "reference", "accepted", "mutants"} & set(shown)
    assert "def scales_survivors" not in str(shown)


def test_a_starter_is_written_once_and_never_overwritten(learner: Program) -> None:
    first = learner("exercise", "start", "dropout")
    path = learner.home / "workspace" / "dropout.py"
    assert first.code == 0
    assert str(path) in first.out
    assert f"quizzer grade {path}" in first.err
    path.write_text("# my work\n")

    second = learner("exercise", "start", "dropout")

    assert second.code == 0
    assert "left as it is" in second.out
    assert path.read_text() == "# my work\n"


def test_a_file_named_by_out_is_not_overwritten_either(learner: Program) -> None:
    mine = learner.folder / "notes.py"
    mine.write_text("# notes\n")

    refused = learner("exercise", "start", "dropout", "--out", mine)

    assert refused.code == 2
    assert "exists already" in refused.err
    assert mine.read_text() == "# notes\n"


def test_hints_go_on_from_call_to_call(learner: Program) -> None:
    hints = [learner("exercise", "hint", "dropout", "--json").json for _ in range(2)]

    assert [hint["number"] for hint in hints] == [1, 2]
    assert hints[0]["hint"] != hints[1]["hint"]


def test_an_unknown_exercise_is_wrong_usage_with_a_suggestion(learner: Program) -> None:
    refused = learner("exercise", "show", "dropuot")

    assert refused.code == 2
    assert "did you mean dropout?" in refused.err
