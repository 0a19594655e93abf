"""``quizzer grade`` for a class: every submission a row, each format for its reader, nothing stored, nothing lost."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pexpect
import pytest

from class_work import hand_in
from processes import descendants, until
from small_content import RIGHT

if TYPE_CHECKING:
    from conftest import Program

pytestmark = pytest.mark.slow


@pytest.fixture
def teacher(student: Program) -> Program:
    return student


@pytest.fixture
def work(teacher: Program) -> Path:
    return hand_in(teacher.folder / "work")


def rows(text: str) -> dict[str, Any]:
    return {row["student"]: row for row in map(json.loads, text.splitlines())}


def test_each_submission_has_a_row_whatever_the_others_are_like(teacher: Program, work: Path) -> None:
    graded = teacher("grade", work, "--student-from", "parent", "--format", "ndjson", "--seed", "3")

    assert graded.code == 3
    told = rows(graded.out)
    verdicts = {student: row["verdict"] for student, row in told.items()}
    assert verdicts == {
        "ann": "AC", "ben": "WA", "cai": "RTE", "dan": "RTE", "eve": None, "fay": None, "gil": None, "hal": None,
    }  # fmt: skip
    assert told["ben"]["seed"] == 3
    assert "which exercise" in told["eve"]["problem"]
    assert "no-such-exercise" in told["fay"]["problem"]
    assert "empty" in told["gil"]["problem"]
    assert "line 2: not UTF-8" in told["hal"]["problem"]


def test_nothing_of_a_class_is_stored(teacher: Program, work: Path) -> None:
    graded = teacher("grade", work / "ann", work / "ben", "--plain")

    assert graded.code == 1
    assert "nothing is stored" in graded.err
    assert "2 rows: 1 accepted, 1 not" in graded.err
    connection = sqlite3.connect(teacher.database)
    assert connection.execute("SELECT COUNT(*) FROM submission").fetchone() == (0,)
    connection.close()


def test_a_manifest_names_files_students_and_exercises(teacher: Program, work: Path) -> None:
    manifest = work / "class.csv"
    manifest.write_bytes(
        b"\xef\xbb\xbfFile, Student, Exercise\r\n"
        b"ann/double.py, Ann, \r\neve/double.py, Eve, double\r\nno.py, Nobody,\r\n"
    )

    told = rows(teacher("grade", manifest, "--format", "ndjson").out)

    assert {name: row["verdict"] for name, row in told.items()} == {"Ann": "AC", "Eve": "CE", "Nobody": None}
    assert "there is no such file" in told["Nobody"]["problem"]


def test_a_manifest_without_a_file_column_says_where(teacher: Program) -> None:
    manifest = teacher.folder / "class.csv"
    manifest.write_text("name,path\na,b\n")

    graded = teacher("grade", manifest)

    assert graded.code == 3
    assert "class.csv:1 no column 'file'" in graded.err


def notebook(*cells: str | tuple[str, str]) -> str:
    def cell(source: str, tags: list[str]) -> dict[str, Any]:
        return {"cell_type": "code", "metadata": {"tags": tags}, "source": source.splitlines(keepends=True)}

    made = [cell(one, []) if isinstance(one, str) else cell(one[0], [one[1]]) for one in cells]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made})


def test_a_notebook_is_judged_by_its_tagged_cells_and_their_definitions(teacher: Program) -> None:
    book = teacher.folder / "ann.ipynb"
    book.write_text(
        notebook(
            "%pip install nothing\nimport torch\nFACTOR = 2",
            "!ls\nopen('/no/such/file')",
            ("def double(x):\n    return x * FACTOR", "quizzer:double"),
            "def double(x): broken(",
        )
    )

    graded = teacher("grade", book, "--student-from", "stem", "--format", "ndjson")

    assert graded.code == 0, graded.out
    assert rows(graded.out)["ann"]["exercise"] == "double"


def test_a_notebook_with_no_tag_is_judged_by_its_last_definition(teacher: Program) -> None:
    book = teacher.folder / "ben.ipynb"
    book.write_text(
        notebook(
            "def double(x):\n    return x * 3",
            "%%time\ndef double(x):\n    y = x.no_such_name\n    return y",
            "while True: pass",
        )
    )

    graded = teacher("grade", book, "--exercise", "double", "--format", "ndjson")

    (row,) = rows(graded.out).values()
    assert row["verdict"] == "RTE"
    assert "cell 2 line 3, in double" in row["checks"][0]["message"]


def test_what_is_no_notebook_is_a_row_that_says_so(teacher: Program) -> None:
    book = teacher.folder / "bad.ipynb"
    book.write_text("{")
    bare = teacher.folder / "bare.ipynb"
    bare.write_text(notebook("x = 1"))

    graded = teacher("grade", book, bare, "--format", "ndjson")

    assert graded.code == 3
    told = [json.loads(line)["problem"] for line in graded.out.splitlines()]
    assert ["no JSON" in told[0], "no cell names an exercise" in told[1]] == [True, True]


def test_an_interrupted_run_goes_on_where_it_was_cut(teacher: Program, work: Path) -> None:
    target = teacher.folder / "marks.ndjson"
    arguments = ("grade", work, "--student-from", "parent", "--format", "ndjson", "--output", target, "--resume")
    first = teacher(*arguments)
    whole = target.read_text()
    judged = [line for line in whole.splitlines(keepends=True) if json.loads(line)["verdict"] is not None]
    assert (first.code, len(judged)) == (3, 4)
    target.write_text(judged[0] + judged[1] + judged[2][:40])
    (work / "ann" / "double.py").write_text(RIGHT + "# changed\n")

    second = teacher(*arguments)

    lines = [json.loads(line) for line in target.read_text().splitlines()]
    judged_now = [(row["student"], row["sha256"]) for row in lines if row["verdict"] is not None]
    assert len(judged_now) == len(set(judged_now))
    assert {student for student, _ in judged_now} == {"ann", "ben", "cai", "dan"}
    kept = {json.loads(line)["student"] for line in judged[:2]}
    skipped = len(kept - {"ann"})
    assert f"{skipped} were there already" in second.err


def test_a_file_that_is_no_run_of_ours_is_left_alone(teacher: Program, work: Path) -> None:
    target = teacher.folder / "notes.ndjson"
    target.write_text("precious\n")

    graded = teacher("grade", work, "--format", "ndjson", "--output", target, "--resume")

    assert graded.code == 3
    assert "notes.ndjson:1" in graded.err
    assert target.read_text() == "precious\n"


def test_a_judge_killed_in_the_middle_loses_nothing(teacher: Program) -> None:
    many = teacher.folder / "many"
    many.mkdir()
    for number in range(40):
        (many / f"{number:02}.py").write_text(RIGHT + f"# {number}\n")
    target = teacher.folder / "marks.ndjson"
    with subprocess.Popen(
        [*teacher.command, "grade", many, "--format", "ndjson", "--output", target, "--jobs", "2"],
        env=teacher.environ,
        stderr=subprocess.PIPE,
    ) as running:
        assert until(lambda: target.exists() and target.read_text().count("\n") >= 5, seconds=60)
        for pid in descendants(running.pid):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            break
        code = running.wait(timeout=120)

    told = [json.loads(line) for line in target.read_text().splitlines()]
    assert code == 0
    assert sorted(Path(row["file"]).stem for row in told) == [f"{number:02}" for number in range(40)]
    assert {row["verdict"] for row in told} == {"AC"}


def test_a_terminal_sees_rows_rate_and_time_left(teacher: Program) -> None:
    many = teacher.folder / "many"
    many.mkdir()
    for number in range(30):
        (many / f"{number:02}.py").write_text(RIGHT + f"# {number}\n")

    program = pexpect.spawn(
        teacher.command[0], [*teacher.command[1:], "grade", str(many)],
        env=teacher.environ | {"TERM": "xterm-256color"}, encoding="utf-8", timeout=90, dimensions=(40, 120),
    )  # fmt: skip

    program.expect(r"Judging")
    program.expect(r"\d+/30")
    program.expect(r"\d+\.\d/s")
    program.expect("30 rows: 30 accepted")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 0


def test_ctrl_c_ends_it_with_valid_rows_and_no_process(teacher: Program) -> None:
    many = teacher.folder / "many"
    many.mkdir()
    for number in range(400):
        (many / f"{number:03}.py").write_text(RIGHT + f"# {number}\n")
    target = teacher.folder / "marks.ndjson"
    with subprocess.Popen(
        [*teacher.command, "grade", many, "--format", "ndjson", "--output", target],
        env=teacher.environ,
        stderr=subprocess.PIPE,
    ) as running:
        assert until(lambda: target.exists() and target.read_text().count("\n") >= 3, seconds=60)
        below = descendants(running.pid)
        running.send_signal(signal.SIGINT)
        code = running.wait(timeout=30)

    assert code == 130
    assert all(json.loads(line)["verdict"] == "AC" for line in target.read_text().splitlines())
    assert until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in below))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--student-from", "("), "no regular expression"),
        (("--student-from", "abc"), "has no group"),
        (("--resume",), "NDJSON"),
        (("--output", "x.csv"), "--format"),
        (("--json", "--format", "csv"), "two formats"),
    ],
)
def test_options_that_make_no_sense_say_so(
    arguments: tuple[str, ...], words: str, teacher: Program, work: Path
) -> None:
    graded = teacher("grade", work, *arguments)

    assert graded.code == 2
    assert words in graded.err


def test_an_empty_folder_is_told(teacher: Program) -> None:
    graded = teacher("grade", teacher.folder)

    assert graded.code == 2
    assert "no submission there" in graded.err
