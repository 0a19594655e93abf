"""Media of a package put into a folder of the learner's: unpacked beside it first, in place once the cards are."""

from __future__ import annotations

from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem
from quizzer.interchange.archive import read_media
from quizzer.interchange.media import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from quizzer.domain.exchange import MediaFile


class Unpacked:
    """Files in a folder of their own, until ``put`` gives them their place."""

    def __init__(self, waiting: Path, target: Path, names: Sequence[str]) -> None:
        self._waiting = waiting
        self._target = target
        self.names = names

    def put(self) -> int:
        """Move them where they stay; how many could not, because another file has the name already."""
        if not self.names:
            return 0
        with _explained(self._target):
            self._target.mkdir(exist_ok=True)
            return sum(not self._put(name) for name in self.names)

    def _put(self, name: str) -> bool:
        source, target = self._waiting / name, self._target / name
        if target.exists() or target.is_symlink():
            return target.is_file() and not target.is_symlink() and target.read_bytes() == source.read_bytes()
        source.replace(target)
        return True


@contextmanager
def unpacked_media(package: Path, files: Sequence[MediaFile], home: Path) -> Iterator[Unpacked]:
    """The files of a package, read and checked, on the way to ``media/`` in ``home``.

    Raises:
        InputError: the package must not be believed.
        EnvironmentProblem: there is no room for them.
    """
    if not files:
        yield Unpacked(home, home, ())
        return
    with _explained(home), TemporaryDirectory(prefix=".media-", dir=home) as name:
        waiting = home / name
        names = []
        for file, content in read_media(package, files):
            (waiting / file.name).write_bytes(content)
            names.append(file.name)
        yield Unpacked(waiting, home / FOLDER, names)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"The media of this package cannot be written into {folder}: {error.strerror}."
        raise EnvironmentProblem(message, hint="make room there and import it again") from error
