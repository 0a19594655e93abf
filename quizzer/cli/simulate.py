# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer simulate``: what a desired retention costs, before it is set."""

from __future__ import annotations

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option


@click.command()
@click.option(
    "--days", type=click.IntRange(1, 3650), default=365, show_default=True, metavar="N", help="How many days."
)
@click.option("--new", "new_per_day", type=click.IntRange(0, 9999), metavar="N", help="New cards a day.")
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="Another draw.")
@json_option
@pass_app
def simulate(app: AppContext, *, days: int, new_per_day: int | None, seed: int) -> None:
    """Show what remembering more or less would cost you, in minutes a day.

    Plays the days to come with your own cards, memory, ratings and times per answer, at desired retentions from 80
    to 97%. Nothing is changed.
    """
    from quizzer.services.simulation import simulate as play

    with app.open_store() as store:
        app.ensure_content(store)
        found = play(store, now=app.now(), zone=app.zone, days=days, new_per_day=new_per_day, seed=seed)
    if app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.simulate_view import simulation_object

        click.echo(dumps(simulation_object(found)))
        return
    from quizzer.reports.simulate_view import simulation_page

    app.show(simulation_page(found, style=app.page_style))
