# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck import FILE`` and ``deck export``: other programs' files, in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizzer.domain.errors import UsageError

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


def export_to(app: AppContext, deck_id: str, path: Path, *, name: str | None, force: bool) -> None:
    """Write a deck to ``path``, and say what was written."""
    from quizzer.domain.card import DeckId
    from quizzer.services.exchange_out import export_deck, format_of

    how = format_of(path, name=name)
    if path.exists() and not force:
        raise UsageError(f"{path} exists already.", hint="choose another -o, or replace it with --force")
    with app.open_store() as store:
        app.ensure_content(store)
        report = export_deck(
            store,
            DeckId(deck_id),
            path,
            how=how,
            language=app.language,
            now=app.now(),
            zone=app.zone,
            options=app.scheduler_options,
        )
    if app.json:
        from quizzer.reports.json_format import dumps

        counts = {"cards": report.cards, "reviews": report.reviews, "left_out": report.left_out}
        click.echo(dumps({"path": str(path), "format": report.format.value, **counts}))
        return
    from quizzer.reports.exchange_words import say

    click.echo(say(app.language, "exported", cards=report.cards, reviews=report.reviews, path=path), err=True)
    if report.left_out:
        click.echo(say(app.language, "left_behind", count=report.left_out, format=report.format.value), err=True)
