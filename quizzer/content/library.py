"""Reading many decks and exercises together, and what only shows between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.content.deck_models import ExerciseCardEntry
from quizzer.content.decks import circle_message, load_deck, paused_collection
from quizzer.content.exercises import load_exercise
from quizzer.content.files import find_decks, find_exercises
from quizzer.content.problems import Problems, did_you_mean
from quizzer.content.review import review
from quizzer.content.topics import find_circle, study_order
from quizzer.domain.card import TopicId
from quizzer.domain.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from quizzer.content.decks import LoadedDeck
    from quizzer.content.exercises import LoadedExercise
    from quizzer.domain.card import Deck, DeckId, ExerciseId
    from quizzer.domain.errors import Diagnostic, Location
    from quizzer.domain.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Library:
    """Decks and exercises that belong together."""

    decks: tuple[Deck, ...]
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True, slots=True)
class _Loaded:
    decks: tuple[LoadedDeck, ...]
    exercises: tuple[LoadedExercise, ...]


def read_library(paths: Sequence[Path], *, known_exercises: Collection[ExerciseId] | None = None) -> Library:
    """Every deck (in study order) and exercise (in name order) at or below ``paths``; InputError with all errors.

    Exercise cards are held against the exercises found and ``known_exercises`` (those in the database, say);
    where there are neither, the library is not known and any exercise may be named.
    """
    problems = Problems()
    with paused_collection():
        loaded = _load(paths, known_exercises=known_exercises, problems=problems)
    problems.refuse(", ".join(map(str, paths)))
    decks = study_order([deck.deck() for deck in loaded.decks])
    return Library(decks, tuple(exercise.exercise for exercise in loaded.exercises))


def read_decks(path: Path) -> tuple[Deck, ...]:
    """Every deck at or below ``path``, whatever its folder is called: versions of one cannot stand under one name.

    Raises:
        InputError: with every error of every deck; or there is none.
    """
    problems = Problems()
    folders = find_decks(path)
    if not folders:
        raise InputError(f"there are no decks in {path}", hint="a deck has a deck.yaml")
    loaded = [load_deck(folder, problems=problems, any_name=True) for folder in folders]
    problems.refuse(path)
    return tuple(deck.deck() for deck in loaded if deck)


def lint_library(
    paths: Sequence[Path], *, known_exercises: Collection[ExerciseId] | None = None
) -> tuple[Diagnostic, ...]:
    """Every diagnostic of the decks and exercises at or below ``paths``, warnings included."""
    problems = Problems()
    with paused_collection():
        _lint(paths, known_exercises=known_exercises, problems=problems)
    return problems.sorted_()


def _lint(paths: Sequence[Path], *, known_exercises: Collection[ExerciseId] | None, problems: Problems) -> None:
    loaded = _load(paths, known_exercises=known_exercises, problems=problems)
    review(loaded.decks, loaded.exercises, problems=problems)


def _load(paths: Sequence[Path], *, known_exercises: Collection[ExerciseId] | None, problems: Problems) -> _Loaded:
    deck_folders = list(dict.fromkeys(folder for path in paths for folder in find_decks(path)))
    exercise_folders = list(dict.fromkeys(folder for path in paths for folder in find_exercises(path)))
    if not deck_folders and not exercise_folders:
        shown = ", ".join(map(str, paths))
        raise InputError(f"there are no decks and no exercises in {shown}", hint="a deck has a deck.yaml")
    decks = [load_deck(folder, problems=problems) for folder in deck_folders]
    exercises = [load_exercise(folder, problems=problems) for folder in exercise_folders]
    loaded = _Loaded(
        tuple(deck for deck in decks if deck),
        tuple(exercise for exercise in exercises if exercise),
    )
    _check_unique(loaded, problems=problems)
    _check_circles(loaded.decks, problems=problems)
    if exercise_folders or known_exercises is not None:
        # An exercise that cannot be read exists all the same; its folder has its name.
        known = {folder.name for folder in exercise_folders}.union(known_exercises or ())
        _check_references(loaded.decks, known, problems=problems)
    return loaded


def _check_unique(loaded: _Loaded, *, problems: Problems) -> None:
    first: dict[DeckId | ExerciseId, str] = {}
    for deck in loaded.decks:
        _check_first(deck.id, deck.place.location("id"), first, problems=problems)
    first.clear()
    for exercise in loaded.exercises:
        _check_first(exercise.exercise.id, exercise.place.location("id"), first, problems=problems)


def _check_first(
    name: DeckId | ExerciseId, location: Location, first: dict[DeckId | ExerciseId, str], *, problems: Problems
) -> None:
    if name in first:
        problems.error("E314", location, f"id '{name}' is already used in {first[name]}")
    first.setdefault(name, location.path)


def _check_circles(decks: Sequence[LoadedDeck], *, problems: Problems) -> None:
    requires: dict[TopicId, list[TopicId]] = {}
    homes: dict[TopicId, Location] = {}
    for deck in decks:
        for number, topic in enumerate(deck.topics):
            requires.setdefault(topic.id, []).extend(topic.requires)
            homes.setdefault(topic.id, deck.place.location("topics", number))
    circle = find_circle(requires)
    # A circle within one deck has been reported with that deck.
    if circle and len({homes[topic].path for topic in circle}) > 1:
        problems.error("E304", homes[circle[0]], circle_message(circle))


def _check_references(decks: Sequence[LoadedDeck], known: Collection[str], *, problems: Problems) -> None:
    for note in (note for deck in decks for note in deck.notes):
        if isinstance(note.entry, ExerciseCardEntry) and note.entry.exercise not in known:
            name = note.entry.exercise
            message = f"there is no exercise '{name}'{did_you_mean(name, known)}"
            problems.error("E311", note.place.location("exercise"), message)
