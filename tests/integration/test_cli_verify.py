"""``quizzer verify``: an author's proof, from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from small_content import rewrite, write_content

if TYPE_CHECKING:
    from conftest import Program

ANOTHER = "# caught-by: {check}\ndef double(x):\n    return {value}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The exercise ``double``, with wrong solutions for each of its checks."""
    there = write_content(tmp_path / "content") / "exercises/basics/double"
    wrong = there / "submissions/wrong_answer"
    (wrong / "flat.py").write_text(ANOTHER.format(check="keeps_shape", value="(x * 2).flatten()"), encoding="utf-8")
    (wrong / "squares.py").write_text(ANOTHER.format(check="doubles", value="x * x"), encoding="utf-8")
    return there


def test_what_is_proved_says_so_in_one_row_and_exits_with_0(quizzer: Program, folder: Path) -> None:
    ran = quizzer("verify", folder, "--seeds", "3")

    assert ran.code == 0, ran.err
    assert "double" in ran.out
    assert "proved" in ran.out
    assert "1 of 1 exercises proved." in ran.out
    assert ran.err == ""


def test_a_weakened_check_lets_a_mutant_through_and_is_told_with_file_and_seed(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "checks.py", "expect.close(learner.double(x), x * 2)", "expect.tensor(learner.double(x))")

    ran = quizzer("verify", folder, "--seeds", "2")

    assert ran.code == 1
    assert "NOT PROVED" in ran.out
    assert "submissions/wrong_answer/triples.py --seed 1000 [survives]" in ran.out
    assert "no check notices it; 'doubles' should" in ran.out


def test_a_check_that_refuses_a_right_solution_is_told_with_what_it_said(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "submissions/accepted/adds.py", "x + x", "x * 2.5")

    ran = quizzer("verify", folder, "--seeds", "2", "--json")

    assert ran.code == 1
    (finding,) = [one for one in ran.json["exercises"][0]["findings"] if not one["warning"]]
    assert (finding["code"], finding["path"]) == ("rejected", "submissions/accepted/adds.py")
    assert "1.25 times" in finding["message"]


def test_a_check_that_breaks_is_nobodys_proof(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "checks.py", "x = case.randn(3, 4)", "x = case.random(3, 4)")

    ran = quizzer("verify", folder, "--seeds", "1")

    assert ran.code == 4
    assert "[judge-error]" in ran.out


def test_a_starter_that_passes_and_an_idle_check_are_told(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "starter.py", 'raise NotImplementedError("write double")', "return x * 2")
    (folder / "submissions/wrong_answer/flat.py").unlink()

    ran = quizzer("verify", folder, "--seeds", "1", "--json")

    assert ran.code == 1
    assert {one["code"] for one in ran.json["exercises"][0]["findings"]} == {
        "starter-passes",
        "idle-check",
        "few-mutants",
    }


def test_a_wrong_answer_that_no_longer_runs_is_a_warning_with_its_exception(quizzer: Program, folder: Path) -> None:
    wrong = folder / "submissions/wrong_answer/misspelt.py"
    wrong.write_text(ANOTHER.format(check="doubles", value="y * 3"), encoding="utf-8")

    ran = quizzer("verify", folder, "--seeds", "2", "--json")

    assert ran.code == 0
    told = {one["path"]: one for one in ran.json["exercises"][0]["findings"] if one["code"] == "only-errors"}
    assert list(told) == ["submissions/wrong_answer/misspelt.py"]
    assert told["submissions/wrong_answer/misspelt.py"]["warning"]
    assert "NameError: name 'y' is not defined" in told["submissions/wrong_answer/misspelt.py"]["message"]


def test_an_exercise_that_cannot_be_read_does_not_stop_the_others(quizzer: Program, folder: Path) -> None:
    broken = folder.parent / "broken"
    broken.mkdir()
    (broken / "exercise.yaml").write_text("schema: 2\n", encoding="utf-8")

    ran = quizzer("verify", folder.parent, "--seeds", "1")

    assert ran.code == 3
    assert "broken/exercise.yaml:1:9" in ran.out
    assert "1 of 2 exercises proved." in ran.out


def test_where_nothing_can_be_read_only_the_problems_are_shown(quizzer: Program, tmp_path: Path) -> None:
    (tmp_path / "exercise.yaml").write_text("schema: 2\n", encoding="utf-8")

    lines = quizzer("verify", tmp_path).out.splitlines()

    assert lines[0].startswith(f"{tmp_path}/")
    assert lines[-1] == "0 of 1 exercises proved."
    assert "" not in lines


def test_only_one_solution_for_the_edit_loop(quizzer: Program, folder: Path) -> None:
    ran = quizzer("verify", folder, "--only", "flat.py", "--seeds", "1", "--seed", "7", "--json")

    assert ran.code == 0
    (solution,) = ran.json["exercises"][0]["solutions"]
    assert (solution["path"], solution["always"]) == ("submissions/wrong_answer/flat.py", ["doubles", "keeps_shape"])
    assert ran.json["seeds"] == [7]


def test_the_matrix_shows_who_catches_what(quizzer: Program, folder: Path) -> None:
    ran = quizzer("verify", folder, "--seeds", "1", "--matrix")

    rows = {line.split()[0]: line.split()[1:] for line in ran.out.splitlines() if line.startswith("  ")}
    assert rows["flat"] == ["x", "●"]
    assert rows["squares"] == ["●", "."]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such-exercise"], "no exercise and no deck there"),
        (["--only", "nothing.py", "dropout"], "no solution's path and no card's id ends in"),
    ],
)
def test_what_leads_nowhere_is_a_mistake_of_usage(quizzer: Program, arguments: list[str], said: str) -> None:
    ran = quizzer("verify", *arguments)

    assert ran.code == 2
    assert said in ran.err


def test_the_first_failure_ends_it_where_that_is_wanted(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "submissions/wrong_answer/triples.py", "x * 3", "x * 2")

    ran = quizzer("verify", folder, "dropout", "--seeds", "1", "--fail-fast", "--json")

    assert ran.code == 1
    assert [one["exercise"] for one in ran.json["exercises"]] == ["double"]


def test_a_built_in_exercise_goes_by_its_id_and_in_chinese(quizzer: Program) -> None:
    ran = quizzer("verify", "conv2d-shape", "--only", "reference.py", "--seeds", "1", "--lang", "zh-CN")

    assert ran.code == 0
    assert "1 个练习中有 1 个通过验证。" in ran.out


def test_known_mistakes_are_written_and_then_told_to_whoever_makes_them(learner: Program, folder: Path) -> None:
    told = "# caught-by: doubles\n# mistake: You seem to triple.\n# mistake[zh-CN]: 你似乎乘了 3。\n"
    rewrite(folder / "submissions/wrong_answer/triples.py", "# caught-by: doubles\n", told)
    (folder / "submissions/wrong_answer/squares.py").unlink()
    mine = folder.parent / "mine.py"
    mine.write_text("# quizzer: double\ndef double(x):\n    return x + x + x\n", encoding="utf-8")

    written = learner("verify", folder, "--seeds", "2", "--write")
    again = learner("verify", folder, "--seeds", "2", "--write")
    learner("deck", "import", folder.parents[2])
    graded = learner("grade", mine)
    chinese = learner("grade", mine, "--json", "--lang", "zh-CN")

    assert (written.code, written.err) == (0, "1 files of known mistakes written.\n")
    assert again.err == "0 files of known mistakes written.\n"
    assert "Perhaps: You seem to triple." in graded.out
    assert chinese.json["diagnosis"] == "你似乎乘了 3。"


def test_an_exercise_that_is_not_proved_gets_no_file(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "submissions/wrong_answer/triples.py", "x * 3", "x * 2")

    ran = quizzer("verify", folder, "--seeds", "1", "--write")

    assert ran.code == 1
    assert not (folder / "mistakes.json").exists()


def test_a_draw_on_which_the_named_check_misses_is_told_also_where_it_runs_alone(
    quizzer: Program, folder: Path
) -> None:
    """``triples`` is caught by luck: only where the first number drawn is above -0.5."""
    rewrite(folder / "checks.py", "x = case.randn(3, 4)", "x = case.randn(3, 4)\n    x = x * (x[0, 0] > -0.5)")

    ran = quizzer("verify", folder, "--only", "triples.py", "--seeds", "20", "--json")
    whole = quizzer("verify", folder, "--only", "triples.py", "--seeds", "20", "--json", "--matrix")

    (solution,) = ran.json["exercises"][0]["solutions"]
    (finding,) = [one for one in ran.json["exercises"][0]["findings"] if not one["warning"]]
    assert ran.code == 1
    assert solution["verdicts"].count("AC") > 1
    assert (finding["code"], finding["seed"]) == ("survives", 1000 + solution["verdicts"].index("AC"))
    assert whole.json["exercises"][0]["solutions"][0]["verdicts"] == solution["verdicts"]
