"""Every text that ``--help`` shows, by command, as a reader of it would collect them."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, NamedTuple

import click

from quizzer.cli.lazy import LazyGroup
from quizzer.cli.main import cli

if TYPE_CHECKING:
    from collections.abc import Iterator


class Helped(NamedTuple):
    """A command and how it is called."""

    path: tuple[str, ...]
    command: click.Command

    @property
    def texts(self) -> Iterator[str]:
        """The paragraphs, options and lines of listings of its page, each in one line but for what click keeps."""
        for text in (self.command.help or "", self.command.epilog or ""):
            yield from (_one_line(paragraph) for paragraph in inspect.cleandoc(text).split("\n\n") if paragraph)
        context = click.Context(self.command, info_name=self.path[-1])
        for parameter in self.command.get_params(context):
            if isinstance(parameter, click.Option) and parameter.help and not parameter.hidden:
                yield _one_line(parameter.help)
        if isinstance(self.command, LazyGroup):
            yield from (entry.help for entry in self.command.table.values())


def _one_line(paragraph: str) -> str:
    return paragraph if paragraph.startswith("\b") else " ".join(paragraph.split())


def commands(path: tuple[str, ...] = ("quizzer",), command: click.Command = cli) -> Iterator[Helped]:
    """``quizzer`` and all below it."""
    yield Helped(path, command)
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path[-1])
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from commands((*path, name), child)
