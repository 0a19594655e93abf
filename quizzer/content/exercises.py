"""Reading an exercise folder: its YAML, statements, starter, checks and submissions, all problems at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.content.checks_source import ChecksSource, read_checks
from quizzer.content.equivalents import EQUIVALENT_FILE
from quizzer.content.exercise_craft import review_exercise
from quizzer.content.exercise_models import ExerciseEntry
from quizzer.content.files import EXERCISE_FILE, Folder
from quizzer.content.header import read_header
from quizzer.content.mistakes_file import MISTAKES_FILE, with_patterns
from quizzer.content.problems import Problems, did_you_mean
from quizzer.content.python_source import module_tree
from quizzer.content.submissions import (
    REFERENCE_FILE,
    SUBMISSIONS_FOLDER,
    Expected,
    check_folders,
    read_accepted,
    read_mutants,
)
from quizzer.content.version import exercise_version, without_unjudging
from quizzer.domain.card import ExerciseId, TopicId
from quizzer.domain.exercise import HEADER_PREFIX, EntryPoint, Exercise, ExerciseKind, Limits
from quizzer.domain.text import DEFAULT_LANGUAGE, LANGUAGES, Text

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.content.yaml_nodes import Place
    from quizzer.domain.errors import Diagnostic
    from quizzer.domain.exercise import Mutant

STATEMENTS = {language: f"statement.{language}.md" for language in LANGUAGES} | {DEFAULT_LANGUAGE: "statement.md"}
STARTER_FILE, CHECKS_FILE, FIXTURES_FILE = "starter.py", "checks.py", "fixtures.py"
_FILES = (
    EXERCISE_FILE, *STATEMENTS.values(), STARTER_FILE, CHECKS_FILE, FIXTURES_FILE, MISTAKES_FILE, SUBMISSIONS_FOLDER,
    EQUIVALENT_FILE,
)  # fmt: skip
_OTHER_FILES = ("README.md", "LICENSE")


@dataclass(frozen=True, slots=True)
class LoadedExercise:
    """An exercise, and the file that describes it."""

    exercise: Exercise
    place: Place


def read_exercise(folder: Path) -> Exercise:
    """The exercise in ``folder``; raises InputError with every error of every file of it."""
    problems = Problems()
    loaded = load_exercise(folder, problems=problems)
    problems.refuse(folder)
    assert loaded is not None
    return loaded.exercise


def lint_exercise(folder: Path) -> tuple[Diagnostic, ...]:
    """Every diagnostic of an exercise folder, warnings included, by file and line."""
    problems = Problems()
    loaded = load_exercise(folder, problems=problems)
    if loaded:
        review_exercise(loaded.exercise, loaded.place, problems=problems)
    return problems.sorted_()


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was found in a folder; None stands for a part that cannot be used."""

    header: ExerciseEntry | None
    place: Place | None
    statement: Text
    starter: str | None
    checks_text: str | None
    checks: ChecksSource | None
    fixtures: str | None
    accepted: dict[str, str]
    mutants: tuple[Mutant, ...]


def load_exercise(folder: Path, *, problems: Problems) -> LoadedExercise | None:
    """Read an exercise; None if something that it cannot do without is missing."""
    source = Folder(folder, problems=problems)
    _check_names(source, problems=problems)
    header, place = _read_header(source, problems=problems) or (None, None)
    checks_text, checks = _checks(source, problems=problems)
    expected = Expected(_entry_points(header) if header else (), checks.checks if checks else None)
    student = header is not None and header.withheld is not None
    if student and source.has(SUBMISSIONS_FOLDER):
        message = "a student edition has no solutions"
        problems.error("E323", source.location(SUBMISSIONS_FOLDER), message, hint="or leave out 'withheld'")
    parts = _Parts(
        header=header,
        place=place,
        statement=_statement(source),
        starter=_starter(source, header, problems=problems),
        checks_text=checks_text,
        checks=checks,
        fixtures=_fixtures(source, problems=problems),
        accepted={} if student else read_accepted(source, expected, problems=problems),
        mutants=read_mutants(source, expected, problems=problems),
    )
    return _assembled(parts, source)


def _assembled(parts: _Parts, source: Folder) -> LoadedExercise | None:
    header, checks, reference = parts.header, parts.checks, parts.accepted.get(REFERENCE_FILE)
    if not header or not parts.place or not checks or not parts.checks_text:
        return None
    if header.withheld is not None:
        reference = ""
    elif not reference:
        return None
    points = _entry_points(header)
    limits = Limits(**header.limits.model_dump(exclude_none=True))
    version = exercise_version(
        checks=without_unjudging(parts.checks_text, checks.unjudging),
        fixtures=parts.fixtures,
        reference=reference,
        entry_points=points,
        limits=limits,
        forbidden=header.forbidden,
        runs=header.runs,
    )
    exercise = Exercise(
        id=ExerciseId(header.id),
        version=version,
        title=Text.of(header.title),
        kind=ExerciseKind(header.kind),
        difficulty=header.difficulty,
        topics=tuple(map(TopicId, header.topics)),
        entry_points=points,
        statement=parts.statement,
        starter=parts.starter or "",
        checks=checks.checks,
        checks_source=parts.checks_text,
        reference=reference,
        limits=limits,
        forbidden=tuple(header.forbidden),
        hints=tuple(map(Text.of, header.hints)),
        explanation=Text.of(header.explanation) if header.explanation else None,
        fixtures_source=parts.fixtures,
        accepted=parts.accepted,
        mutants=with_patterns(source, version, parts.mutants),
        runs=header.runs,
        withheld=header.withheld,
    )
    return LoadedExercise(exercise, parts.place)


def _entry_points(header: ExerciseEntry) -> tuple[EntryPoint, ...]:
    return tuple(EntryPoint(point.name, point.signature) for point in header.entry_points)


def _check_names(source: Folder, *, problems: Problems) -> None:
    for name in source.names():
        if name not in _FILES and name not in _OTHER_FILES:
            message = f"an exercise has no such file{did_you_mean(name, _FILES)}"
            problems.error("E323", source.location(name), message)
    check_folders(source, problems=problems)


def _read_header(source: Folder, *, problems: Problems) -> tuple[ExerciseEntry, Place] | None:
    found = read_header(source, EXERCISE_FILE, ExerciseEntry, kind="exercise", code="E321", problems=problems)
    if found is None:
        return None
    header, place = found
    seen: set[str] = set()
    for number, point in enumerate(header.entry_points):
        if point.name in seen:
            location = place.location("entry_points", number, "name")
            problems.error("E328", location, f"entry point '{point.name}' is given twice")
        seen.add(point.name)
    return header, place


def _statement(source: Folder) -> Text:
    texts = {
        language: source.text(name)
        for language, name in STATEMENTS.items()
        if language == DEFAULT_LANGUAGE or source.has(name)
    }
    return Text.of({language: text for language, text in texts.items() if text is not None})


def _starter(source: Folder, header: ExerciseEntry | None, *, problems: Problems) -> str | None:
    text = source.text(STARTER_FILE)
    if text is None:
        return None
    module_tree(str(source.path / STARTER_FILE), text, problems=problems)
    first = text.split("\n", 1)[0]
    wanted = f"{HEADER_PREFIX} {header.id if header else source.path.resolve().name}"
    if first.strip() != wanted:
        message = f"the first line must be '{wanted}'"
        problems.error("E322", source.location(STARTER_FILE, 1, 1), message, hint="it tells what to judge")
    return text


def _checks(source: Folder, *, problems: Problems) -> tuple[str | None, ChecksSource | None]:
    text = source.text(CHECKS_FILE)
    if text is None:
        return None, None
    path = str(source.path / CHECKS_FILE)
    tree = module_tree(path, text, problems=problems)
    return text, read_checks(path, text, tree, problems=problems) if tree else None


def _fixtures(source: Folder, *, problems: Problems) -> str | None:
    if not source.has(FIXTURES_FILE):
        return None
    text = source.text(FIXTURES_FILE)
    if text is not None:
        module_tree(str(source.path / FIXTURES_FILE), text, problems=problems)
    return text
