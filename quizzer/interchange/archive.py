"""The outside of an Anki package: a zip file whose every size, name and end is checked before it is believed.

Nothing is unpacked to disk here. Media are listed first, and read one by one only where somebody wants them.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.domain.errors import Location
from quizzer.domain.exchange import MediaFile
from quizzer.interchange.html_markdown import media_name
from quizzer.interchange.protobuf import ProtobufError, fields_of
from quizzer.interchange.zip_members import Members, opened
from quizzer.interchange.zstd import decompress

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAX_UNPACKED_BYTES = 512 << 20
MAX_MEMBERS = 100_000
_MAX_META_BYTES = 64 << 10
_LATEST_VERSION = 3
_VERSION_FIELD = 1
_FRAME_BYTES = 1 << 10
"""What a frame of zstandard may be longer than what is in it."""

# The newest first: a package of a new Anki has a stub beside it that says "please update".
_NEW, _LEGACY_2, _LEGACY_1 = "collection.anki21b", "collection.anki21", "collection.anki2"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What is of use in a package: its database, as bytes, and the list of its media."""

    database: bytes
    media: tuple[MediaFile, ...]


def unpack(path: Path) -> Unpacked:
    """The database and the list of media of ``path``; InputError, with a sentence, for whatever is wrong with it."""
    with _opened(path) as package:
        return package.unpacked()


def read_media(path: Path, files: Iterable[MediaFile]) -> Iterator[tuple[MediaFile, bytes]]:
    """The content of media that ``unpack`` listed; InputError for one that is more than the list says."""
    with _opened(path) as package:
        for file in files:
            yield file, package.content(file)


@contextmanager
def _opened(path: Path) -> Iterator[_Package]:
    with opened(path, hint="export it from Anki again, or download it again") as archive:
        yield _Package(archive, Location(str(path)))


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
            return Unpacked(database, tuple(self._media_of_the_new_format()))
        name = next((name for name in (_LEGACY_2, _LEGACY_1) if name in self._members), None)
        if name is None:
            raise self._refusal("there is no collection in this zip file", "an Anki package has one")
        return Unpacked(self._read(name), tuple(self._media_of_the_old_format()))

    def content(self, file: MediaFile) -> bytes:
        """What a file of the list holds: as much as the list said, or less."""
        raw = self._read(file.member, limit=file.size + _FRAME_BYTES * file.framed)
        return decompress(raw, limit=file.size, where=self._where) if file.framed else raw

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

    def _media_of_the_new_format(self) -> Iterator[MediaFile]:
        if "media" not in self._members:
            return
        raw = decompress(self._read("media"), limit=MAX_UNPACKED_BYTES, where=self._where)
        try:
            entries = [_entry(value) for number, value in fields_of(raw) if number == 1]
        except (ProtobufError, UnicodeDecodeError) as error:
            raise self._refusal("the list of media in this package is damaged") from error
        for number, (name, size) in enumerate(entries):
            self._files.check_name(name)
            there = str(number) in self._members
            yield MediaFile(media_name(name), str(number), size if there else -1, framed=True)

    def _media_of_the_old_format(self) -> Iterator[MediaFile]:
        if "media" not in self._members:
            return
        try:
            listed = json.loads(self._read("media") or b"{}")
        except (ValueError, RecursionError) as error:
            raise self._refusal("the list of media in this package is damaged") from error
        if not isinstance(listed, dict):
            raise self._refusal("the list of media in this package is damaged")
        for member, name in listed.items():
            self._files.check_name(str(name))
            size = self._members[member].file_size if member in self._members else -1
            yield MediaFile(media_name(str(name)), member, size, framed=False)

    def _read(self, name: str, *, limit: int = MAX_UNPACKED_BYTES) -> bytes:
        return self._files.read(name, limit=limit)


def _entry(entry: int | bytes) -> tuple[str, int]:
    """Name and size of one of the media."""
    if isinstance(entry, int):
        raise ProtobufError("a name is missing")
    found = dict(fields_of(entry))
    name, size = found.get(1, b""), found.get(2, -1)
    return name.decode() if isinstance(name, bytes) else "", size if isinstance(size, int) else -1
