# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck import FILE`` and ``deck export``: other programs' files, in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.cli.context import AppContext


def import_other(app: AppContext, path: Path, *, dry_run: bool, lenient: bool) -> None:
    """Import a file of another program, and show what that did or would do."""
    from quizzer.services.exchange import calendar_at, import_file

    options = app.scheduler_options
    with app.open_store() as store:
        app.ensure_content(store)
        calendar = calendar_at(app.now(), zone=app.zone, options=options)
        report = import_file(store, path, calendar=calendar, options=options, dry_run=dry_run, lenient=lenient)
    if report.backup is not None:
        from quizzer.reports.exchange_words import say

        click.echo(say(app.language, "backup", path=report.backup), err=True)
    if app.json:
        from quizzer.reports.exchange_view import import_object
        from quizzer.reports.json_format import dumps

        click.echo(dumps(import_object(report)))
        return
    from quizzer.reports.exchange_view import import_page

    app.show(import_page(report, style=app.page_style))
