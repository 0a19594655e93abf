"""Notices that Python files were saved, by looking at them again and again: it works on every file system.

It reads no file, and says nothing of one until two looks in a row found the same.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

POLL_S = 0.05
_GONE_AFTER_S = 0.5
_RESCAN_S = 0.1
# Searching a large tree takes at most this share of the time.
_RESCAN_SHARE = 0.05
_PASSED_OVER = frozenset({"__pycache__", "node_modules", "site-packages", "venv", "env"})

Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Saved:
    """A file has new content, or is new."""

    path: Path


@dataclass(frozen=True, slots=True)
class Gone:
    """A file is no longer there, and has not been replaced."""

    path: Path


@dataclass(slots=True)
class _Known:
    reported: Stamp | None
    seen: Stamp | None
    missing_since: float | None = None


class FileWatch:
    """Watches files, and the .py files at and below folders; ``poll`` about every ``POLL_S`` seconds."""

    def __init__(self, targets: Sequence[Path], *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._folders = [path for path in targets if path.is_dir()]
        self._named = [path for path in targets if path not in self._folders]
        self._files: dict[Path, _Known] = {}
        self._next_scan = 0.0
        for path in self._named:
            self._files[path] = _Known(stamp(path), stamp(path))
        for path in self._scan():
            self._files.setdefault(path, _Known(stamp(path), stamp(path)))

    @property
    def files(self) -> list[Path]:
        """The files known to be there."""
        return sorted(path for path, known in self._files.items() if known.seen is not None)

    def take_as_known(self, path: Path) -> None:
        """Say nothing of what a file has become until now."""
        self._files[path] = _Known(stamp(path), stamp(path))

    def poll(self) -> list[Saved | Gone]:
        """What happened since the last call, oldest save first."""
        if self._clock() >= self._next_scan:
            for path in self._scan():
                self._files.setdefault(path, _Known(None, None))
        events = [event for path in list(self._files) if (event := self._look(path)) is not None]
        return sorted(events, key=lambda event: (stamp(event.path) or (0,))[0])

    def _look(self, path: Path) -> Saved | Gone | None:
        known, now = self._files[path], stamp(path)
        if now is None:
            return self._miss(path, known)
        known.missing_since = None
        settled, known.seen = known.seen == now, now
        if not settled or known.reported == now:
            return None
        known.reported = now
        return Saved(path)

    def _miss(self, path: Path, known: _Known) -> Gone | None:
        # An editor that renames its new file into place may leave a moment without any.
        known.missing_since = self._clock() if known.missing_since is None else known.missing_since
        if self._clock() - known.missing_since < _GONE_AFTER_S:
            return None
        was_there = known.reported is not None
        known.reported = known.seen = None
        if path not in self._named:
            del self._files[path]
        return Gone(path) if was_there else None

    def _scan(self) -> list[Path]:
        began = self._clock()
        found = [path for folder in self._folders for path in python_files(folder)]
        took = self._clock() - began
        self._next_scan = self._clock() + max(_RESCAN_S, took / _RESCAN_SHARE)
        return found


def stamp(path: Path) -> Stamp | None:
    """What changes whenever a file is written or replaced; None where there is no file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def python_files(folder: Path) -> Iterator[Path]:
    """The .py files at and below a folder; hidden names, environments and links to folders are passed over."""
    # A folder may vanish while it is read.
    with suppress(OSError):
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        if any(entry.name == "pyvenv.cfg" for entry in found):
            return
        for entry in found:
            if entry.name.startswith(".") or entry.name in _PASSED_OVER:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from python_files(folder / entry.name)
            elif entry.name.endswith(".py"):
                yield folder / entry.name
