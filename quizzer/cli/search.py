# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer search``: cards by what they say, what they are, and how well they are remembered."""

from __future__ import annotations

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option

DEFAULT_LIMIT = 50


_MINUS = "\uff0d"
"""A full-width minus, which no option begins with; the search reads it as a minus."""


class SearchCommand(click.Command):
    """Takes ``-tag:shape`` for a part of the search and not for seven options of one letter."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [_protected(one) for one in args])


def _protected(argument: str) -> str:
    excludes = argument.startswith("-") and not argument.startswith("--") and argument != "-h"
    return _MINUS + argument[1:] if excludes else argument


@click.command(cls=SearchCommand)
@click.argument("query", nargs=-1)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=DEFAULT_LIMIT,
    metavar="N",
    help="Show the first N (50); 0 shows all.",
)
@click.option("--ids", is_flag=True, help="Print the ids alone, one a line.")
@json_option
@pass_app
def search(app: AppContext, query: tuple[str, ...], limit: int, ids: bool) -> None:  # noqa: FBT001 - click's
    """Find cards. Words side by side must all be there; or, - and brackets as one expects.

    \b
    deck:layers topic:nn.Linear tag:shape   names; * is anything
    id:layers/*
    kind:compute                            basic, cloze, choice, order, ...
    is:due                                  new, learning, review, suspended,
                                            buried, leech, flagged, marked, noted
    flag:2 rated:7 rated:7:1 added:3        a flag; days until today; 1 is Again
    "prop:stability<3"                      < <= > >= = !=, of retrievability,
                                            difficulty, lapses, repetitions,
                                            interval, due too
    "in place" -is:new (view or reshape)    text, phrases, not, or

    Quote < > ( ) for your shell. Exit code 1 means that nothing was found.
    """  # noqa: D301 - click reads the \b
    from quizzer.scheduler.fsrs6 import Fsrs6
    from quizzer.services.search import find_cards, today_of

    options, now = app.scheduler_options, app.now()
    with app.open_store() as store:
        app.ensure_content(store)
        found = find_cards(
            store,
            " ".join("-" + part[1:] if part.startswith(_MINUS) else part for part in query),
            now=now,
            zone=app.zone,
            options=options,
            model=Fsrs6(options.weights),
            limit=limit or None,
        )
        today = today_of(store, now=now, zone=app.zone, options=options)
    if app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.search_view import search_object

        click.echo(dumps(search_object(found, language=app.language)))
    elif ids:
        for one in found.cards:
            click.echo(one.card.id)
    else:
        from quizzer.reports.search_view import search_page

        app.show(search_page(found, now=now, today=today, style=app.page_style))
    _tell(app, shown=len(found.cards), total=found.total)


def _tell(app: AppContext, *, shown: int, total: int) -> None:
    from quizzer.cli.exit_codes import ExitCode
    from quizzer.reports.collection_words import say

    key = "found_none" if not total else "found_all" if shown == total else "found_some"
    click.echo(say(app.language, key, shown=shown, total=total), err=True)
    if not total:
        click.get_current_context().exit(ExitCode.NEGATIVE)
