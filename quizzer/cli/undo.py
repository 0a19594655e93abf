"""``quizzer undo``: take back the last answer or act, whichever session it is of."""

from __future__ import annotations

import click

from quizzer.cli.context import AppContext, pass_app


@click.command()
@pass_app
def undo(app: AppContext) -> None:
    """Take back the last answer, or whatever else you did to cards since: all is as it was before.

    Run it again for the one before. Exit code 1 means that there was nothing to take back.
    """
    from quizzer.reports.card_acts import undone_text  # noqa: PLC0415 - --help needs none of this
    from quizzer.reports.card_words import say  # noqa: PLC0415

    with app.open_store() as store, store.write() as tx:
        undone = tx.undo_last()
    if undone is None:
        click.echo(say(app.language, "nothing_to_undo"), err=True)
        click.get_current_context().exit(1)
    click.echo(undone_text(undone, language=app.language))
