# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck``: list, import, export, lint, and what authors need."""

from __future__ import annotations

from pathlib import Path

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.deck_author import diff, ids, new_deck
from quizzer.cli.deck_build import build
from quizzer.cli.deck_lint import lint
from quizzer.cli.deck_preview import preview
from quizzer.cli.deck_report import report
from quizzer.cli.options import json_option
from quizzer.domain.errors import UsageError


@click.group()
def deck() -> None:
    """Decks: list them, bring in your own, take them out again, check what you write."""


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
@click.option("--dry-run", is_flag=True, help="Show what a file would bring; change nothing.")
@click.option("--lenient", is_flag=True, help="Accept a text file whose rows differ in length.")
@json_option
@pass_app
def import_(app: AppContext, path: Path, *, dry_run: bool, lenient: bool) -> None:
    """Bring decks into your database; progress is kept.

    PATH is a folder of decks and exercises, or a file: one that quizzer deck build made, an Anki package (.apkg,
    .colpkg), Anki text or CSV, hashcards Markdown, or a JSON backup of quizzer's.

    If any file has an error, all errors are listed, nothing is changed, and the exit code is 3.
    """
    from quizzer.services.library import content_folder

    if path.is_dir() or content_folder(path) != path:
        if dry_run or lenient:
            raise UsageError("A folder is imported as it is.", hint="--dry-run and --lenient are for files")
        _import_folder(app, path)
    else:
        _import_file(app, path, dry_run=dry_run, lenient=lenient)


def _import_file(app: AppContext, path: Path, *, dry_run: bool, lenient: bool) -> None:
    from quizzer.interchange.handout import is_handout

    if not is_handout(path):
        from quizzer.cli.deck_exchange import import_other

        import_other(app, path, dry_run=dry_run, lenient=lenient)
        return
    if lenient:
        raise UsageError("This file is a handout of quizzer's.", hint="--lenient is for text files")
    from quizzer.cli.deck_build import import_built

    import_built(app, path, dry_run=dry_run)


def _import_folder(app: AppContext, path: Path) -> None:
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


@deck.command()
@click.argument("deck_id", metavar="DECK")
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["anki", "anki-text", "hashcards", "json"]),
    help="Default: by the file's name.",
)
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@json_option
@pass_app
def export(app: AppContext, deck_id: str, *, output: Path, format_: str | None, force: bool) -> None:
    """Write the deck DECK to a file for another program, with its history where the format has a place for it."""
    from quizzer.cli.deck_exchange import export_to

    export_to(app, deck_id, output, name=format_, force=force)


for _command in (lint, new_deck, preview, ids, diff, build, report):
    deck.add_command(_command)
