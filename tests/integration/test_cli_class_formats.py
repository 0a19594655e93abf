"""What ``quizzer grade`` writes of a class, each format read by its reader or held against its schema."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import junitparser
import pydantic
import pytest

from class_work import STUDENTS, hand_in
from small_content import RIGHT

if TYPE_CHECKING:
    from conftest import Program

pytestmark = pytest.mark.slow

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"


@pytest.fixture
def teacher(student: Program) -> Program:
    return student


@pytest.fixture
def work(teacher: Program) -> Path:
    return hand_in(teacher.folder / "work")


def schema(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{name}.schema.json").read_text()))


def test_every_line_keeps_its_schema(teacher: Program, work: Path) -> None:
    graded = teacher("grade", work, "--student-from", "parent", "--format", "ndjson")

    lines = [json.loads(line) for line in graded.out.splitlines()]
    assert len(lines) == len(STUDENTS) + 1
    for row in lines:
        schema("grade-row").validate(row)


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
