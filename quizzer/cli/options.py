"""Options that several commands share, and the way they reach the ``AppContext``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizzer.cli.context import AppContext
from quizzer.cli.spoken import SpokenContext

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any] | click.Command")


def _into_context(attribute: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def store(ctx: click.Context, _: click.Parameter, value: Any) -> None:
        # Only a given value is kept: `--plain` before the command must survive its absence after it.
        if value:
            setattr(ctx.ensure_object(AppContext), attribute, value)

    return store


def common_options(*, hidden: bool = False) -> list[click.Option]:
    """``--db``, ``--lang`` and ``--plain``; they set the context and reach no command as arguments."""
    return [
        click.Option(
            ["--db"],
            metavar="PATH",
            type=click.Path(path_type=Path),
            callback=_into_context("db_option"),
            expose_value=False,
            hidden=hidden,
            help="The database to use, instead of the one in QUIZZER_HOME.",
        ),
        click.Option(
            ["--lang"],
            metavar="LANG",
            is_eager=True,  # --help, which is eager too, is to know it
            callback=_into_context("language_option"),
            expose_value=False,
            hidden=hidden,
            shell_complete=lambda *_: ["en", "zh-CN"],
            help="Language of cards and messages: en or zh-CN.",
        ),
        click.Option(
            ["--plain"],
            is_flag=True,
            callback=_into_context("plain"),
            expose_value=False,
            hidden=hidden,
            help="No colours and no boxes: for screen readers and logs.",
        ),
    ]


def accept_common_options(command: click.Command) -> None:
    """Let a command take the common options after its name too: that is where people type them."""
    if isinstance(command, click.Group):
        for child in command.commands.values():
            accept_common_options(child)
    command.context_class = SpokenContext
    taken = {name for parameter in command.params for name in parameter.opts}
    command.params.extend(option for option in common_options(hidden=True) if not taken & set(option.opts))


def json_option(function: F) -> F:
    """``--json``: one object on stdout; sets ``AppContext.json``."""
    return click.option(
        "--json",
        is_flag=True,
        callback=_into_context("json"),
        expose_value=False,
        help="Print one JSON object instead of text.",
    )(function)
