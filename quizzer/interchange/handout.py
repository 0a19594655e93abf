"""A handout as a file: a zip of deck and exercise files, and ``quizzer.json``, which names each with its SHA-256.

The same content gives the same bytes on every machine: names in order, no times, nothing compressed (each zlib packs
in its own way). The hashes tell damage and mixed-up files; they do not tell who made it.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from quizzer.domain.errors import InputError, Location
from quizzer.domain.handout import Edition, Handout, PackedDeck, PackedExercise
from quizzer.interchange.shape import fits
from quizzer.interchange.zip_members import Members, opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT, VERSION = "quizzer-handout", 1
SUFFIX = ".quizzer"
MANIFEST = "quizzer.json"
MAX_FILES = 20_000
MAX_FILE_BYTES = 1 << 20
MAX_TOTAL_BYTES = 64 << 20
_MAX_MANIFEST_BYTES = 8 << 20
_HINT = "ask for the file again, or download it again"

# Folders of decks and exercises, and plain names of files below them: none hidden, none that another system reads
# as a path, a drive or a stream.
_PART = r'/(?!\.)[^\x00-\x1f\x7f/\\:*?"<>|]{1,200}'
_PATH = re.compile(rf"(decks|exercises)/[a-z0-9-]{{1,100}}({_PART}){{1,3}}")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# The earliest time that a zip file can tell, and a plain file that its owner may write.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


def handout_bytes(handout: Handout) -> bytes:
    """The file; equal handouts give equal bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        # First, so that whoever looks knows at once what this is.
        for name, content in ((MANIFEST, _manifest(handout)), *sorted(handout.files.items())):
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.create_system, info.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(info, content)
    return held.getvalue()


def is_handout(path: Path) -> bool:
    """Whether the file is a zip file with our manifest in it, or at least says so by its name."""
    if path.suffix == SUFFIX and path.is_file():
        return True
    try:
        with zipfile.ZipFile(path) as archive:
            return MANIFEST in archive.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False


def read_handout(path: Path) -> Handout:
    """The handout in a file; InputError, with a sentence, for whatever is wrong with it."""
    with opened(path, hint=_HINT) as archive:
        return _Reading(Members(archive, Location(str(path)), most=MAX_FILES, allowed=_is_ours)).handout()


def _is_ours(name: str) -> bool:
    return name == MANIFEST or _PATH.fullmatch(name) is not None


def _manifest(handout: Handout) -> bytes:
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "name": handout.name,
        "edition": handout.edition.value,
        "decks": [asdict(deck) for deck in handout.decks],
        "exercises": [asdict(exercise) for exercise in handout.exercises],
        "files": {name: _digest(content) for name, content in sorted(handout.files.items())},
    }
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


class _Reading:
    def __init__(self, members: Members) -> None:
        self._members = members

    def handout(self) -> Handout:
        plain = self._plain()
        if plain.get("format") != FORMAT:
            raise self._members.refusal("this zip file is no handout of quizzer's")
        if plain.get("version") != VERSION:
            raise self._members.refusal("this handout was made by a newer quizzer", "upgrade quizzer")
        try:
            handout = Handout(
                name=plain["name"],
                edition=Edition(plain["edition"]),
                decks=tuple(PackedDeck(**one) for one in plain["decks"]),
                exercises=tuple(PackedExercise(**one) for one in plain["exercises"]),
                files={},
            )
            hashes: Mapping[str, Any] = dict(plain["files"])
        except (ValueError, TypeError, KeyError) as error:
            raise self._damaged() from error
        # Its name becomes part of a key of the database.
        packed = all(fits(one, type(one)) for one in (*handout.decks, *handout.exercises))
        if not isinstance(handout.name, str) or not NAME.fullmatch(handout.name) or not packed:
            raise self._damaged()
        return Handout(handout.name, handout.edition, handout.decks, handout.exercises, self._files(hashes))

    def _plain(self) -> dict[str, Any]:
        try:
            plain = json.loads(self._members.read(MANIFEST, limit=_MAX_MANIFEST_BYTES))
        except (ValueError, RecursionError) as error:
            raise self._damaged() from error
        if not isinstance(plain, dict):
            raise self._damaged()
        return plain

    def _files(self, hashes: Mapping[str, Any]) -> dict[str, bytes]:
        there = self._members.infos.keys() - {MANIFEST}
        for name in sorted(there ^ hashes.keys()):
            wrong = "is not in its list of files" if name in there else "is missing"
            raise self._members.refusal(f"'{name[:120]}' {wrong}: this handout was changed after it was made", _HINT)
        files: dict[str, bytes] = {}
        room = MAX_TOTAL_BYTES
        for name in sorted(there):
            files[name] = content = self._members.read(name, limit=MAX_FILE_BYTES)
            room -= len(content)
            if room < 0:
                raise self._members.refusal(f"this handout is larger than {MAX_TOTAL_BYTES >> 20} MiB")
            if _digest(content) != hashes[name]:
                raise self._members.refusal(f"'{name}' is not as its author wrote it", _HINT)
        return files

    def _damaged(self) -> InputError:
        return self._members.refusal("the list of contents of this handout is damaged", _HINT)
