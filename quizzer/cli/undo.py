"""``quizzer undo``: take back the last answer, whichever session gave it."""

from __future__ import annotations

import click

from quizzer.cli.context import AppContext, pass_app


@click.command()
@pass_app
def undo(app: AppContext) -> None:
    """Take back the last answer: its card is due again as it was before.

    Exit code 1 means that there was no answer to take back.
    """
    from quizzer.reports.card_words import rating_word, say  # noqa: PLC0415 - --help needs none of this

    with app.open_store() as store, store.write() as tx:
        undone = tx.undo_last()
    if undone is None:
        click.echo(say(app.language, "nothing_to_undo"), err=True)
        click.get_current_context().exit(1)
    rating = rating_word(app.language, undone.rating)
    click.echo(say(app.language, "undone", rating=rating, card=undone.card_id))
