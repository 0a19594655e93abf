"""``--help`` and errors in the reader's language: what click lays out, said anew and broken into lines for Chinese."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext
from quizzer.domain.errors import QuizzerError
from quizzer.domain.text import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizzer.reports.phrasebook import Phrasebook


def language_of_reader(app: AppContext | None) -> str:
    """The language that was asked for, and English where that itself is the mistake."""
    try:
        return app.language if app is not None else DEFAULT_LANGUAGE
    except QuizzerError:
        return DEFAULT_LANGUAGE


def in_language(language: str, sentence: str) -> str:
    """An English ``sentence`` of ours in ``language``."""
    from quizzer.reports.phrasebook import phrasebook  # noqa: PLC0415 - only where something went wrong

    return phrasebook(language).said(sentence)


def in_one_line(problem: QuizzerError, language: str) -> str:
    """What happened and what to do, side by side, for a page that has room for one line."""
    return " ".join(in_language(language, part) for part in (problem.message, problem.hint) if part)


class SpokenContext(click.Context):
    """A context whose help is in the reader's language."""

    def make_formatter(self) -> click.HelpFormatter:
        language = language_of_reader(self.find_object(AppContext))
        if language == DEFAULT_LANGUAGE:
            return super().make_formatter()
        from quizzer.reports.phrasebook import phrasebook  # noqa: PLC0415 - only for its readers

        formatter = SpokenFormatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.book = phrasebook(language)
        return formatter


class SpokenFormatter(click.HelpFormatter):
    """Says each text of a help page by a phrasebook and counts two cells for a wide character."""

    book: Phrasebook

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix if prefix is not None else self.book.said("Usage:"))

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{self.book.said(heading)}：\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        paragraphs = ["\n".join(indent + line for line in self._lines(part, self.width)) for part in text.split("\n\n")]
        self.write("\n\n".join(paragraphs) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        pairs = list(rows)
        column = min(max((len(first) for first, _ in pairs), default=0), col_max) + col_spacing
        for first, second in pairs:
            fits = len(first) <= column - col_spacing
            self.write(f"{'':>{self.current_indent}}{first}" + (" " * (column - len(first)) if fits else "\n"))
            margin = " " * (column + self.current_indent)
            lines = self._lines(second, max(self.width - column - 2, 10))
            self.write((margin if not fits else "") + f"\n{margin}".join(lines) + "\n")

    def _lines(self, text: str, width: int) -> list[str]:
        from quizzer.reports.line_breaks import break_offsets  # noqa: PLC0415 - only where help is Chinese

        said = self._said(text)
        if said.startswith("\b"):
            return said.splitlines()[1:]  # as it stands
        cuts = [0, *break_offsets(said, width), len(said)]
        return [said[start:end].rstrip() for start, end in pairwise(cuts)]

    def _said(self, text: str) -> str:
        plain = text if text.startswith("\b") else " ".join(text.split())
        said = self.book.said(plain)
        if said != plain:
            return said
        told, found, extra = plain.rpartition("  [" if "  [" in plain else " [")
        if found and extra.endswith("]"):
            extras = "；".join(self.book.said(one) for one in extra[:-1].split("; "))
            return f"{self.book.said(told)}  [{extras}]"
        return self.book.begins(plain.removesuffix("...").removesuffix(".")) or plain


def complain(problem: click.ClickException, language: str) -> None:
    """Tell on stderr what is wrong with a call, as click does, in ``language``."""
    if language == DEFAULT_LANGUAGE or isinstance(problem, click.exceptions.NoArgsIsHelpError):
        problem.show()
        return
    ctx = getattr(problem, "ctx", None)
    if ctx is not None:
        click.echo(ctx.get_usage(), err=True)
        click.echo(in_language(language, f"Try '{ctx.command_path} --help' for help.") + "\n", err=True)
    click.echo(in_language(language, f"Error: {problem.format_message()}"), err=True)


def explain(problem: QuizzerError, language: str) -> None:
    """Tell an error on stderr: every diagnostic, what happened, and what to do."""
    from quizzer.reports.phrasebook import in_words_of  # noqa: PLC0415 - only where something went wrong

    for diagnostic in in_words_of(language, getattr(problem, "diagnostics", ())):
        click.echo(str(diagnostic), err=True)
    where = f"{problem.location} " if problem.location else ""
    click.echo(f"quizzer: {where}{in_language(language, problem.message)}", err=True)
    if problem.hint:
        click.echo(f"  {in_language(language, problem.hint)}", err=True)
