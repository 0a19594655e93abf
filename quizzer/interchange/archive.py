"""The outside of an Anki package: a zip file whose every size, name and end is checked before it is believed.

Nothing is unpacked to disk. The media of a package are counted and named, never read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.errors import Location
from quizzer.interchange.protobuf import ProtobufError, fields_of
from quizzer.interchange.zip_members import Members, opened
from quizzer.interchange.zstd import decompress

if TYPE_CHECKING:
    import zipfile
    from pathlib import Path

MAX_UNPACKED_BYTES = 512 << 20
MAX_MEMBERS = 100_000
_MAX_META_BYTES = 64 << 10
_LATEST_VERSION = 3
_VERSION_FIELD = 1

# The newest first: a package of a new Anki has a stub beside it that says "please update".
_NEW, _LEGACY_2, _LEGACY_1 = "collection.anki21b", "collection.anki21", "collection.anki2"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What is of use in a package: its database, as bytes, and the names of its media."""

    database: bytes
    media: tuple[str, ...]


def unpack(path: Path) -> Unpacked:
    """The database and media names of ``path``; InputError, with a sentence, for whatever is wrong with the file."""
    with opened(path, hint="export it from Anki again, or download it again") as archive:
        return _Package(archive, Location(str(path))).unpacked()


def _is_flat(name: str) -> bool:
    return name not in ("", ".", "..") and not any(trick in name for trick in ("/", "\\", "\0", ":"))


class _Package:
    def __init__(self, archive: zipfile.ZipFile, where: Location) -> None:
        self._where = where
        self._files = Members(archive, where, most=MAX_MEMBERS, allowed=_is_flat)
        self._members = self._files.infos
        self._refusal = self._files.refusal

    def unpacked(self) -> Unpacked:
        self._check_version()
        if _NEW in self._members:
            database = decompress(self._read(_NEW), limit=MAX_UNPACKED_BYTES, where=self._where)
            self._files.check_ratio(len(database), self._members[_NEW].compress_size)
            return Unpacked(database, self._media_of_the_new_format())
        name = next((name for name in (_LEGACY_2, _LEGACY_1) if name in self._members), None)
        if name is None:
            raise self._refusal("there is no collection in this zip file", "an Anki package has one")
        return Unpacked(self._read(name), self._media_of_the_old_format())

    def _check_version(self) -> None:
        if "meta" not in self._members:
            return
        try:
            found = [
                value
                for number, value in fields_of(self._read("meta", limit=_MAX_META_BYTES))
                if number == _VERSION_FIELD
            ]
        except ProtobufError as error:
            raise self._refusal("the version of this package cannot be read") from error
        version = found[-1] if found else 0
        if not isinstance(version, int) or version > _LATEST_VERSION:
            raise self._refusal(
                "this package was made by a newer Anki than quizzer knows",
                "export it with 'Support older Anki versions'",
            )
        if version == _LATEST_VERSION and _NEW not in self._members:
            raise self._refusal("the collection of this package is missing", "export it from Anki again")

    def _media_of_the_new_format(self) -> tuple[str, ...]:
        if "media" not in self._members:
            return ()
        raw = decompress(self._read("media"), limit=MAX_UNPACKED_BYTES, where=self._where)
        try:
            names = [_entry_name(value) for number, value in fields_of(raw) if number == 1]
        except (ProtobufError, UnicodeDecodeError) as error:
            raise self._refusal("the list of media in this package is damaged") from error
        return self._names(names)

    def _media_of_the_old_format(self) -> tuple[str, ...]:
        if "media" not in self._members:
            return ()
        try:
            listed = json.loads(self._read("media") or b"{}")
        except (ValueError, RecursionError) as error:
            raise self._refusal("the list of media in this package is damaged") from error
        if not isinstance(listed, dict):
            raise self._refusal("the list of media in this package is damaged")
        return self._names(list(map(str, listed.values())))

    def _names(self, names: list[str]) -> tuple[str, ...]:
        for name in names:
            self._files.check_name(name)
        return tuple(names)

    def _read(self, name: str, *, limit: int = MAX_UNPACKED_BYTES) -> bytes:
        return self._files.read(name, limit=limit)


def _entry_name(entry: int | bytes) -> str:
    if isinstance(entry, int):
        raise ProtobufError("a name is missing")
    name = next((value for number, value in fields_of(entry) if number == 1), b"")
    return name.decode() if isinstance(name, bytes) else ""
