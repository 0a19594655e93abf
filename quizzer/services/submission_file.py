"""Reads a learner's file: whatever was named, the answer is a source or a sentence that says what to do."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from quizzer.domain.card import ExerciseId
from quizzer.domain.errors import InputError, Location, UsageError
from quizzer.domain.exercise import HEADER_PREFIX

MAX_BYTES = 256 * 1024
HEADER_LINES = 20
"""A learner may put a comment or an import above the header, but nobody hides it further down."""
_HEADER = re.compile(r"^\s*#\s*quizzer:\s*(?P<id>\S+)\s*$")


@dataclass(frozen=True, slots=True)
class SubmissionFile:
    """A source with Unix line ends and no byte order mark; ``exercise`` is what its header names."""

    path: Path
    source: str
    exercise: ExerciseId | None


def read_submission(path: Path) -> SubmissionFile:
    """Read at most 256 KiB of UTF-8.

    Raises:
        UsageError: there is no such file, or it is a folder or a device.
        InputError: it is too large, empty, not UTF-8, or cannot be read.
    """
    source = read_text(path, most_bytes=MAX_BYTES)
    return SubmissionFile(path, source, find_header(source))


def read_text(path: Path, *, most_bytes: int) -> str:
    """The text of a file of at most ``most_bytes``, with Unix line ends; raises as ``read_submission`` does."""
    raw = _read(path, most_bytes=most_bytes)
    if len(raw) > most_bytes:
        raise InputError(
            f"larger than {most_bytes // 1024} KiB: this cannot be a solution",
            hint="name the Python file that you wrote for the exercise",
            location=Location(str(path)),
        )
    source = _decode(raw, path).replace("\r\n", "\n").replace("\r", "\n")
    if not source.strip():
        raise InputError("the file is empty", hint="did your editor save it?", location=Location(str(path)))
    return source


def _read(path: Path, *, most_bytes: int) -> bytes:
    try:
        # Without O_NONBLOCK a named pipe would wait for a writer that never comes.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        raise UsageError(
            f"{path}: there is no such file",
            hint="check the path, or start the exercise: quizzer exercise start ID",
        ) from None
    except (OSError, ValueError) as problem:
        raise _unreadable(path, problem) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UsageError(f"{path}: not a file", hint="name the Python file that you wrote for the exercise")
    with os.fdopen(descriptor, "rb") as file:
        try:
            return file.read(most_bytes + 1)
        except OSError as problem:
            raise _unreadable(path, problem) from None


def _unreadable(path: Path, problem: OSError | ValueError) -> InputError:
    reason = problem.strerror if isinstance(problem, OSError) else str(problem)
    return InputError(f"cannot be read: {reason}", location=Location(str(path)))


def _decode(raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = raw[: problem.start]
        line = before.count(b"\n") + 1
        column = problem.start - (before.rfind(b"\n") + 1) + 1
        raise InputError(
            f"not UTF-8: byte 0x{raw[problem.start]:02x}",
            hint="save the file as UTF-8 in your editor, then grade it again",
            location=Location(str(path), line, column),
        ) from None


def find_header(source: str) -> ExerciseId | None:
    """The exercise that one of the first lines names."""
    for line in source.split("\n", HEADER_LINES)[:HEADER_LINES]:
        if found := _HEADER.match(line):
            return ExerciseId(found["id"])
    return None


def exercise_of(file: SubmissionFile, asked: str | None) -> ExerciseId:
    """The exercise to judge by: the one asked for, else the one that the header names.

    Raises:
        InputError: when neither says.
    """
    if asked is not None:
        return ExerciseId(asked)
    if file.exercise is None:
        raise InputError(
            f"no line `{HEADER_PREFIX} EXERCISE-ID` says which exercise this is",
            hint="put it first in the file, or name the exercise: quizzer grade --exercise ID FILE",
            location=Location(str(file.path), 1),
        )
    return file.exercise
