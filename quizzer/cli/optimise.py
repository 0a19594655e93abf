# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer optimise``: the learner's own memory in place of the average one."""

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
    dry_run="Fit and compare, but change nothing.",
    undo="Take back the last change of the numbers that describe your memory.",
)
@json_option
@pass_app
def optimise(app: AppContext, *, dry_run: bool, undo: bool) -> None:
    """Fit the schedule to your own memory, as your answers so far show it.

    New numbers come into force only if they predict your latest answers, which they were not fitted to, better than
    those that you have. Due dates do not move. Exit code 1 means that there are too few reviews yet, or nothing to
    take back.
    """
    refuse_both(dry_run=dry_run, undo=undo)
    with app.open_store() as store:
        code = _undo(app, store) if undo else _optimise(app, store, dry_run=dry_run)
    click.get_current_context().exit(code)


def _optimise(app: AppContext, store: Store, *, dry_run: bool) -> int:
    from quizzer.domain.fitting import FitResult
    from quizzer.services.optimise import optimise as fit_to_log

    fit = fit_to_log(store, dry_run=dry_run)
    if app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.optimise_view import fit_object

        click.echo(dumps(fit_object(fit)))
    else:
        from quizzer.reports.optimise_view import fit_page

        app.show(fit_page(fit, style=app.page_style))
    return ExitCode.NEGATIVE if fit.result is FitResult.TOO_FEW else ExitCode.OK


def _undo(app: AppContext, store: Store) -> int:
    from quizzer.services.optimise import take_back

    return tell_undone(app, take_back(store), done="fit_undone", nothing="fit_none")
