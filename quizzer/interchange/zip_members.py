"""The files in a zip from a stranger: every name, link, size and ratio is checked before anything is believed.

Nothing is unpacked to disk. What the files are is for the caller to know.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quizzer.domain.errors import InputError, Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

MAX_RATIO = 200
"""A database compresses 5 to 30 times; a bomb a thousand times. Small files are let through whatever their ratio."""
RATIO_FREE_BYTES = 16 << 20


@contextmanager
def opened(path: Path, *, hint: str) -> Iterator[zipfile.ZipFile]:
    """The zip file at ``path``; InputError, with a sentence, for whatever is wrong with it, also while it is read."""
    where = Location(str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError("this package is damaged or cut short", hint=hint, location=where) from error
    except OSError as error:
        raise InputError(f"this file cannot be read: {error.strerror}", location=where) from error


class Members:
    """The files of an open archive, at most ``most``, each name of which ``allowed`` knows; in the archive's order."""

    def __init__(self, archive: zipfile.ZipFile, where: Location, *, most: int, allowed: Callable[[str], bool]) -> None:
        self._archive = archive
        self._where = where
        self._allowed = allowed
        self.infos: Mapping[str, zipfile.ZipInfo] = self._checked(most)

    def read(self, name: str, *, limit: int) -> bytes:
        """The content of a file, at most ``limit`` bytes of it; InputError where there are more."""
        info = self.infos[name]
        if info.flag_bits & 1:
            raise self.refusal("this package is encrypted")
        limit = min(limit, max(RATIO_FREE_BYTES, MAX_RATIO * info.compress_size))
        with self._archive.open(info) as member:
            raw = member.read(limit + 1)
        # The header's word on the size is the sender's; what came out is counted.
        self.check_ratio(len(raw), info.compress_size)
        if len(raw) > limit:
            raise self.refusal(f"'{name}' in this package is larger than {limit >> 20 or 1} MiB")
        return raw

    def check_name(self, name: str) -> None:
        """Refuse a name that leads out of the package."""
        if not self._allowed(name):
            message = f"this package names a file outside itself ({_shown(name)})"
            raise self.refusal(message, "do not trust it; nothing was read")

    def check_ratio(self, size: int, packed: int) -> None:
        """Refuse what unpacks to a large multiple of itself."""
        if size > RATIO_FREE_BYTES and size > MAX_RATIO * max(1, packed):
            raise self.refusal(
                f"this package unpacks to more than {MAX_RATIO} times its size",
                "that is how zip bombs are made; nothing was read",
            )

    def refusal(self, message: str, hint: str | None = None) -> InputError:
        """An error about this package, to be raised."""
        return InputError(message, hint=hint, location=self._where)

    def _checked(self, most: int) -> dict[str, zipfile.ZipInfo]:
        infos = self._archive.infolist()
        if len(infos) > most:
            raise self.refusal(f"this package has more than {most} files")
        members: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            self.check_name(info.orig_filename)
            if stat.S_ISLNK(info.external_attr >> 16):
                raise self.refusal(f"this package has a link in it ({_shown(info.filename)})")
            if info.filename in members:
                raise self.refusal(f"this package has two files named {_shown(info.filename)}")
            members[info.filename] = info
        return members


def _shown(name: str) -> str:
    return ascii(name)[:80]
