"""Pictures and sounds of cards: which of a package are kept, and the names by which texts speak of them.

A name in a text is looked up among the names in a folder and never made into a path. What could run where it is opened
(SVG, HTML) is not kept.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from quizzer.interchange.html_markdown import media_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from quizzer.domain.exchange import MediaFile

FOLDER = "media"
MAX_FILE_BYTES = 16 << 20
MAX_ALL_BYTES = 256 << 20
_SUFFIXES = frozenset("png jpg jpeg gif webp bmp mp3 ogg opus wav m4a flac".split())  # noqa: SIM905 - a list to read
_MOST_NAME_BYTES = 200
_NAMED = re.compile(r"\((?:image|sound): ([^\n]+?\.[A-Za-z0-9]{3,4})\)")

_SHOWN_IN_HTML = re.compile(r"\((?P<kind>image|sound): (?P<name>[^\n<]+?\.[A-Za-z0-9]{3,4})\)")


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """The names of the pictures and sounds that texts show."""
    return frozenset(name for text in texts for name in _NAMED.findall(text))


def names_with_places(text: str) -> Iterator[tuple[str, int, int]]:
    """The same, each time, with where it begins and ends."""
    for found in _NAMED.finditer(text):
        yield found[1], *found.span(1)


def worth_keeping(listed: Iterable[MediaFile], texts: Iterable[str]) -> tuple[MediaFile, ...]:
    """Those of a package's media that a text names and that may be kept, to ``MAX_ALL_BYTES`` in all."""
    named = named_in(texts)
    kept: dict[str, MediaFile] = {}
    room = MAX_ALL_BYTES
    for file in listed:
        if file.name in named and file.name not in kept and is_harmless(file.name) and 0 <= file.size <= MAX_FILE_BYTES:
            room -= file.size
            if room < 0:
                break
            kept[file.name] = file
    return tuple(kept.values())


def is_harmless(name: str) -> bool:
    """Whether a file may have this name in a folder of ours: a picture or a sound, visible, and nowhere else."""
    stem, _, suffix = name.rpartition(".")
    return (
        suffix.lower() in _SUFFIXES
        and bool(stem.strip(". "))
        and not name.startswith(".")
        and name == media_name(name)
        and not set(name) & set('<>:"|?*')
        and len(name.encode()) <= _MOST_NAME_BYTES
    )


def as_anki_has_it(html: str, names: Collection[str]) -> str:
    """HTML with the pictures and sounds that the text names, those of ``names``, in Anki's own way."""
    return _SHOWN_IN_HTML.sub(lambda found: _in_anki(found, names), html) if names else html


def _in_anki(found: re.Match[str], names: Collection[str]) -> str:
    name = unescape(found["name"])
    if name not in names:
        return found[0]
    return f"[sound:{name}]" if found["kind"] == "sound" else f'<img src="{escape(name)}">'


def there(folder: Path) -> dict[str, Path]:
    """The media that a folder holds, by name; links and whatever else lies there are none."""
    if not folder.is_dir():
        return {}
    return {
        path.name: path
        for path in sorted(folder.iterdir())
        if is_harmless(path.name) and path.is_file() and not path.is_symlink()
    }
