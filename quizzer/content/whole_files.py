"""The files that make up a deck or an exercise, as text with one kind of line end, to be packed elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.content.files import CARDS_FOLDER, DECK_FILE, MAX_CARDS_FILE_BYTES, Folder
from quizzer.content.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BESIDE = ("README.md", "LICENSE")


def deck_files(folder: Path) -> dict[str, str]:
    """Path and text of each file of a deck; what else an author keeps in the folder is not among them."""
    problems = Problems()
    source = Folder(folder, problems=problems)
    names = [name for name in (DECK_FILE, *_BESIDE, *source.names(CARDS_FOLDER)) if source.has(name)]
    return _texts(source, names, problems=problems)


def exercise_files(folder: Path) -> dict[str, str]:
    """Path and text of each file of an exercise; it has only such as the format knows."""
    problems = Problems()
    source = Folder(folder, problems=problems)
    return _texts(source, list(_below(source, "")), problems=problems)


def _below(source: Folder, folder: str) -> Iterator[str]:
    for name in source.names(folder):
        if (source.path / name).is_dir():
            yield from _below(source, name)
        else:
            yield name


def _texts(source: Folder, names: list[str], *, problems: Problems) -> dict[str, str]:
    texts = {name: source.text(name, limit=MAX_CARDS_FILE_BYTES) or "" for name in names}
    problems.refuse(source.path)
    return texts
