"""Keeps the built-in decks and exercises in the database current, at almost no cost when nothing changed."""

from __future__ import annotations

import os
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer import __version__
from quizzer.content.files import is_ignored
from quizzer.services.paths import builtin_folders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizzer.domain.library import SyncReport
    from quizzer.services.paths import ContentFolders
    from quizzer.storage.store import Store

BUILTIN = "builtin"
_GLANCE = "builtin:glance"
"""Paths, sizes and times of the files when they were last found equal to what is stored."""


def ensure_builtin_content(store: Store, *, at: datetime, folders: ContentFolders | None = None) -> SyncReport | None:
    """Sync the built-in content if it differs from what the database holds; None if it does not.

    Raises:
        InputError: a file of it is broken, which only an author's checkout can show; nothing is changed.
    """
    roots = _roots(folders or builtin_folders())
    files = _files(roots)
    if not any(found for _, found in files):
        return None
    glance = _glance(files)
    with store.read() as tx:
        known_glance, known_hash = tx.content_hash(_GLANCE), tx.content_hash(BUILTIN)
    if glance == known_glance:
        return None
    content_hash = _content_hash(files)
    report = None if content_hash == known_hash else _apply(store, roots, content_hash=content_hash, at=at)
    with store.write() as tx:
        tx.set_content_hash(_GLANCE, glance)
    return report


def content_version(store: Store) -> str | None:
    """A short name of the built-in content that the database holds."""
    with store.read() as tx:
        content_hash = tx.content_hash(BUILTIN)
    return content_hash[:12] if content_hash else None


def _apply(store: Store, roots: Sequence[Path], *, content_hash: str, at: datetime) -> SyncReport:
    from quizzer.content import read_library  # noqa: PLC0415 - pydantic costs 100 ms, seldom needed

    library = read_library(roots)
    with store.write() as tx:
        report = tx.apply_content(library.decks, library.exercises, origin=BUILTIN, retire_missing=True, at=at)
        tx.set_content_hash(BUILTIN, content_hash)
    return report


def _roots(folders: ContentFolders) -> tuple[Path, ...]:
    return tuple(folder for folder in (folders.decks, folders.exercises) if folder.is_dir())


def _files(roots: Sequence[Path]) -> list[tuple[Path, list[os.DirEntry[str]]]]:
    """The files below each root, in one fixed order."""
    found: list[tuple[Path, list[os.DirEntry[str]]]] = [(root, []) for root in roots]
    for root, files in found:
        _gather(root, files)
    return found


def _gather(folder: Path | str, files: list[os.DirEntry[str]]) -> None:
    with os.scandir(folder) as entries:
        here = sorted(entries, key=attrgetter("name"))
    for entry in here:
        if is_ignored(entry.name):
            continue
        if entry.is_dir():
            _gather(entry.path, files)
        else:
            files.append(entry)


def _glance(roots: Sequence[tuple[Path, list[os.DirEntry[str]]]]) -> str:
    lines = [__version__]
    for _, files in roots:
        for entry in files:
            status = entry.stat()
            lines.append(f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\n")
    return blake2b("".join(lines).encode(), digest_size=16).hexdigest()


def _content_hash(roots: Sequence[tuple[Path, list[os.DirEntry[str]]]]) -> str:
    # The version is part of it: another release may read the same files differently.
    digest = blake2b(__version__.encode(), digest_size=16)
    for root, files in roots:
        for entry in files:
            path = Path(entry.path)
            name, content = path.relative_to(root).as_posix(), path.read_bytes()
            digest.update(f"{root.name.removeprefix('_')}/{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()
