# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer reschedule``: due dates follow new settings when the learner says so, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.exit_codes import ExitCode
from quizzer.cli.options import json_option
from quizzer.cli.undoable import refuse_both, tell_undone, undoable

if TYPE_CHECKING:
    from quizzer.storage.store import Store


@click.command()
@undoable(
    dry_run="Show what would move, but move nothing.", undo="Let the cards that were moved last be due as before."
)
@json_option
@pass_app
def reschedule(app: AppContext, *, dry_run: bool, undo: bool) -> None:
    """Move due dates to where your settings and your memory put them now.

    Worth it after a new desired_retention or after quizzer optimise; what you know of a card stays as it is. Exit
    code 1 means that there was nothing to take back.
    """
    refuse_both(dry_run=dry_run, undo=undo)
    with app.open_store() as store:
        code = _undo(app, store) if undo else _reschedule(app, store, dry_run=dry_run)
    click.get_current_context().exit(code)


def _reschedule(app: AppContext, store: Store, *, dry_run: bool) -> int:
    from quizzer.services.rescheduling import reschedule as move_due_days

    found = move_due_days(store, now=app.now(), zone=app.zone, dry_run=dry_run)
    if app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.reschedule_view import rescheduling_object

        click.echo(dumps(rescheduling_object(found)))
    else:
        from quizzer.reports.reschedule_view import rescheduling_page

        app.show(rescheduling_page(found, style=app.page_style))
    return ExitCode.OK


def _undo(app: AppContext, store: Store) -> int:
    from quizzer.services.rescheduling import take_back

    return tell_undone(app, take_back(store), done="moved_back", nothing="moved_back_none")
