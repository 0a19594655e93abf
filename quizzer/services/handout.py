"""One file for a class: decks and exercises packed by their author, and brought in by a learner."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from quizzer.domain.backups import Reason
from quizzer.domain.card import ExerciseId
from quizzer.domain.errors import InputError, Location, UsageError
from quizzer.domain.handout import Edition, Handout, HandoutReport, PackedDeck, PackedExercise
from quizzer.domain.proof import first_finding
from quizzer.interchange.handout import NAME, handout_bytes, is_handout, read_handout
from quizzer.services.backups import make_backup
from quizzer.services.library import content_folder
from quizzer.services.paths import builtin_folders
from quizzer.services.sync import BUILTIN
from quizzer.services.verify import Plan, groups_of, prove_solutions

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from quizzer.content import Library
    from quizzer.domain.card import Deck
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.proof import Finding
    from quizzer.grader.client import Grader
    from quizzer.storage.store import Store, Transaction

__all__ = ["build_handout", "decks_in_handout", "handout_bytes", "import_handout", "is_handout"]

_Read = TypeVar("_Read")

_SEEDS = (1, 2, 3)


def build_handout(
    path: Path, *, name: str | None, edition: Edition, grader: Callable[[], Grader], now: datetime
) -> Handout:
    """The decks and exercises at or below ``path`` as a handout.

    A student edition is another exercise than the one that was proved, so its own solutions are judged by what is
    left of the checks; ``grader`` is asked for only then.

    Raises:
        InputError: with every error of every file; or an exercise without visible checks; or a student edition that
            its own solutions do not pass.
    """
    from quizzer.content import find_decks, find_exercises, read_library  # noqa: PLC0415 - loads PyYAML and pydantic
    from quizzer.content.whole_files import deck_files, exercise_files  # noqa: PLC0415 - as above

    root = content_folder(path)
    builtin = {ExerciseId(folder.name) for folder in find_exercises(builtin_folders().exercises)}
    library = read_library([root], known_exercises=builtin)
    whole = {exercise.id: exercise for exercise in library.exercises}
    _refuse_editions(path, library.exercises)
    files: dict[str, str] = {}
    for folder in find_decks(root):
        files |= _below(f"decks/{folder.resolve().name}", deck_files(folder))
    for folder in find_exercises(root):
        found = _student(folder, whole) if edition is Edition.STUDENT else exercise_files(folder)
        files |= _below(f"exercises/{folder.resolve().name}", found)
    contents = {name: text.encode() for name, text in files.items()}
    packed = _read(contents, shown=str(path), known_exercises=builtin)
    if edition is Edition.STUDENT and packed.exercises:
        _prove_all(packed.exercises, whole, grader(), where=Location(str(path)), now=now)
    return _labelled(_name(root, library, name), edition, packed, contents)


def _refuse_editions(path: Path, exercises: Sequence[Exercise]) -> None:
    for exercise in exercises:
        if exercise.withheld is not None:
            message = f"'{exercise.id}' is a student edition, of which no other can be made"
            raise InputError(message, location=Location(str(path)), hint="build from the author's own files")


def _student(folder: Path, whole: Mapping[ExerciseId, Exercise]) -> Mapping[str, str]:
    from quizzer.content.student import student_files  # noqa: PLC0415 - loads pydantic

    return student_files(folder, whole[ExerciseId(folder.resolve().name)])


def _below(place: str, files: Mapping[str, str]) -> dict[str, str]:
    return {f"{place}/{name}": text for name, text in files.items()}


def _prove_all(
    editions: Sequence[Exercise],
    whole: Mapping[ExerciseId, Exercise],
    grader: Grader,
    *,
    where: Location,
    now: datetime,
) -> None:
    for edition in editions:
        own = whole[edition.id]
        found = _fault(replace(edition, accepted=own.accepted, reference=own.reference), grader, now=now)
        if found is not None:
            message = f"the student edition of '{edition.id}' does not hold: {found.path}: {found.message}"
            hint = "run quizzer verify; then see what the visible checks need from the rest of checks.py"
            raise InputError(message, location=where, hint=hint)


def _fault(exercise: Exercise, grader: Grader, *, now: datetime) -> Finding | None:
    """What is wrong where an accepted solution should pass, or the starter fail."""
    plan = Plan(_SEEDS, now)
    groups = groups_of(exercise, plan)
    proved = (one for group in groups for one in prove_solutions(grader, exercise, group, plan))
    return next((fault for one in proved if (fault := first_finding(one)) is not None and not fault.warning), None)


def _name(root: Path, library: Library, name: str | None) -> str:
    if name is None:
        name = library.decks[0].id if len(library.decks) == 1 else root.resolve().name
    if not NAME.fullmatch(name):
        hint = "give one with --name: small letters, digits and '-'"
        raise UsageError(f"{name!r} cannot be the name of a handout", hint=hint)
    return name


def _labelled(name: str, edition: Edition, library: Library, files: Mapping[str, bytes]) -> Handout:
    decks = (PackedDeck(deck.id, deck.version, len(deck.cards)) for deck in library.decks)
    exercises = (
        PackedExercise(one.id, one.version, len(one.checks), one.withheld or 0)
        for one in sorted(library.exercises, key=lambda one: one.id)
    )
    return Handout(name, edition, tuple(decks), tuple(exercises), files)


def import_handout(store: Store, path: Path, *, at: datetime, dry_run: bool) -> HandoutReport:
    """Bring a handout into the database: all of it, or nothing; a copy of the database is made first.

    Histories hang on ids, so a later version of the handout keeps them.

    Raises:
        InputError: the file cannot be used or must not be trusted, or would replace what is not its own.
    """
    handout = read_handout(path)
    with store.read() as tx:
        known = {summary.id for summary in tx.exercises()}
        library = _read(handout.files, shown=str(path), known_exercises=known)
        _refuse_takeover(tx, library, handout.edition, where=Location(str(path)))
    backup = None if dry_run else make_backup(store.path, Reason.BEFORE_IMPORT, now=at).path
    with store.write(keep=not dry_run) as tx:
        sync = tx.apply_content(
            library.decks, library.exercises, origin=f"handout:{handout.name}", retire_missing=True, at=at
        )
    return HandoutReport(handout, sync, dry_run=dry_run, backup=None if backup is None else str(backup))


def _refuse_takeover(tx: Transaction, library: Library, edition: Edition, *, where: Location) -> None:
    for deck in library.decks:
        if tx.deck_origin(deck.id) == BUILTIN:
            raise _builtin("deck", deck.id, where)
    for exercise in library.exercises:
        if tx.exercise_origin(exercise.id) == BUILTIN:
            raise _builtin("exercise", exercise.id, where)
        stored = tx.exercise(exercise.id)
        if edition is Edition.STUDENT and stored is not None and stored.withheld is None:
            message = f"you have the exercise '{exercise.id}' with all of its checks; this student edition has fewer"
            raise InputError(message, location=where, hint="to try it out, give another database with --db")


def _builtin(kind: str, name: str, where: Location) -> InputError:
    message = f"the {kind} '{name}' of this handout bears the name of one that comes with quizzer"
    return InputError(message, location=where, hint="its author must give it another id")


def decks_in_handout(path: Path) -> tuple[Deck, ...]:
    """The decks of a handout, with their cards; InputError where it cannot be used."""
    from quizzer.content import read_decks  # noqa: PLC0415 - loads PyYAML and pydantic

    return _from_folder(read_handout(path).files, read_decks, shown=str(path))


def _read(files: Mapping[str, bytes], *, shown: str, known_exercises: Collection[ExerciseId]) -> Library:
    from quizzer.content import read_library  # noqa: PLC0415 - as above

    return _from_folder(files, lambda folder: read_library([folder], known_exercises=known_exercises), shown=shown)


def _from_folder(files: Mapping[str, bytes], read: Callable[[Path], _Read], *, shown: str) -> _Read:
    """What ``read`` finds in the files; errors name the place inside of the handout ``shown``."""
    with _unpacked(files) as folder:
        try:
            return read(folder)
        except InputError as problem:
            inside = tuple(
                replace(one, location=replace(one.location, path=_inside(one.location.path, folder, shown)))
                for one in problem.diagnostics
            )
            message = problem.message.replace(str(folder), shown)
            raise InputError(message, diagnostics=inside, hint=problem.hint) from None


def _inside(path: str, folder: Path, shown: str) -> str:
    return path.replace(f"{folder}/", f"{shown}:")


@contextmanager
def _unpacked(files: Mapping[str, bytes]) -> Iterator[Path]:
    """The files in a folder of their own for a moment; their names are known to stay inside."""
    with TemporaryDirectory(prefix="quizzer-handout-") as name:
        folder = Path(name)
        for path, content in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield folder
