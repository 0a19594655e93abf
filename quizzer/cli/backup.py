# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer backup``: copies of your cards, schedule and answers; ``restore`` puts one back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option

if TYPE_CHECKING:
    from quizzer.domain.backups import Inside


@click.group()
def backup() -> None:
    """Copies of the database: one is made by itself on each day of study, and before every risky act."""


@backup.command("list")
@json_option
@pass_app
def list_(app: AppContext) -> None:
    """List the copies, newest first, each with the number by which restore knows it."""
    from quizzer.services.backups import list_backups

    found = list_backups(app.database)
    if app.json:
        from quizzer.reports.backup_view import backups_object
        from quizzer.reports.json_format import dumps

        click.echo(dumps(backups_object(found)))
        return
    from quizzer.reports.backup_view import backups_page

    app.show(backups_page(found, zone=app.zone, style=app.page_style))


@backup.command()
@json_option
@pass_app
def create(app: AppContext) -> None:
    """Make a copy now; it stays until you delete it."""
    from quizzer.domain.backups import Reason
    from quizzer.services.backups import make_backup

    made = make_backup(app.database, Reason.MANUAL, now=app.now())
    if app.json:
        from quizzer.reports.backup_view import backup_object
        from quizzer.reports.json_format import dumps

        click.echo(dumps(backup_object(made)))
        return
    from quizzer.reports.backup_words import say

    click.echo(say(app.language, "made_one", path=made.path))


@backup.command()
@click.argument("which", metavar="NUMBER|FILE|newest")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@click.pass_context
@pass_app
def restore(app: AppContext, ctx: click.Context, which: str, *, yes: bool) -> None:
    """Make the database what a copy is: its number in the list, a file, or newest.

    What the database holds now is copied first. Other sessions may be open: they go on with what was restored.
    """
    from quizzer.services import backups

    source = backups.find_backup(app.database, which)
    if not _is_sure(app, source, yes=yes):
        from quizzer.reports.backup_words import say

        click.echo(say(app.language, "kept"), err=True)
        ctx.exit(1)
    done = backups.restore(app.database, source, now=app.now())
    if app.json:
        from quizzer.reports.json_format import dumps

        kept = None if done.before is None else str(done.before)
        counts = {"cards": done.inside.cards, "reviews": done.inside.reviews}
        click.echo(dumps({"restored_from": str(done.source), "before": kept, **counts}))
        return
    _tell(app, done.source, done.inside, done.before)


def _tell(app: AppContext, source: Path, inside: Inside, before: Path | None) -> None:
    from quizzer.reports.backup_words import say

    click.echo(say(app.language, "restored", path=source, cards=inside.cards, reviews=inside.reviews))
    if before is not None:
        click.echo(say(app.language, "before", path=before), err=True)


def _is_sure(app: AppContext, source: Path, *, yes: bool) -> bool:
    """Whether it is meant: asked at a terminal, else only with --yes."""
    from quizzer.domain.errors import UsageError
    from quizzer.reports.backup_words import say
    from quizzer.services.backups import inspect_backup

    if yes:
        return True
    if not app.interactive or app.json:
        raise UsageError("restore asks before it replaces the database, and here is no terminal", hint="add --yes")
    inside = inspect_backup(source)
    return click.confirm(say(app.language, "sure", cards=inside.cards, reviews=inside.reviews), err=True)
