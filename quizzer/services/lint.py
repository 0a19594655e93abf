"""Linting what authors name: folders, decks, exercises, or a single file of one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizzer.domain.errors import InputError, Location, Severity
from quizzer.services.library import MARKER_FILES, content_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from quizzer.domain.errors import Diagnostic


@dataclass(frozen=True, slots=True)
class LintReport:
    """What linting found, in the order of the files; ``meanings`` says what each code stands for."""

    diagnostics: tuple[Diagnostic, ...]
    meanings: Mapping[str, str]

    @property
    def errors(self) -> int:
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        return len(self.diagnostics) - self.errors


@dataclass(frozen=True, slots=True)
class _Target:
    """A folder to lint; with ``file``, only what concerns that file, shown ``as_`` the author wrote it, is wanted."""

    folder: Path
    file: Path | None = None
    as_: Path | None = None


def lint_paths(paths: Sequence[Path]) -> LintReport:
    """Every problem of the decks and exercises at or below ``paths``; needs no database.

    Where a path is a single file of a deck or exercise, the whole is read, and what is told is this file's problems
    and the errors of the file that describes the whole.

    Raises:
        InputError: a path that does not exist, or where there is nothing to lint.
    """
    from quizzer.content import lint_library  # noqa: PLC0415 - loads PyYAML and pydantic
    from quizzer.content.codes import MEANINGS  # noqa: PLC0415 - the package is lazy

    targets = [_target(path) for path in paths]
    found = lint_library(list(dict.fromkeys(target.folder for target in targets)))
    return LintReport(tuple(_wanted(found, targets)), MEANINGS)


def _target(path: Path) -> _Target:
    if path.is_dir() or path.name in MARKER_FILES:
        return _Target(content_folder(path))
    if not path.exists():
        raise InputError("there is no such file or folder", location=Location(str(path)))
    # Whoever stands in the cards folder names the file alone: the deck is found from its absolute path.
    for written in (path, path.absolute()):
        for folder in written.parents:
            if any((folder / name).is_file() for name in MARKER_FILES):
                return _Target(folder, written, path)
    raise InputError(
        "this file is in no deck and no exercise",
        location=Location(str(path)),
        hint="a deck is a folder with deck.yaml, an exercise one with exercise.yaml",
    )


def _wanted(found: Iterable[Diagnostic], targets: Sequence[_Target]) -> Iterable[Diagnostic]:
    whole = [target.folder for target in targets if target.file is None]
    written = {str(target.file): str(target.as_) for target in targets if target.file is not None}
    headers = {str(target.folder / name) for target in targets if target.file is not None for name in MARKER_FILES}
    for one in found:
        path = one.location.path
        if path in written:
            yield replace(one, location=replace(one.location, path=written[path]))
        elif (path in headers and one.severity is Severity.ERROR) or any(_is_below(path, folder) for folder in whole):
            yield one


def _is_below(path: str, folder: Path) -> bool:
    return folder.__class__(path).is_relative_to(folder)
