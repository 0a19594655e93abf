# ruff: noqa: PLC0415 - imports wait until the command runs
"""``quizzer stats``: due, learned, remembered; the year behind and the month to come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option

if TYPE_CHECKING:
    from quizzer.domain.statistics import Statistics

PAGE_NAME = "stats.html"


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
@click.option(
    "--html",
    "html_path",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one self-contained web page with plots.",
)
@click.option(
    "--open",
    "open_page",
    is_flag=True,
    help=f"Show the web page in a browser; without --html it is {PAGE_NAME} beside the database.",
)
@json_option
@pass_app
def stats(app: AppContext, deck: str | None, days: int, html_path: Path | None, *, open_page: bool) -> None:
    """Show what is due, what you have learned, and how much of it you remember."""
    from quizzer.services.statistics import statistics

    if app.json and (html_path or open_page):
        raise click.UsageError("--json goes with neither --html nor --open")
    with app.open_store() as store:
        app.ensure_content(store)
        found = statistics(store, now=app.now(), zone=app.zone, options=app.scheduler_options, deck=deck, days=days)
    if html_path or open_page:
        _write_page(app, found, html_path or app.database.parent / PAGE_NAME, open_page=open_page)
    elif app.json:
        from quizzer.reports.json_format import dumps
        from quizzer.reports.stats_json import stats_object

        click.echo(dumps(stats_object(found, language=app.language)))
    else:
        from quizzer.reports.stats_view import stats_page

        app.show(stats_page(found, style=app.page_style))


def _write_page(app: AppContext, found: Statistics, path: Path, *, open_page: bool) -> None:
    from quizzer.domain.errors import EnvironmentProblem
    from quizzer.reports.stats_html import stats_html
    from quizzer.reports.stats_words import say

    try:
        path.write_text(stats_html(found, language=app.language), encoding="utf-8")
    except OSError as error:
        raise EnvironmentProblem(
            f"The page {path} cannot be written: {error.strerror}.", hint="choose another file with --html"
        ) from error
    click.echo(say(app.language, "page_written", path=path), err=True)
    if open_page:
        import webbrowser

        if not webbrowser.open(path.resolve().as_uri()):
            raise EnvironmentProblem("No web browser was found.", hint=f"open the page yourself: {path}")
