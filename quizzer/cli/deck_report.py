# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck report``: what answers say to the author of a deck."""

from __future__ import annotations

from pathlib import Path

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option


@click.command()
@click.argument("deck_id", metavar="DECK")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@json_option
@pass_app
def report(app: AppContext, deck_id: str, files: tuple[Path, ...]) -> None:
    """Say of each card of DECK how hard and how telling it is, and what people answer who are wrong.

    Counts your own answers, or those of the learners whose exports (quizzer deck export DECK -o FILE.json) you have.
    """
    from quizzer.services.deck_report import report_of_database, report_of_files

    options = app.scheduler_options
    if files:
        found = report_of_files(deck_id, files, now=app.now(), zone=app.zone, options=options)
    else:
        with app.open_store() as store:
            app.ensure_content(store)
            found = report_of_database(store, deck_id, options=options)
    if app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.report_view import report_object

        click.echo(dumps(report_object(found)))
        return
    from quizzer.reports.report_view import report_page

    app.show(report_page(found, style=app.page_style))
