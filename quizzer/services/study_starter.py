"""Putting an exercise's starter where the learner works, and never over a file that is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem

if TYPE_CHECKING:
    from quizzer.domain.exercise import Exercise


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
