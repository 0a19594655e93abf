"""Rows of a class in formats for programs, written as the rows come."""

from __future__ import annotations

import csv
import json
from typing import IO, TYPE_CHECKING, Any, Protocol

from quizzer.reports.github import github_lines
from quizzer.reports.gradescope import gradescope_object
from quizzer.reports.json_format import SCHEMA_VERSION, grade_object
from quizzer.reports.junit import JUnitWriter
from quizzer.reports.markdown import without_controls

if TYPE_CHECKING:
    from quizzer.domain.classroom import Row, Tally

FORMATS = ("table", "json", "ndjson", "csv", "junit", "gradescope", "github")
CSV_COLUMNS = (
    "file", "student", "exercise", "verdict", "accepted", "score", "max_score", "failed_checks", "problem",
    "seed", "device", "isolation", "torch_version", "duration_s", "sha256", "withheld",
)  # fmt: skip
# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class RowWriter(Protocol):
    """Writes one row after another; ``end`` completes the document."""

    def row(self, row: Row) -> None: ...

    def end(self, tally: Tally) -> None: ...


def writer_for(format_name: str, stream: IO[str], *, language: str) -> RowWriter:
    """The writer of one of ``FORMATS`` other than ``table``."""
    match format_name:
        case "json":
            return JsonWriter(stream, language=language)
        case "ndjson":
            return NdjsonWriter(stream, language=language)
        case "csv":
            return CsvWriter(stream)
        case "junit":
            return JUnitWriter(stream, language=language)
        case "gradescope":
            return GradescopeWriter(stream, language=language)
        case "github":
            return GithubWriter(stream, language=language)
    raise ValueError(format_name)


def row_object(row: Row, *, language: str) -> dict[str, Any]:
    """The object of ``grade --json`` with its file and student; ``problem`` says why there is no verdict."""
    head = {"schema_version": SCHEMA_VERSION, "file": row.file, "student": row.student, "sha256": row.sha256}
    if row.result is None:
        return {**head, "exercise": row.exercise, "verdict": None, "accepted": False, "problem": row.problem}
    return {**head, **grade_object(row.result, language=language)}


def _line(value: object) -> str:
    # A submission's message may carry a lone surrogate, which has no UTF-8 form.
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", errors="replace").decode()


class NdjsonWriter:
    """One JSON object a line."""

    def __init__(self, stream: IO[str], *, language: str) -> None:
        self._stream = stream
        self._language = language

    def row(self, row: Row) -> None:
        self._stream.write(_line(row_object(row, language=self._language)) + "\n")
        # A line that is told is a line that is kept, whatever happens to the run.
        self._stream.flush()

    def end(self, _: Tally) -> None:
        """Nothing to complete."""


class JsonWriter:
    """One object with all rows under ``results``, written as they come."""

    def __init__(self, stream: IO[str], *, language: str) -> None:
        self._stream = stream
        self._language = language
        self._separator = f'{{"schema_version": {SCHEMA_VERSION}, "results": [\n'

    def row(self, row: Row) -> None:
        self._stream.write(self._separator + _line(row_object(row, language=self._language)))
        self._separator = ",\n"

    def end(self, tally: Tally) -> None:
        if not tally.total:
            self._stream.write(self._separator)
        counts = {
            "submissions": tally.total,
            "accepted": tally.accepted,
            "not_accepted": tally.refused,
            "judge_errors": tally.judge_errors,
            "problems": tally.problems,
        }
        self._stream.write(f'\n], "summary": {_line(counts)}}}\n')


class CsvWriter:
    """A table for spreadsheets, in which no cell can be a formula."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._rows = csv.DictWriter(stream, CSV_COLUMNS, lineterminator="\r\n")
        self._rows.writeheader()

    def row(self, row: Row) -> None:
        cells = {name: _cell(value) for name, value in _columns(row).items()}
        self._rows.writerow(cells)
        self._stream.flush()

    def end(self, _: Tally) -> None:
        """Nothing to complete."""


def _columns(row: Row) -> dict[str, object]:
    columns: dict[str, object] = dict.fromkeys(CSV_COLUMNS, "")
    columns |= {
        "file": row.file, "student": row.student, "exercise": row.exercise, "sha256": row.sha256,
        "problem": row.problem, "accepted": str(row.accepted).lower(),
    }  # fmt: skip
    result = row.result
    if result is not None:
        failed = [check.id for check in result.checks if not check.verdict.accepted]
        columns |= {
            "verdict": result.verdict.value, "score": f"{result.score:g}", "max_score": f"{result.max_score:g}",
            "failed_checks": " ".join(failed), "seed": result.seed, "device": result.device,
            "isolation": result.isolation, "torch_version": result.torch_version,
            "duration_s": f"{result.duration_s:.4f}", "withheld": result.withheld,
        }  # fmt: skip
    return columns


def _cell(value: object) -> str:
    text = "" if value is None else without_controls(str(value)).replace("\n", " ")
    return f"'{text}" if text.startswith(_FORMULA) else text


class GradescopeWriter:
    """The results.json of one submission."""

    def __init__(self, stream: IO[str], *, language: str) -> None:
        self._stream = stream
        self._language = language

    def row(self, row: Row) -> None:
        made = gradescope_object(row, language=self._language)
        text = json.dumps(made, ensure_ascii=False, indent=2, allow_nan=False)
        self._stream.write(text.encode("utf-8", errors="replace").decode() + "\n")

    def end(self, _: Tally) -> None:
        """Nothing to complete."""


class GithubWriter:
    """Workflow commands that put what failed beside the file in a pull request."""

    def __init__(self, stream: IO[str], *, language: str) -> None:
        self._stream = stream
        self._language = language

    def row(self, row: Row) -> None:
        for line in github_lines(row, language=self._language):
            self._stream.write(line + "\n")
        self._stream.flush()

    def end(self, _: Tally) -> None:
        """Nothing to complete."""
