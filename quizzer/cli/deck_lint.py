# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck lint``: what is wrong with decks and exercises, for people and for programs."""

from __future__ import annotations

from pathlib import Path

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.exit_codes import ExitCode
from quizzer.cli.options import json_option

FORMATS = ("text", "json", "github", "sarif")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="How to print what is found.")
@json_option
@click.option("--strict", is_flag=True, help="Warnings count too: exit code 1 if there is any.")
@click.pass_context
@pass_app
def lint(
    app: AppContext, ctx: click.Context, paths: tuple[Path, ...], *, format_name: str | None, strict: bool
) -> None:
    """Check the decks and exercises at or below each PATH; exit code 1 if there are errors.

    A PATH may be a single file of a deck or exercise. Each problem is one line: path:line:column CODE message.
    """
    from quizzer.reports.lint_formats import PRINTERS
    from quizzer.reports.phrasebook import in_words_of
    from quizzer.reports.words import say
    from quizzer.services.lint import lint_paths

    chosen = _format(app, format_name)
    report = lint_paths(paths)
    # Programs read the other formats.
    found = in_words_of(app.language, report.diagnostics) if chosen == "text" else report.diagnostics
    click.echo(PRINTERS[chosen](found, report.meanings), nl=False)
    if chosen in ("text", "github"):
        shown = str(paths[0]) if len(paths) == 1 else f"{paths[0]} … {paths[-1]}"
        click.echo(
            say(app.language, "lint_counts", path=shown, errors=report.errors, warnings=report.warnings), err=True
        )
    counted = report.errors + (report.warnings if strict else 0)
    ctx.exit(ExitCode.NEGATIVE if counted else ExitCode.OK)


def _format(app: AppContext, name: str | None) -> str:
    from quizzer.domain.errors import UsageError

    if app.json and name not in (None, "json"):
        raise UsageError(f"--json and --format {name} are two formats", hint="leave one of them out")
    return "json" if app.json else name or "text"
