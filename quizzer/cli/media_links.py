"""Names of pictures and sounds on a page, made into links to the files that the learner has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rich.text import Text as RichText

_SIGNS = ("(image: ", "(sound: ")


def linked(lines: Iterable[RichText], home: Path) -> Iterator[RichText]:
    """The lines, each name of the media in ``home`` a link to its file; terminals without links show the same."""
    files: dict[str, Path] | None = None
    for line in lines:
        if not any(sign in line.plain for sign in _SIGNS):
            yield line
            continue
        if files is None:
            from quizzer.interchange.media import FOLDER, there  # noqa: PLC0415 - most pages name none

            files = there(home / FOLDER)
        yield _with_links(line, files)


def _with_links(line: RichText, files: dict[str, Path]) -> RichText:
    from quizzer.interchange.media import names_with_places  # noqa: PLC0415 - as above

    shown = line.copy()
    for name, start, end in names_with_places(line.plain):
        if name in files:
            shown.stylize(Style(link=files[name].absolute().as_uri()), start, end)
    return shown
