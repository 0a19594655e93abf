"""``quizzer verify --mutate``: changes of the reference that no check notices, from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from small_content import rewrite, write_content

if TYPE_CHECKING:
    from conftest import Program

WEAK = ("expect.close(learner.double(x), x * 2)", "expect.that((learner.double(x) * x >= 0).all(), 'a sign')")
MARK = """\
schema: 1
equivalent:
  - operator: {operator}
    line: "return x * 2"
    becomes: "return {becomes}"
    reason: "the sign is the same"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The exercise ``double``, whose reference is ``return x * 2``."""
    return write_content(tmp_path / "content") / "exercises/basics/double"


def mark(folder: Path, operator: str, becomes: str) -> None:
    text = MARK.format(operator=operator, becomes=becomes)
    (folder / "equivalent.yaml").write_text(text, encoding="utf-8")


def outcomes(ran: Program) -> dict[str, str]:
    (exercise,) = ran.json["exercises"]
    return {one["after"]: one["outcome"] for one in exercise["variants"]}


def test_checks_that_notice_every_change_earn_the_whole_score(quizzer: Program, folder: Path) -> None:
    ran = quizzer("verify", folder, "--mutate", "--strict")

    assert ran.code == 0, ran.err
    assert "100.0%" in ran.out
    assert "survived:" not in ran.out


def test_a_weakened_check_fails_and_the_surviving_mutants_are_named(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "checks.py", *WEAK)

    ran = quizzer("verify", folder, "--mutate", "--strict", "--seeds", "2")

    assert ran.code == 1
    assert "submissions/accepted/reference.py:2:12 [factor-dropped] survived: x * 2 becomes x\n" in ran.out
    assert "    - return x * 2\n    + return x\n" in ran.out
    assert "reference.py:2:14 [other-sign] survived: * becomes /\n" in ran.out


def test_survivors_alone_are_no_failure_unless_somebody_is_strict(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "checks.py", *WEAK)

    ran = quizzer("verify", folder, "--mutate", "--seeds", "1")

    assert ran.code == 0
    assert "[factor-dropped] survived" in ran.out


def test_a_program_reads_each_mutant_with_its_lines_and_who_caught_it(quizzer: Program, folder: Path) -> None:
    ran = quizzer("verify", folder, "--mutate", "--seeds", "2", "--seed", "7", "--json")

    (exercise,) = ran.json["exercises"]
    sign = next(one for one in exercise["variants"] if one["operator"] == "other-sign")
    assert ran.json["schema_version"] == 1
    assert ran.json["seeds"] == [7, 8]
    assert (exercise["mutants"], exercise["caught"], exercise["score"]) == (4, 4, 1.0)
    assert (sign["line"], sign["column"], sign["before"], sign["after"]) == (2, 14, "return x * 2", "return x / 2")
    assert (sign["outcome"], sign["caught_by"], sign["verdicts"]) == ("caught", ["doubles"], ["WA", "WA"])


def test_what_the_author_has_said_to_be_no_mistake_does_not_count(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "checks.py", *WEAK)
    mark(folder, "other-constant", "x * 3")

    ran = quizzer("verify", folder, "--mutate", "--seeds", "1", "--json")

    (exercise,) = ran.json["exercises"]
    (marked,) = [one for one in exercise["variants"] if one["outcome"] == "equivalent"]
    assert (marked["after"], marked["why"]) == ("return x * 3", "the sign is the same")
    assert (exercise["mutants"], exercise["equivalent"], exercise["survived"]) == (4, 1, 2)


def test_a_check_can_refute_the_author(quizzer: Program, folder: Path) -> None:
    mark(folder, "other-constant", "x * 3")

    ran = quizzer("verify", folder, "--mutate", "--seeds", "1", "--strict")

    assert ran.code == 1
    assert "[other-constant] refuted: 2 becomes 3\n" in ran.out
    assert "    doubles: " in ran.out


def test_marks_that_cannot_be_read_stop_it_with_their_place(quizzer: Program, folder: Path) -> None:
    mark(folder, "other-konstant", "x * 3")

    ran = quizzer("verify", folder, "--mutate")

    assert ran.code == 3
    assert "equivalent.yaml:3:15 E329 there is no operator 'other-konstant'" in ran.out + ran.err


def test_a_mutant_that_only_some_draws_refuse_is_no_catch(quizzer: Program, folder: Path) -> None:
    """``x`` is caught only where the first number drawn is above -0.5."""
    rewrite(folder / "checks.py", "x = case.randn(3, 4)", "x = case.randn(3, 4)\n    x = x * (x[0, 0] > -0.5)")

    ran = quizzer("verify", folder, "--mutate", "--seeds", "20", "--json")

    assert outcomes(ran)["return x"] == "sometimes"
    assert ran.json["exercises"][0]["score"] < 1


def test_a_check_that_breaks_says_nothing_of_a_mutant(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "checks.py", "x = case.randn(3, 4)", "x = case.random(3, 4)")

    ran = quizzer("verify", folder, "--mutate", "--seeds", "1")

    assert ran.code == 4
    assert "[factor-dropped] judge-error: x * 2 becomes x\n" in ran.out
    assert "    doubles: " in ran.out


def test_a_reference_that_is_refused_makes_every_mutant_worthless(quizzer: Program, folder: Path) -> None:
    rewrite(folder / "submissions/accepted/reference.py", "x * 2", "x * 2.5")

    ran = quizzer("verify", folder, "--mutate", "--seeds", "1")

    assert ran.code == 1
    assert "submissions/accepted/reference.py is refused on seed 1000: WA" in ran.out


def test_every_accepted_solution_may_be_changed_and_a_limit_draws_from_them(quizzer: Program, folder: Path) -> None:
    ran = quizzer("verify", folder, "--mutate-all", "--seeds", "1", "--json")
    two = [quizzer("verify", folder, "--mutate", "--limit", "2", "--seeds", "1", "--json") for _ in range(2)]
    page = quizzer("verify", folder, "--mutate", "--limit", "2", "--seeds", "1", "--lang", "zh-CN")

    paths = {one["path"] for one in ran.json["exercises"][0]["variants"]}
    assert paths == {"submissions/accepted/reference.py", "submissions/accepted/adds.py"}
    assert [one.json["exercises"][0]["left_out"] for one in two] == [2, 2]
    assert outcomes(two[0]) == outcomes(two[1])
    assert "另有 2 个未评测" in page.out


def test_an_exercise_that_cannot_be_read_does_not_stop_the_others(quizzer: Program, folder: Path) -> None:
    broken = folder.parent / "broken"
    broken.mkdir()
    (broken / "exercise.yaml").write_text("schema: 2\n", encoding="utf-8")

    ran = quizzer("verify", folder.parent, "--mutate", "--seeds", "1")

    assert ran.code == 3
    assert "100.0%" in ran.out
    assert "broken/exercise.yaml:1:9" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--strict"], "--strict is for mutants"),
        (["--limit", "3"], "--limit is for mutants"),
        (["--mutate", "--matrix"], "--matrix does not go with --mutate"),
        (["--mutate", "--fail-fast"], "--fail-fast does not go with --mutate"),
    ],
)
def test_options_that_make_no_sense_together_are_refused(quizzer: Program, arguments: list[str], said: str) -> None:
    ran = quizzer("verify", "dropout", *arguments)

    assert ran.code == 2
    assert said in ran.err
