"""Deck and exercise files to domain objects and back to the author: diagnostics with file, line and column.

Importing this package loads neither pydantic nor PyYAML; the names below load them when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizzer.content.decks import lint_deck, read_deck
    from quizzer.content.exercises import lint_exercise, read_exercise
    from quizzer.content.files import find_decks, find_exercises
    from quizzer.content.library import Library, lint_library, read_decks, read_library

__all__ = [
    "Library",
    "find_decks",
    "find_exercises",
    "lint_deck",
    "lint_exercise",
    "lint_library",
    "read_deck",
    "read_decks",
    "read_exercise",
    "read_library",
]

_HOMES = {
    "Library": "library",
    "find_decks": "files",
    "find_exercises": "files",
    "lint_deck": "decks",
    "lint_exercise": "exercises",
    "lint_library": "library",
    "read_deck": "decks",
    "read_decks": "library",
    "read_exercise": "exercises",
    "read_library": "library",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - the point of this function

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
