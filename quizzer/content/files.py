"""Finding and reading authors' files: bounded in size, inside their folder, UTF-8.

Nothing here parses. A file that cannot be read becomes a diagnostic and None.
"""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from quizzer.domain.errors import InputError, Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizzer.content.problems import Problems

DECK_FILE = "deck.yaml"
EXERCISE_FILE = "exercise.yaml"
CARDS_FOLDER = "cards"
MAX_CARDS_FILE_BYTES = 1 << 20
MAX_FILE_BYTES = 1 << 18
MAX_FOLDER_DEPTH = 4
"""How far below a root decks and exercises are looked for."""

_BYTES_PER_KIB = 1024
_IGNORED_STARTS = (".", "_", "~", "#")
_IGNORED_ENDS = ("~", ".pyc")
# With the line ends that only YAML 1.1 knows: an editor's line numbers would not be the parser's.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


def find_decks(root: Path) -> tuple[Path, ...]:
    """The deck folders at or below ``root``, in name order; raises InputError if there is no such folder."""
    return tuple(sorted(_folders_with(DECK_FILE, root)))


def find_exercises(root: Path) -> tuple[Path, ...]:
    """The exercise folders at or below ``root``, in name order; InputError if there is no such folder."""
    return tuple(sorted(_folders_with(EXERCISE_FILE, root)))


def _folders_with(name: str, root: Path) -> Iterator[Path]:
    if not root.is_dir():
        raise InputError("there is no such folder", location=Location(str(root)))
    for folder, below, files in os.walk(root):
        here = root.__class__(folder)
        found = name in files
        if found:
            yield here
        if found or len(here.relative_to(root).parts) >= MAX_FOLDER_DEPTH:
            below.clear()
        if DECK_FILE in files:
            # A file of cards may be called exercise.yaml.
            below[:] = [child for child in below if child != CARDS_FOLDER]
        below[:] = [child for child in below if not is_ignored(child)]


def is_ignored(name: str) -> bool:
    """Tell whether a file or folder is an editor's or Python's own, and none of ours."""
    return name.startswith(_IGNORED_STARTS) or name.endswith(_IGNORED_ENDS)


class Folder:
    """A deck's or exercise's folder: reads its files and refuses to leave it."""

    def __init__(self, path: Path, *, problems: Problems) -> None:
        self.path = path
        self._real = path.resolve()
        self._problems = problems

    def location(self, name: str = "", line: int | None = None, column: int | None = None) -> Location:
        """A place in this folder, written as the caller wrote the folder."""
        return Location(str(self.path / name), line, column)

    def names(self, below: str = "") -> tuple[str, ...]:
        """The entries of a folder below this one in name order; none where there is no such folder."""
        folder = self.path / below
        if not folder.is_dir() or not self._inside(folder):
            return ()
        prefix = f"{below}/" if below else ""
        return tuple(
            f"{prefix}{name}" for name in sorted(entry.name for entry in folder.iterdir()) if not is_ignored(name)
        )

    def has(self, name: str) -> bool:
        """Tell whether an entry of this name exists, readable or not."""
        return os.path.lexists(self.path / name)

    def text(self, name: str, *, limit: int = MAX_FILE_BYTES) -> str | None:
        r"""The text of a file with ``\n`` line ends and no byte order mark; None after a diagnostic."""
        raw = self._bytes(name, limit)
        return None if raw is None else self._decoded(name, raw)

    def _inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self._real)

    def _bytes(self, name: str, limit: int) -> bytes | None:
        path, location = self.path / name, self.location(name)
        if not self._inside(path):
            self._problems.error("E110", location, "this link leads out of the folder; copy the file here")
            return None
        try:
            # A pipe or a device would block or never end.
            if not stat.S_ISREG(path.stat().st_mode):
                self._problems.error("E101", location, "this is not a file")
                return None
            with path.open("rb") as file:
                raw = file.read(limit + 1)
        except FileNotFoundError:
            self._problems.error("E101", location, "this file is missing")
            return None
        except OSError as error:
            self._problems.error("E101", location, f"this file cannot be read: {error.strerror}")
            return None
        if len(raw) > limit:
            message = f"this file is larger than {limit // _BYTES_PER_KIB} KiB"
            self._problems.error("E103", self.location(name, 1, 1), message, hint="split it")
            return None
        return raw

    def _decoded(self, name: str, raw: bytes) -> str | None:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            good = raw[: error.start].decode("utf-8", errors="replace")
            location = self.location(name, *line_and_column(good, len(good)))
            self._problems.error("E102", location, "this file is not UTF-8", hint=_encoding_hint(raw))
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            self._problems.error("E104", self.location(name, 1, 1), "this file is empty")
            return None
        # isprintable() is ten times as quick and knows most innocent texts at once.
        printable = text.replace("\n", "").isprintable()
        control = None if printable else _CONTROL.search(text)
        if control:
            location = self.location(name, *line_and_column(text, control.start()))
            code = ord(control.group())
            self._problems.error("E111", location, f"an invisible control character (U+{code:04X})", hint="delete it")
            return None
        return text


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of ``text``."""
    before = text[:index]
    return before.count("\n") + 1, index - before.rfind("\n")


def _encoding_hint(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "it is UTF-16; save it as UTF-8"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "save it as UTF-8"
    return "it may be GBK; save it as UTF-8"
