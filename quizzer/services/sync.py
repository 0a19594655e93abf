"""Keeps the built-in decks and exercises in the database current, at almost no cost when nothing changed."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer import __version__
from quizzer.content.files import is_ignored
from quizzer.services.paths import builtin_folders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
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
    files = list(_files(roots))
    if not files:
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


def _files(roots: Sequence[Path]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Each file with its path below the parent of its root, in one fixed order."""
    for root in roots:
        yield from _files_below(root, root.name.removeprefix("_"))


def _files_below(folder: Path | str, name: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if is_ignored(entry.name):
                continue
            if entry.is_dir():
                yield from _files_below(entry.path, f"{name}/{entry.name}")
            else:
                yield f"{name}/{entry.name}", entry


def _glance(files: Sequence[tuple[str, os.DirEntry[str]]]) -> str:
    digest = blake2b(__version__.encode(), digest_size=16)
    for _, entry in files:
        status = entry.stat()
        digest.update(f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _content_hash(files: Sequence[tuple[str, os.DirEntry[str]]]) -> str:
    # The version is part of it: another release may read the same files differently.
    digest = blake2b(__version__.encode(), digest_size=16)
    for name, entry in files:
        content = Path(entry.path).read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
