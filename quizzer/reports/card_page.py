"""Laying out a page of text for a terminal: indents, labels and widths, for eyes or for a screen reader.

A page is a list of rich lines, wrapped here; whoever prints them must not wrap or crop them again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.reports.card_wrap import wrap
from quizzer.reports.markdown import blocks, code_lines, inline, without_controls

if TYPE_CHECKING:
    from quizzer.reports.markdown import Block

WIDEST = 100
"""Longer lines are hard to read, however wide the terminal is."""
MARGIN = 2
DIM, LABEL, RIGHT, WRONG = "dim", "dim", "bold green", "bold red"


@dataclass(frozen=True, slots=True)
class PageStyle:
    """For whom a page is laid out; ``plain`` has no rules, columns or colours, and names every part."""

    width: int = 80
    language: str = "en"
    plain: bool = False
    colour: bool = True

    @property
    def usable(self) -> int:
        return max(20, min(self.width, WIDEST))

    @property
    def ticks(self) -> bool:
        """Where nothing is coloured, backticks are what tells code from words."""
        return self.plain or not self.colour


def markdown_lines(source: str, *, style: PageStyle, width: int) -> list[RichText]:
    """Card Markdown as lines of at most ``width`` cells, code excepted: code keeps its line breaks."""
    lines: list[RichText] = []
    previous: Block | None = None
    for block in blocks(source):
        if previous is not None and not _one_list(previous, block):
            lines.append(RichText())
        lines.extend(_block_lines(block, style=style, width=width))
        previous = block
    return lines


def _one_list(previous: Block, block: Block) -> bool:
    """Whether two blocks are items of one list, or of lists inside of it; bullets after numbers begin another."""
    if previous.kind != "item" or block.kind != "item":
        return False
    nested = previous.level > 0 or block.level > 0
    return nested or previous.mark[0].isdigit() == block.mark[0].isdigit()


def paragraph(source: str, *, style: PageStyle) -> list[RichText]:
    """Markdown in the body of a page, behind the margin."""
    margin = 0 if style.plain else MARGIN
    lines = markdown_lines(source, style=style, width=style.usable - margin)
    return [indented(line, margin) for line in lines]


def labelled(label: str, body: str | list[RichText], *, style: PageStyle, label_cells: int) -> list[RichText]:
    """A part of the page behind its label, ``body`` in one column; in plain pages, ``Label: text``."""
    if style.plain:
        lines = _body_lines(body, style=style, width=style.usable - cell_len(label) - 2)
        if not lines:
            return [RichText(f"{label}:")]
        several = len(lines) > 1 and isinstance(body, list)
        head = [RichText(f"{label}:")] if several else [RichText(f"{label}: ").append_text(lines[0])]
        return head + (lines if several else lines[1:])
    indent = MARGIN + label_cells + MARGIN
    lines = _body_lines(body, style=style, width=style.usable - indent) or [RichText()]
    head_line = RichText(" " * MARGIN).append(padded(label, label_cells), style=LABEL)
    first = head_line.append(" " * MARGIN).append_text(lines[0])
    return [first, *(indented(line, indent) for line in lines[1:])]


def sentence(text: str, *, style: PageStyle, text_style: str = "") -> list[RichText]:
    """Words of the interface behind the margin, wrapped."""
    margin = 0 if style.plain else MARGIN
    words = RichText(without_controls(text), style="" if style.plain else text_style)
    return [indented(line, margin) for line in wrap(words, style.usable - margin)]


def spread(left: str, right: str, *, style: PageStyle) -> RichText:
    """Two dim texts at both ends of one line; the left one gives way, the right one is never cut."""
    room = style.usable - MARGIN - cell_len(right) - MARGIN
    shown = RichText(without_controls(left).replace("\n", " "))
    shown.truncate(max(0, room), overflow="ellipsis", pad=True)
    return RichText(" " * MARGIN, style=DIM).append_text(shown).append(" " * MARGIN + right)


def rule(style: PageStyle) -> RichText:
    """The line that parts two cards."""
    return RichText("─" * style.usable, style=DIM)


def indented(line: RichText, cells: int) -> RichText:
    """The line moved right, unless it is empty: trailing spaces would only be copied along."""
    return RichText(" " * cells).append_text(line) if cells and line.plain else line


def padded(text: str, cells: int) -> str:
    """``text`` filled with spaces to a width in terminal cells."""
    return text + " " * max(0, cells - cell_len(text))


def code_block(code: str, *, style: PageStyle) -> list[RichText]:
    """Code as lines, coloured where the page is; never wrapped, so that it can be copied."""
    return code_lines(without_controls(code), colour=not style.ticks)


def _body_lines(body: str | list[RichText], *, style: PageStyle, width: int) -> list[RichText]:
    return markdown_lines(body, style=style, width=width) if isinstance(body, str) else body


def _block_lines(block: Block, *, style: PageStyle, width: int) -> list[RichText]:
    if block.kind == "code":
        lines = code_lines(block.text, language=block.mark, colour=not style.ticks)
        return [indented(line, 0 if style.plain else MARGIN) for line in lines]
    text = inline(block.text, ticks=style.ticks)
    if block.kind == "heading":
        text.stylize_before("bold")
    if block.kind == "item":
        mark = "•" if block.mark in "-*+" and not style.plain else block.mark
        deep = block.level * MARGIN
        lines = wrap(text, width - deep - cell_len(mark) - 1)
        return [
            indented(RichText(f"{mark} ").append_text(line), deep)
            if number == 0
            else indented(line, deep + cell_len(mark) + 1)
            for number, line in enumerate(lines)
        ]
    return wrap(text, width)
