"""Where the built-in content is: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class ContentFolders:
    """A folder of decks and a folder of exercises; either may be missing."""

    decks: Path
    exercises: Path


def builtin_folders(package: Path = PACKAGE) -> ContentFolders:
    """The folders that ship with this installation."""
    if (package / "_decks").is_dir():
        return ContentFolders(package / "_decks", package / "_exercises")
    return ContentFolders(package.parent / "decks", package.parent / "exercises")
