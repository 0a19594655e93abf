# ruff: noqa: PLC0415 - imports wait until the command runs
"""Commands that change the schedule as a whole: tried with ``--dry-run``, taken back with ``--undo``."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from quizzer.cli.exit_codes import ExitCode
from quizzer.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.cli.context import AppContext

Command = TypeVar("Command", bound="Callable[..., object]")


def undoable(*, dry_run: str, undo: str) -> Callable[[Command], Command]:
    """The two options, each with its help."""

    def decorate(command: Command) -> Command:
        command = click.option("--undo", is_flag=True, help=undo)(command)
        return click.option("--dry-run", is_flag=True, help=dry_run)(command)

    return decorate


def refuse_both(*, dry_run: bool, undo: bool) -> None:
    """UsageError where somebody wants to try and to take back."""
    if dry_run and undo:
        raise UsageError("--dry-run goes not with --undo", hint="choose one of the two")


def tell_undone(app: AppContext, cards: int | None, *, done: str, nothing: str) -> int:
    """Say how many cards are as before, None where there was nothing to take back; the exit code."""
    if app.json:
        from quizzer.reports.json_format import dumps

        click.echo(dumps({"undone": cards is not None, "cards": cards or 0}))
    else:
        from quizzer.reports.memory_words import say

        click.echo(say(app.language, nothing if cards is None else done, cards=cards), err=cards is None)
    return ExitCode.NEGATIVE if cards is None else ExitCode.OK
