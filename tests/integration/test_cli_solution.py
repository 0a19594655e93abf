"""``quizzer exercise solution``: after a success, or early with --reveal, which counts."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pexpect
import pytest

from small_content import RIGHT

if TYPE_CHECKING:
    from conftest import Program

EARLY = ("exercise", "solution", "double")


def reviews(program: Program) -> list[tuple[int]]:
    connection = sqlite3.connect(program.database)
    try:
        return connection.execute("SELECT rating FROM review_log").fetchall()
    finally:
        connection.close()


def test_it_is_not_shown_before_the_exercise_is_solved(student: Program) -> None:
    refused = student(*EARLY)
    chinese = student(*EARLY, "--lang", "zh-CN")

    assert (refused.code, chinese.code) == (1, 1)
    assert refused.out == chinese.out == ""
    assert "--reveal shows it now and counts as Again" in refused.err
    assert "会按“重来”计入" in chinese.err
    assert reviews(student) == []


def test_after_a_success_it_is_shown_with_the_explanation_and_counts_nothing(student: Program) -> None:
    file = student.folder / "double.py"
    file.write_text(RIGHT)
    assert student("grade", file).code == 0

    shown = student(*EARLY)

    assert shown.code == 0
    assert "def double(x)" in shown.out
    assert "Twice x is x + x." in shown.out
    assert reviews(student) == [(3,)]


def test_a_reveal_without_a_terminal_needs_yes(student: Program) -> None:
    refused = student(*EARLY, "--reveal")

    assert refused.code == 2
    assert "add --yes" in refused.err
    assert refused.out == ""
    assert reviews(student) == []


def test_a_reveal_shows_it_and_counts_as_again(student: Program) -> None:
    shown = student(*EARLY, "--reveal", "--yes", "--lang", "zh-CN")

    assert shown.code == 0
    assert "def double(x)" in shown.out
    assert "两倍就是 x + x。" in shown.out
    assert "参考解答" in shown.out
    assert "1 天后再次出现" in shown.err
    assert reviews(student) == [(1,)]


def test_the_object_has_the_promised_names(student: Program) -> None:
    refused = student(*EARLY, "--json")
    shown = student(*EARLY, "--reveal", "--yes", "--json")

    names = ["schema_version", "exercise", "shown", "solved", "revealed", "returns_in_s", "solution", "explanation"]
    assert list(refused.json) == list(shown.json) == names
    assert (refused.code, refused.json["shown"], refused.json["solution"]) == (1, False, None)
    assert (shown.code, shown.json["shown"], shown.json["revealed"]) == (0, True, True)
    assert shown.json["returns_in_s"] == 86_400
    assert "def double(x)" in shown.json["solution"]
    assert shown.json["explanation"] == "Twice x is x + x."


@pytest.mark.parametrize(("answer", "code", "counted"), [("y", 0, [(1,)]), ("n", 1, [])])
def test_at_a_terminal_the_learner_is_asked(student: Program, answer: str, code: int, counted: list[object]) -> None:
    command = [*student.command, *EARLY, "--reveal"]
    terminal = pexpect.spawn(command[0], command[1:], env=student.environ, cwd=str(student.folder), encoding="utf-8")

    terminal.expect_exact("Show the solution? It counts as Again", timeout=60)
    terminal.sendline(answer)
    terminal.expect(pexpect.EOF, timeout=60)
    terminal.close()

    assert terminal.exitstatus == code
    assert ("def double(x)" in terminal.before) == (answer == "y")
    assert reviews(student) == counted
