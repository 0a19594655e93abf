"""What is to be proved: the exercises and decks that paths and ids lead to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.domain.errors import InputError, UsageError
from quizzer.services.library import MARKER_FILES
from quizzer.services.paths import builtin_folders
from quizzer.services.verify import read_subject
from quizzer.services.verify_cards import DeckTarget, read_target

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizzer.services.verify import Plan, Subject

_DECK, _EXERCISE = MARKER_FILES


@dataclass(frozen=True, slots=True)
class Targets:
    """Exercises and decks, each as it was read, or the problem that it could not be read for."""

    exercises: tuple[Subject, ...]
    decks: tuple[DeckTarget, ...]

    @property
    def cards(self) -> int:
        return sum(len(deck.cards) for deck in self.decks)

    @property
    def problems(self) -> tuple[tuple[Path, InputError], ...]:
        """What could not be read, by its folder."""
        every: list[Subject | DeckTarget] = [*self.exercises, *self.decks]
        return tuple((one.folder, one.problem) for one in every if one.problem is not None)

    def narrowed(self, plan: Plan) -> Targets:
        """Without the exercises and decks of which nothing is wanted; UsageError where nothing is wanted of any."""
        if plan.only is None:
            return self
        kept = [one for one in self.exercises if one.exercise is None or plan.solutions(one.exercise)]
        decks = [one for one in self.decks if one.deck is None or one.cards]
        if (self.exercises or self.decks) and not kept and not decks:
            hint = "for example --only no_scaling.py, or --only two-values"
            raise UsageError(f"no solution's path and no card's id ends in {plan.only!r}", hint=hint)
        return replace(self, exercises=tuple(kept), decks=tuple(decks))


def find_targets(paths: Sequence[Path], plan: Plan) -> Targets:
    """The exercises and decks at or below ``paths`` (ids of built-in ones are as good), or all built-in ones.

    A path may be a single file of a deck: then the cards that stand there are meant.

    Raises UsageError where a path leads to none.
    """
    builtin = builtin_folders()
    exercises: dict[Path, None] = {}
    decks: dict[tuple[Path, Path | None], None] = {}
    for path in paths or (builtin.exercises, builtin.decks):
        here = list(_exercise_folders(path)), list(_deck_parts(path))
        if not any(here):
            hint = "name a folder that holds exercise.yaml or deck.yaml, a file of a deck, or an id"
            raise UsageError(f"{path}: no exercise and no deck there", hint=hint)
        exercises.update(dict.fromkeys(here[0]))
        decks.update(dict.fromkeys(here[1]))
    found = Targets(
        tuple(map(read_subject, exercises)),
        tuple(read_target(folder, file=file, only=plan.only) for folder, file in decks),
    )
    return found.narrowed(plan)


def find_subjects(paths: Sequence[Path]) -> tuple[Subject, ...]:
    """The exercises alone, for what decks have no part in; UsageError where a path leads to none."""
    folders: dict[Path, None] = {}
    for path in paths or (builtin_folders().exercises,):
        found = list(_exercise_folders(path))
        if not found:
            raise UsageError(f"{path}: no exercise there", hint="name a folder that holds exercise.yaml, or an id")
        folders.update(dict.fromkeys(found))
    return tuple(map(read_subject, folders))


def _exercise_folders(path: Path) -> Iterator[Path]:
    from quizzer.content import find_exercises  # noqa: PLC0415 - loads PyYAML and pydantic

    if path.is_dir():
        yield from find_exercises(path)
    elif path.name == _EXERCISE and path.is_file():
        yield path.parent
    else:
        yield from (folder for folder in find_exercises(builtin_folders().exercises) if folder.name == str(path))


def _deck_parts(path: Path) -> Iterator[tuple[Path, Path | None]]:
    """Each deck folder, and the file of it that is meant where it is one alone."""
    from quizzer.content import find_decks  # noqa: PLC0415 - loads PyYAML and pydantic

    if path.is_dir():
        yield from ((folder, None) for folder in find_decks(path))
    elif path.name == _DECK and path.is_file():
        yield path.parent, None
    elif path.is_file():
        # Whoever stands in the cards folder names the file alone: the deck is found from its absolute path.
        for written in (path, path.absolute()):
            folder = next((folder for folder in written.parents if (folder / _DECK).is_file()), None)
            if folder is not None:
                yield folder, written
                return
    else:
        yield from ((folder, None) for folder in find_decks(builtin_folders().decks) if folder.name == str(path))
