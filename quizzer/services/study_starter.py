"""Putting an exercise's starter where the learner works, and never over a file that is there."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from quizzer.domain.exercise import Exercise


_MOST_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the learner's file is, and whether it was written just now."""

    path: Path
    written: bool


def place_starter(exercise: Exercise, folder: Path) -> Placed:
    """Write the starter as ``EXERCISE_ID.py`` into ``folder`` unless that file exists; makes the folder.

    Raises:
        EnvironmentProblem: the folder cannot be made or written.
    """
    path = folder / f"{exercise.id.replace('-', '_')}.py"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Mode x refuses an existing file atomically, even one that appears between a look and the write.
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(exercise.starter)
    except FileExistsError:
        if not path.is_file():
            raise EnvironmentProblem(f"{path} is in the way: it is no file", hint="move it aside") from None
        return Placed(path, written=False)
    except OSError as error:
        hint = "choose a folder you can write, with QUIZZER_HOME"
        raise EnvironmentProblem(f"the starter cannot be written to {path}: {error.strerror}", hint=hint) from error
    return Placed(path, written=True)


def begin_anew(exercise: Exercise, path: Path, *, today: str) -> Path:
    """Keep the file at ``path`` as ``NAME.py.TODAY`` beside it, and write the starter in its place; where it is kept.

    Raises:
        EnvironmentProblem: that cannot be done here; the learner's file is where it was, or kept.
    """
    try:
        kept = _linked(path, today=today)
        path.unlink()
    except OSError as error:
        hint = "move it aside yourself"
        raise EnvironmentProblem(f"{path} cannot be kept under another name: {error.strerror}", hint=hint) from error
    place_starter(exercise, path.parent)
    return kept


def _linked(path: Path, *, today: str) -> Path:
    # Not .py: whoever watches the folder would judge the old solution as a new file.
    names = (f"{path.name}.{today}{suffix}" for suffix in ("", *(f"-{number}" for number in range(2, _MOST_KEPT))))
    for name in names:
        # A link refuses a name that is taken, which a rename does not.
        with suppress(FileExistsError):
            (kept := path.with_name(name)).hardlink_to(path)
            return kept
    raise FileExistsError(errno.EEXIST, "too many are kept already")
