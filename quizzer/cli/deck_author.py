# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck new``, ``ids`` and ``diff``, and ``quizzer exercise new``: what authors do to their files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.exit_codes import ExitCode
from quizzer.cli.options import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATH = click.Path(path_type=Path)


@click.command("new")
@click.argument("folder", type=_PATH)
@json_option
@pass_app
def new_deck(app: AppContext, folder: Path) -> None:
    """Begin a deck in FOLDER, which is new; its name is the deck's id.

    What is left to write is empty: quizzer deck lint FOLDER names every such place.
    """
    from quizzer.services import authoring

    _show_written(app, folder, authoring.new_deck(folder))


@click.command("new")
@click.argument("folder", type=_PATH)
@click.option("--function", metavar="NAME", help="What learners write; the default is made of the folder's name.")
@click.option("--module", metavar="NAME", help="They write a subclass of nn.Module instead.")
@json_option
@pass_app
def new_exercise(app: AppContext, folder: Path, *, function: str | None, module: str | None) -> None:
    """Begin an exercise in FOLDER, which is new; its name is the exercise's id.

    quizzer deck lint FOLDER names the texts that are missing, quizzer verify FOLDER what is not proved yet.
    """
    from quizzer.services import authoring

    _show_written(app, folder, authoring.new_exercise(folder, function=function, module=module))


def _show_written(app: AppContext, folder: Path, written: Sequence[Path]) -> None:
    if app.json:
        from quizzer.reports.json_format import dumps

        click.echo(dumps({"folder": str(folder), "written": [str(path) for path in written]}))
        return
    from quizzer.reports.words import say

    for path in written:
        click.echo(str(path))
    click.echo(say(app.language, "new_next", path=folder), err=True)


@click.command()
@click.argument("path", type=_PATH)
@click.option("--write", is_flag=True, help="Put the ids into the files: one line for each card, nothing else changes.")
@json_option
@click.pass_context
@pass_app
def ids(app: AppContext, ctx: click.Context, path: Path, *, write: bool) -> None:
    """Propose an id for each card without one in the deck at PATH; exit code 1 if there are any and --write is missing.

    PATH is a deck or one file of it. Ids that are there are never touched: learners' histories hang on them.
    """
    from quizzer.reports.words import say
    from quizzer.services.authoring import missing_ids

    found = missing_ids(path, write=write)
    if app.json:
        from quizzer.reports.json_format import dumps

        places = [{"path": one.location.path, "line": one.location.line, "id": one.id} for one in found]
        click.echo(dumps({"written": write, "ids": places}))
    else:
        for one in found:
            click.echo(f"{one.location} {one.id}")
        click.echo(say(app.language, "ids_written" if write else "ids_missing", count=len(found)), err=True)
    ctx.exit(ExitCode.NEGATIVE if found and not write else ExitCode.OK)


@click.command()
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH)
@json_option
@click.pass_context
@pass_app
def diff(app: AppContext, ctx: click.Context, old: Path, new: Path) -> None:
    """Say which cards of OLD keep their learners' history in NEW; exit code 1 if any is lost.

    Each is a folder of decks, whatever its name, a file of a deck, or a file that deck build or deck export wrote.
    ~ changed, + added, - removed, > the same card under another id: its history is lost unless the old id is kept.
    """
    from quizzer.reports.words import say
    from quizzer.services.deck_versions import compare, lines_of
    from quizzer.services.exchange import calendar_at

    found = compare(old, new, calendar=calendar_at(app.now(), zone=app.zone, options=app.scheduler_options))
    if app.json:
        from quizzer.reports.json_format import dumps

        click.echo(
            dumps(
                {
                    "kept": len(found.kept),
                    "changed": [{"card": name, "fields": list(what)} for name, what in found.changed.items()],
                    "added": list(found.added),
                    "removed": list(found.removed),
                    "renamed": [{"old": before, "new": after} for before, after in found.renamed],
                }
            )
        )
    else:
        for line in lines_of(found):
            click.echo(line)
        kept, lost = len(found.kept) + len(found.changed), len(found.removed) + len(found.renamed)
        click.echo(say(app.language, "diff_counts", kept=kept, lost=lost, added=len(found.added)), err=True)
    ctx.exit(ExitCode.NEGATIVE if found.loses else ExitCode.OK)
