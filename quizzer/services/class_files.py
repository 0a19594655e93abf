"""What was handed in: the submissions of folders, files and manifests, in order, each only named and not yet read."""

from __future__ import annotations

import csv
import io
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.classroom import Handed
from quizzer.domain.errors import InputError, Location, UsageError
from quizzer.services.submission_file import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SUFFIXES = (".py", ".ipynb")
_PASSED_OVER = frozenset(("__pycache__", "__MACOSX", "node_modules", "site-packages"))
_MANIFEST_BYTES = 64 * 1024 * 1024
_COLUMNS = ("file", "student", "exercise")
_RULES = ("parent", "stem")


def find_handed(paths: Sequence[Path], *, student_from: str | None = None) -> tuple[Handed, ...]:
    """The submissions that ``paths`` lead to; ``student_from`` says how a path tells whose it is.

    Raises UsageError where nothing is found, InputError for a manifest that cannot be used.
    """
    student_of = _student_rule(student_from)
    found: dict[Handed, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_handed(path, student_of)))
    if not found:
        shown = ", ".join(map(str, paths))
        raise UsageError(f"{shown}: no submission there", hint="name files or folders with .py or .ipynb files")
    return tuple(found)


def _handed(path: Path, student_of: Callable[[Path], str | None]) -> Iterator[Handed]:
    if path.is_dir():
        for file in _files_below(path):
            yield Handed(str(file), student_of(file))
    elif path.suffix == ".csv":
        for handed in _manifest(path):
            yield handed if handed.student is not None else replace(handed, student=student_of(Path(handed.file)))
    else:
        yield Handed(str(path), student_of(path))


def _files_below(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder):
        # A virtual environment that somebody handed in along with the work holds thousands of files.
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _PASSED_OVER and not Path(where, name, "pyvenv.cfg").exists()
        )
        for name in sorted(files):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield Path(where, name)


def _manifest(path: Path) -> Iterator[Handed]:
    rows = csv.DictReader(io.StringIO(read_text(path, most_bytes=_MANIFEST_BYTES)), skipinitialspace=True)
    columns = {str(name).strip().lower(): name for name in rows.fieldnames or ()}
    if "file" not in columns:
        raise InputError(
            f"no column 'file' among: {', '.join(columns)}",
            hint="the first line names the columns: file, and if you like student and exercise",
            location=Location(str(path), 1),
        )
    try:
        for row in rows:
            file, student, exercise = ((row.get(columns.get(name, "")) or "").strip() or None for name in _COLUMNS)
            if file is None:
                raise InputError("a row names no file", location=Location(str(path), rows.line_num))
            yield Handed(str(path.parent / file), student, exercise)
    except csv.Error as error:
        raise InputError(f"not CSV: {error}", location=Location(str(path), rows.line_num)) from error


def _student_rule(rule: str | None) -> Callable[[Path], str | None]:
    if rule is None:
        return lambda _: None
    if rule in _RULES:
        return (lambda path: path.parent.name or None) if rule == "parent" else (lambda path: path.stem)
    try:
        pattern = re.compile(rule)
    except re.error as error:
        raise UsageError(
            f"--student-from {rule!r} is no regular expression: {error}",
            hint="use parent, stem, or an expression with a group, such as '([^/]+)/[^/]+$'",
        ) from error
    if not pattern.groups:
        raise UsageError(
            f"--student-from {rule!r} has no group",
            hint="put parentheses around the part that is the student, such as '([^/]+)/[^/]+$'",
        )
    group: int | str = "student" if "student" in pattern.groupindex else 1

    def student_of(path: Path) -> str | None:
        found = pattern.search(path.as_posix())
        return found[group] if found else None

    return student_of


def is_class(paths: Iterable[Path]) -> bool:
    """Whether these are more than one learner's own Python file."""
    every = list(paths)
    return len(every) != 1 or every[0].is_dir() or every[0].suffix in (".csv", ".ipynb")
