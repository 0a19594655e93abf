"""What an author does to files: scaffolds written, missing ids put in, two versions compared."""

from __future__ import annotations

import keyword
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem, InputError, Location, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from quizzer.content.card_ids import NewId
    from quizzer.content.problems import Problems

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BOM = "\ufeff"


def new_deck(folder: Path) -> tuple[Path, ...]:
    """Write the files of a new deck into ``folder``, which is new or empty; gives what was written."""
    from quizzer.content.scaffold import DECK_FILES  # noqa: PLC0415 - the package is lazy

    return _scaffold(folder, DECK_FILES, id=_slug(folder))


def new_exercise(folder: Path, *, function: str | None = None, module: str | None = None) -> tuple[Path, ...]:
    """Write the files of a new exercise that asks for a function or a module of that name.

    Without either it is a function called like the folder.
    """
    from quizzer.content.scaffold import EXERCISE_FILES, MODULE_FILES  # noqa: PLC0415 - as above

    if function and module:
        raise UsageError("learners write a function or a module", hint="leave out --function or --module")
    slug = _slug(folder)
    name = module or function or slug.replace("-", "_")
    if not name.isidentifier() or keyword.iskeyword(name):
        what, option = ("a module", "--module") if module else ("a function", "--function")
        raise UsageError(f"{name!r} is no name for {what}", hint=f"give one with {option} NAME")
    return _scaffold(folder, MODULE_FILES if module else EXERCISE_FILES, id=slug, name=name)


def _slug(folder: Path) -> str:
    name = folder.resolve().name
    if not _SLUG.fullmatch(name):
        hint = "the folder's name is its id: small letters, digits and '-'"
        raise UsageError(f"{name!r} cannot be an id", hint=hint)
    return name


def _scaffold(folder: Path, files: Mapping[str, str], **values: str) -> tuple[Path, ...]:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty", hint="name a folder that does not exist yet")
    written = []
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.format(**values), encoding="utf-8", newline="\n")
            written.append(path)
    except OSError as problem:
        raise EnvironmentProblem(f"{folder} cannot be written: {problem.strerror}") from None
    return tuple(written)


@dataclass(frozen=True, slots=True)
class _CardFile:
    path: Path
    text: str


def missing_ids(path: Path, *, write: bool) -> tuple[NewId, ...]:
    """An id for each card without one in the deck at ``path`` (or in the one file of it); with ``write``, put in.

    Raises:
        InputError: no deck there, or a file that is no YAML; then nothing is written.
    """
    from quizzer.content.card_ids import ids_of, inserted, new_ids  # noqa: PLC0415 - loads PyYAML
    from quizzer.content.problems import Problems  # noqa: PLC0415 - as above

    problems = Problems()
    deck, wanted = _deck_of(path)
    files = _card_files(deck, problems=problems)
    taken = {name for file in files for name in ids_of(str(file.path), file.text, problems=problems)}
    problems.refuse(path)
    found = {
        file.path: new_ids(str(file.path), file.text, taken=taken, problems=problems)
        for file in files
        if wanted in (None, file.path)
    }
    for name, edits in found.items() if write else ():
        if edits:
            raw = name.read_bytes().decode("utf-8")
            mark = _BOM if raw.startswith(_BOM) else ""
            _replace(name, (mark + inserted(raw.removeprefix(_BOM), edits)).encode())
    return tuple(edit for edits in found.values() for edit in edits)


def _deck_of(path: Path) -> tuple[Path, Path | None]:
    """The deck's folder, and the one file that is meant, if it is one."""
    deck = path if path.is_dir() else next((up for up in path.parents if (up / "deck.yaml").is_file()), path.parent)
    if not (deck / "deck.yaml").is_file() or not path.exists():
        raise InputError("there is no deck here", location=Location(str(path)), hint="a deck has a deck.yaml")
    return deck, None if path.is_dir() or path.name == "deck.yaml" else path


def _card_files(deck: Path, *, problems: Problems) -> list[_CardFile]:
    from quizzer.content.files import MAX_CARDS_FILE_BYTES, Folder  # noqa: PLC0415 - as above

    source = Folder(deck, problems=problems)
    names = [name for name in source.names("cards") if name.endswith(".yaml")]
    texts = {name: source.text(name, limit=MAX_CARDS_FILE_BYTES) for name in names}
    return [_CardFile(deck / name, text) for name, text in texts.items() if text is not None]


def _replace(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of a file at once: whoever reads meanwhile sees the one or the other."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.chmod(path.stat().st_mode)
        os.replace(beside, path)  # noqa: PTH105 - what the function is about
    except OSError as problem:
        raise EnvironmentProblem(f"{path} cannot be written: {problem.strerror}") from None
