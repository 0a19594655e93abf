# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer path``: the recommended order of decks and exercises, and the learner's standing in it."""

from __future__ import annotations

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option


@click.command()
@click.argument("deck", required=False)
@json_option
@pass_app
def path(app: AppContext, deck: str | None) -> None:
    """Show the recommended way through all decks, or through the topics and exercises of DECK."""
    from quizzer.services.learning_path import find_step, learning_path

    with app.open_store() as store:
        app.ensure_content(store)
        found = learning_path(store)
    steps = found.decks if deck is None else (find_step(found, deck),)
    if app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.path_view import path_object

        click.echo(dumps(path_object(steps, language=app.language)))
        return
    from quizzer.reports.path_view import deck_page, path_page

    page = path_page(found, style=app.page_style) if deck is None else deck_page(steps[0], style=app.page_style)
    app.show(page)
