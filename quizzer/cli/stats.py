# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer stats``: due, new, learned, remembered, and the week to come."""

from __future__ import annotations

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option


@click.command()
@json_option
@pass_app
def stats(app: AppContext) -> None:
    """Show what is due, what you have learned, and how much of it you remember."""
    from quizzer.services.statistics import overview

    with app.open_store() as store:
        app.ensure_content(store)
        found = overview(store, now=app.now(), zone=app.zone, options=app.scheduler_options)
    if app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.stats_view import stats_object

        click.echo(dumps(stats_object(found)))
        return
    from quizzer.reports.stats_view import stats_page

    app.show(stats_page(found, style=app.page_style))
