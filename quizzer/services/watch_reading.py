"""Reads a file that was just saved: it is ready to be judged, or says why it is not yet."""

from __future__ import annotations

import ast
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.errors import InputError, UsageError
from quizzer.services.submission_file import SubmissionFile, read_submission

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A file that an editor, or its author, is still in the middle of; ``line`` is where it stops making sense."""

    why: str
    line: int | None = None
    empty: bool = False


class NotThere:
    """No file can be read there."""


def read_saved(path: Path) -> SubmissionFile | Unfinished | NotThere:
    """Read a file that may be half-written: nothing about it is an error."""
    try:
        submission = read_submission(path)
    except UsageError:
        return NotThere()
    except InputError as problem:
        return Unfinished(problem.message, empty=_is_blank(path))
    return _unparsable(submission.source) or submission


def _is_blank(path: Path) -> bool:
    try:
        return not path.read_bytes().strip()
    except OSError:
        return False


def _unparsable(source: str) -> Unfinished | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(source)
    except SyntaxError as problem:
        return Unfinished(problem.msg, line=problem.lineno)
    except (ValueError, RecursionError, MemoryError) as problem:
        return Unfinished(str(problem))
    return None
