# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck build``, and ``quizzer deck import`` of what it made: one file for a class."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option
from quizzer.domain.errors import EnvironmentProblem, UsageError

if TYPE_CHECKING:
    from quizzer.domain.handout import Handout

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("path", type=_PATH)
@click.option("--output", "-o", required=True, type=_PATH, help="The file to write, NAME.quizzer say.")
@click.option("--student", is_flag=True, help="Only the checks that are marked as visible, and no solutions.")
@click.option("--name", help="What later versions share; the default is the deck's id, or the folder's name.")
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@json_option
@pass_app
def build(app: AppContext, path: Path, *, output: Path, student: bool, name: str | None, force: bool) -> None:
    """Pack the decks and exercises at or below PATH into one file to hand to a class.

    Students bring it in with quizzer deck import FILE. The same content gives the same bytes.
    """
    from contextlib import ExitStack

    from quizzer.domain.handout import Edition
    from quizzer.services.handout import build_handout, handout_bytes

    if output.exists() and not force:
        raise UsageError(f"{output} exists already.", hint="choose another -o, or replace it with --force")
    edition = Edition.STUDENT if student else Edition.FULL
    with ExitStack() as stack:
        handout = build_handout(
            path, name=name, edition=edition, grader=lambda: stack.enter_context(app.make_grader()), now=app.now()
        )
    content = handout_bytes(handout)
    _write(output, content)
    _tell(app, handout, output, content)


def _write(path: Path, content: bytes) -> None:
    import os

    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise EnvironmentProblem(f"{path} cannot be written: {problem.strerror}", hint="choose another -o") from None


def _tell(app: AppContext, handout: Handout, path: Path, content: bytes) -> None:
    from hashlib import sha256

    if app.json:
        from quizzer.reports.handout_view import handout_object
        from quizzer.reports.json_format import dumps

        digest = sha256(content).hexdigest()
        click.echo(dumps({"path": str(path), "sha256": digest, "size_bytes": len(content), **handout_object(handout)}))
        return
    from quizzer.reports.handout_view import handout_page

    app.show(handout_page(handout, style=app.page_style))
    from quizzer.reports.exchange_words import say

    click.echo(say(app.language, "built", path=path, kib=-(-len(content) // 1024)), err=True)


def import_built(app: AppContext, path: Path, *, dry_run: bool) -> None:
    """Import a handout, and show what that did or would do."""
    from quizzer.services.handout import import_handout

    with app.open_store() as store:
        app.ensure_content(store)
        report = import_handout(store, path, at=app.now(), dry_run=dry_run)
    if report.backup is not None:
        from quizzer.reports.exchange_words import say

        click.echo(say(app.language, "backup", path=report.backup), err=True)
    if app.json:
        from quizzer.reports.handout_view import handout_import_object
        from quizzer.reports.json_format import dumps

        click.echo(dumps(handout_import_object(report)))
        return
    from quizzer.reports.handout_view import handout_import_page

    app.show(handout_import_page(report, style=app.page_style))
