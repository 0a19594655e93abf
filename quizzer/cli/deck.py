# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck``: list, import, lint, and what authors need."""

from __future__ import annotations

from pathlib import Path

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.deck_author import diff, ids, new_deck
from quizzer.cli.deck_lint import lint
from quizzer.cli.deck_preview import preview
from quizzer.cli.options import json_option


@click.group()
def deck() -> None:
    """Decks: list them, bring in your own, check what you write."""


@deck.command("list")
@json_option
@pass_app
def list_(app: AppContext) -> None:
    """List all decks and how many of their cards are new, learned and due."""
    from quizzer.services.library import list_decks

    with app.open_store() as store:
        app.ensure_content(store)
        found = list_decks(store, now=app.now(), zone=app.zone, options=app.scheduler_options)
    if app.json:
        from quizzer.reports.json_format import decks_object, dumps

        click.echo(dumps(decks_object(found, language=app.language)))
        return
    from quizzer.reports.tables import decks_table

    app.show(decks_table(found, style=app.page_style))


@deck.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@json_option
@pass_app
def import_(app: AppContext, path: Path) -> None:
    """Bring the decks and exercises at or below PATH into your database; progress is kept.

    If any file has an error, all errors are listed, nothing is changed, and the exit code is 3.
    """
    from quizzer.services.library import import_folder

    with app.open_store() as store:
        app.ensure_content(store)
        report = import_folder(store, path, at=app.now())
    if app.json:
        from quizzer.reports.json_format import dumps, sync_object

        click.echo(dumps(sync_object(report)))
        return
    from quizzer.reports.tables import sync_page

    app.show(sync_page(report, style=app.page_style))


for _command in (lint, new_deck, preview, ids, diff):
    deck.add_command(_command)
