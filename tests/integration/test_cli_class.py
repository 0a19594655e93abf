"""``quizzer grade`` for a class: every submission a row, each format for its reader, nothing stored, nothing lost."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import junitparser
import pexpect
import pydantic
import pytest

from processes import descendants, until
from small_content import RIGHT, WRONG, write_content

if TYPE_CHECKING:
    from conftest import Program

pytestmark = pytest.mark.slow

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"
NOISE = '# quizzer: double\ndef double(x):\n    raise ValueError("a\\x00b \\x1b[31m<&>]]> 50% :: =1+1")\n'
STUDENTS = {
    "ann": RIGHT,
    "ben": WRONG,
    "cai": NOISE,
    "dan": "# quizzer: double\nimport os\nos._exit(0)\n",
    "eve": "x = 1\n",
    "fay": "# quizzer: no-such-exercise\n",
    "gil": "",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imported")
    content = write_content(folder / "content")
    subprocess.run(
        [sys.executable, "-m", "quizzer", "--db", folder / "quizzer.db", "deck", "import", content],
        capture_output=True,
        check=True,
    )
    return folder / "quizzer.db"


@pytest.fixture
def teacher(quizzer: Program, database: Path) -> Program:
    shutil.copyfile(database, quizzer.database)
    return quizzer


@pytest.fixture
def work(teacher: Program) -> Path:
    """A folder for each student, with what they handed in."""
    folder = teacher.folder / "work"
    for name, source in STUDENTS.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "double.py").write_text(source)
    (folder / "hal").mkdir()
    (folder / "hal" / "double.py").write_bytes(b"# quizzer: double\n\xff\n")
    (folder / "ann" / ".venv").mkdir()
    (folder / "ann" / ".venv" / "module.py").write_text("not handed in")
    return folder


def rows(text: str) -> dict[str, Any]:
    return {row["student"]: row for row in map(json.loads, text.splitlines())}


def schema(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text()))


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
    for row in told.values():
        schema("grade-row").validate(row)


def test_nothing_of_a_class_is_stored(teacher: Program, work: Path) -> None:
    graded = teacher("grade", work / "ann", work / "ben", "--plain")

    assert graded.code == 1
    assert "nothing is stored" in graded.err
    assert "2 rows: 1 accepted, 1 not" in graded.err
    connection = sqlite3.connect(teacher.database)
    assert connection.execute("SELECT COUNT(*) FROM submission").fetchone() == (0,)
    connection.close()


def test_the_objects_of_a_class_and_of_one_file_keep_their_schemas(teacher: Program, work: Path) -> None:
    together = teacher("grade", work, "--json").json
    alone = teacher("grade", work / "ben" / "double.py", "--no-store", "--format", "json").json

    schema("grade-class").validate(together)
    schema("grade").validate(alone)
    assert together["summary"] == {
        "submissions": 8, "accepted": 1, "not_accepted": 3, "judge_errors": 0, "problems": 4,
    }  # fmt: skip


def test_a_schema_refuses_what_is_no_row() -> None:
    with pytest.raises(jsonschema.ValidationError):
        schema("grade-row").validate({"schema_version": 1, "file": "a.py", "verdict": "AC"})


def test_a_spreadsheet_reads_the_table_and_runs_none_of_it(teacher: Program, work: Path) -> None:
    odd = work / "=cmd()"
    odd.mkdir()
    (odd / "double.py").write_text(RIGHT)

    graded = teacher("grade", work, "--student-from", "parent", "--format", "csv")

    table = {row["student"]: row for row in csv.DictReader(io.StringIO(graded.out))}
    assert table["ann"]["score"] == table["ann"]["max_score"] == "3"
    assert table["ben"]["failed_checks"] == "doubles"
    assert table["'=cmd()"]["verdict"] == "AC"
    assert not [cell for row in table.values() for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_ci_reads_the_suites(teacher: Program, work: Path) -> None:
    target = teacher.folder / "junit.xml"

    teacher("grade", work, "--student-from", "parent", "--format", "junit", "--output", target)

    suites = {suite.name.split(":")[0]: suite for suite in junitparser.JUnitXml.fromfile(str(target))}
    assert (suites["ann"].tests, suites["ann"].failures, suites["ann"].errors) == (2, 0, 0)
    assert (suites["ben"].tests, suites["ben"].failures) == (2, 1)
    (told,) = [case.result[0] for case in suites["ben"] if case.result]
    assert isinstance(told, junitparser.Failure)
    assert "Twice" in told.text or "times what it should be" in told.text
    assert suites["dan"].skipped == 2
    assert suites["hal"].errors == 1
    for suite in suites.values():
        results = [result for case in suite for result in case.result]
        assert suite.failures == sum(isinstance(result, junitparser.Failure) for result in results)


class GradescopeTest(pydantic.BaseModel, extra="forbid"):
    """A test as Gradescope's specification has it."""

    number: str
    name: str
    score: float
    max_score: float
    status: str = pydantic.Field(pattern="^(passed|failed)$")
    output: str
    visibility: str = pydantic.Field(pattern="^(hidden|after_due_date|after_published|visible)$")


class GradescopeResults(pydantic.BaseModel, extra="forbid"):
    """The results.json of that specification."""

    score: float = pydantic.Field(ge=0)
    execution_time: float = 0
    output: str
    output_format: str = pydantic.Field(pattern="^(text|html|simple_format|md|ansi)$")
    test_output_format: str = pydantic.Field(pattern="^(text|html|simple_format|md|ansi)$")
    visibility: str
    stdout_visibility: str
    tests: list[GradescopeTest]
    extra_data: dict[str, str] = {}


def test_gradescope_gets_one_results_file_for_each(teacher: Program, work: Path) -> None:
    folder = teacher.folder / "results"

    graded = teacher("grade", work, "--student-from", "parent", "--format", "gradescope", "--output", folder)

    assert graded.code == 3
    results = {path.name.split("-")[0]: json.loads(path.read_text()) for path in folder.iterdir()}
    assert set(results) == {*STUDENTS, "hal"}
    parsed = {name: GradescopeResults.model_validate(result, strict=False) for name, result in results.items()}
    assert parsed["ann"].score == sum(test.max_score for test in parsed["ann"].tests) == 3
    assert [test.status for test in parsed["ben"].tests] == ["failed", "passed"]
    assert parsed["gil"].score == 0
    assert "empty" in parsed["gil"].output


def test_one_results_file_for_several_is_refused(teacher: Program, work: Path) -> None:
    graded = teacher("grade", work, "--format", "gradescope")

    assert graded.code == 2
    assert "--output" in graded.err


def test_github_reads_one_command_a_line(teacher: Program, work: Path) -> None:
    graded = teacher("grade", work, "--format", "github")

    command = re.compile(r"::(error|notice) file=([^,:]+),line=(\d+),title=([^,:]*)::(.*)")
    found = [command.fullmatch(line) for line in graded.out.splitlines()]
    assert found
    assert all(found)
    cai = next(one for one in found if one and "/cai/" in one[2])
    assert cai[3] == "3"
    assert "50%25" in cai[5]
    assert "%0A" in cai[5]
    assert not re.search(r"%(?!25|0A|0D)", cai[5])


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
