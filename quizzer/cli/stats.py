# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer stats``: due, learned, remembered; the year behind and the month to come."""

from __future__ import annotations

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option


@click.command()
@click.option("--deck", metavar="ID", help="Only the cards of this deck.")
@click.option(
    "--days",
    type=click.IntRange(1, 3650),
    default=30,
    show_default=True,
    metavar="N",
    help="How many days back answers are counted by deck, topic, kind and button.",
)
@json_option
@pass_app
def stats(app: AppContext, deck: str | None, days: int) -> None:
    """Show what is due, what you have learned, and how much of it you remember."""
    from quizzer.services.statistics import statistics

    with app.open_store() as store:
        app.ensure_content(store)
        found = statistics(store, now=app.now(), zone=app.zone, options=app.scheduler_options, deck=deck, days=days)
    if app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.stats_json import stats_object

        click.echo(dumps(stats_object(found, language=app.language)))
        return
    from quizzer.reports.stats_view import stats_page

    app.show(stats_page(found, style=app.page_style))
