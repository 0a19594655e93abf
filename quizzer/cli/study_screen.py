"""What a study session prints: pages of the reports on the learner's terminal, in one write each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as RichText

from quizzer.cli.media_links import linked
from quizzer.reports.card_page import PageStyle, sentence
from quizzer.reports.card_words import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console


class Screen:
    """A terminal that only ever moves on: no alternate screen, so the scroll-back keeps the session."""

    def __init__(self, console: Console, *, language: str, plain: bool, home: Path | None = None) -> None:
        self._console = console
        self._home = home
        self._language = language
        self._plain = plain

    @property
    def style(self) -> PageStyle:
        """How pages are laid out now; the terminal may have been resized since the last one."""
        colour = self._console.color_system is not None and not self._console.no_color
        return PageStyle(self._console.width, self._language, plain=self._plain, colour=colour)

    @property
    def prompt(self) -> str:
        """What stands before a typed answer. ASCII: the line editor counts its bytes."""
        return f"{self.word('answer')}: " if self._plain else "  > "

    def word(self, key: str, **values: object) -> str:
        return say(self._language, key, **values)

    def show(self, lines: Sequence[RichText]) -> None:
        """Print a page that is already laid out; when this returns, the terminal has it."""
        if lines:
            shown = lines if self._plain or self._home is None else linked(lines, self._home)
            self._console.print(RichText("\n").join(shown), soft_wrap=True)
            self._console.file.flush()

    def note(self, key: str, **values: object) -> None:
        """One sentence of the interface."""
        self.tell(self.word(key, **values))

    def tell(self, text: str) -> None:
        """A sentence that is made already."""
        self.show([*sentence(text, style=self.style, text_style="dim"), RichText()])
