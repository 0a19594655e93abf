# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer exercise``: list, show, start, hint, solution."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.deck_author import new_exercise
from quizzer.cli.options import json_option

if TYPE_CHECKING:
    from quizzer.domain.exercise import Exercise
    from quizzer.services.grade import Filed
    from quizzer.services.study_starter import Placed
    from quizzer.storage.store import Store


@click.group()
def exercise() -> None:
    """Coding exercises: list them, read one, start one, take a hint."""


exercise.add_command(new_exercise)


@exercise.command("list")
@json_option
@pass_app
def list_(app: AppContext) -> None:
    """List all exercises and whether you solved them."""
    from quizzer.services.exercises import list_exercises

    with app.open_store() as store:
        app.ensure_content(store)
        found = list_exercises(store)
    if app.json:
        from quizzer.reports.json_format import dumps, exercises_object

        click.echo(dumps(exercises_object(found, language=app.language)))
        return
    from quizzer.reports.tables import exercises_table

    app.show(exercises_table(found, style=app.page_style))


@exercise.command()
@click.argument("exercise_id", metavar="ID")
@json_option
@pass_app
def show(app: AppContext, exercise_id: str) -> None:
    """Show what the exercise ID asks for."""
    found = _find(app, exercise_id)
    if app.json:
        from quizzer.reports.json_format import dumps, exercise_object

        click.echo(dumps(exercise_object(found, language=app.language)))
        return
    from quizzer.reports.tables import exercise_page
    from quizzer.reports.words import say

    app.show(exercise_page(found, style=app.page_style))
    click.echo("\n" + say(app.language, "how_to_start", id=found.id), err=True)


@exercise.command()
@click.argument("exercise_id", metavar="ID")
@click.option("--out", type=click.Path(path_type=Path), help="A new file, or a folder, instead of your workspace.")
@json_option
@pass_app
def start(app: AppContext, exercise_id: str, *, out: Path | None) -> None:
    """Put the starter of the exercise ID into your workspace; a file that is there is never overwritten."""
    from quizzer.services.exercises import start_exercise

    found = _find(app, exercise_id)
    placed = start_exercise(found, workspace=app.workspace, out=out)
    if app.json:
        from quizzer.reports.json_format import dumps

        click.echo(dumps({"exercise": found.id, "path": str(placed.path), "written": placed.written}))
        return
    _say_how_to_go_on(app, placed)


def _say_how_to_go_on(app: AppContext, placed: Placed) -> None:
    from quizzer.reports.words import say

    key = "started" if placed.written else "already_started"
    click.echo(say(app.language, key, path=placed.path))
    click.echo(say(app.language, "start_edit", path=shlex.quote(str(placed.path))), err=True)


@exercise.command()
@click.argument("exercise_id", metavar="ID")
@json_option
@pass_app
def hint(app: AppContext, exercise_id: str) -> None:
    """Give the next hint for the exercise ID, weakest first; a hint makes your success count as hard."""
    from quizzer.reports.json_format import dumps
    from quizzer.reports.words import say
    from quizzer.scheduler.study_day import study_day
    from quizzer.services.exercises import find_exercise, next_hint

    with app.open_store() as store:
        app.ensure_content(store)
        found = find_exercise(store, exercise_id)
        today = study_day(app.now(), zone=app.zone, rollover_hour=app.scheduler_options.rollover_hour)
        taken = next_hint(store, found, today=today)
    number, total = (taken.number, taken.total) if taken else (0, 0)
    text = taken.text.in_(app.language) if taken else None
    if app.json:
        click.echo(dumps({"exercise": found.id, "number": number, "total": total, "hint": text}))
    elif text is None:
        click.echo(say(app.language, "no_hints"))
    else:
        click.echo(f"{say(app.language, 'hint_of', number=number, total=total)}: {text.strip()}")
        if number == total:
            click.echo(say(app.language, "no_more_hints"), err=True)


@exercise.command()
@click.argument("exercise_id", metavar="ID")
@click.option("--reveal", is_flag=True, help="Show it before you have solved the exercise; this counts as Again.")
@click.option("--yes", is_flag=True, help="With --reveal: do not ask.")
@json_option
@pass_app
def solution(app: AppContext, exercise_id: str, *, reveal: bool, yes: bool) -> None:
    """Show the reference solution of the exercise ID and its explanation, once you have solved it.

    Exit code 1 means that it was not shown.
    """
    from quizzer.cli.exit_codes import ExitCode
    from quizzer.services.exercises import find_exercise, is_solved

    with app.open_store() as store:
        app.ensure_content(store)
        found = find_exercise(store, exercise_id)
        with store.read() as tx:
            solved = is_solved(tx, found.id)
        withheld = found.withheld is not None
        shown = not withheld and (solved or (reveal and _is_sure(app, yes=yes)))
        filed = _file_reveal(app, store, found) if shown and not solved else None
    if app.json:
        from quizzer.reports.json_format import dumps, solution_object

        returns_in_s = None if filed is None else filed.returns_in_s
        made = solution_object(found, shown=shown, solved=solved, returns_in_s=returns_in_s, language=app.language)
        click.echo(dumps(made))
    elif shown:
        _show_solution(app, found, filed)
    else:
        from quizzer.reports.words import say

        key = "solution_withheld" if withheld else "reveal_kept" if reveal else "solution_later"
        click.echo(say(app.language, key), err=True)
    click.get_current_context().exit(ExitCode.OK if shown else ExitCode.NEGATIVE)


def _is_sure(app: AppContext, *, yes: bool) -> bool:
    """Whether the learner means it: asked at a terminal, else only with --yes."""
    from quizzer.domain.errors import UsageError
    from quizzer.reports.words import say

    if yes:
        return True
    if not app.interactive or app.json:
        raise UsageError("--reveal asks before it shows the solution, and here is no terminal", hint="add --yes")
    return click.confirm(say(app.language, "reveal_sure"), err=True)


def _file_reveal(app: AppContext, store: Store, found: Exercise) -> Filed:
    from quizzer.scheduler.fsrs6 import Fsrs6
    from quizzer.services.exercise_run import Scheduling
    from quizzer.services.grade import file_reveal

    options = app.scheduler_options
    scheduling = Scheduling(zone=app.zone, options=options, model=Fsrs6(options.weights))
    return file_reveal(store, found.id, at=app.now(), scheduling=scheduling)


def _show_solution(app: AppContext, found: Exercise, filed: Filed | None) -> None:
    from quizzer.reports.tables import solution_page
    from quizzer.reports.words import say
    from quizzer.scheduler.interval_text import interval_phrase

    app.show(solution_page(found, style=app.page_style))
    if filed is not None and filed.returns_in_s is not None:
        interval = interval_phrase(filed.returns_in_s, language=app.language)
        click.echo("\n" + say(app.language, "returns", interval=interval), err=True)


def _find(app: AppContext, exercise_id: str) -> Exercise:
    from quizzer.services.exercises import find_exercise

    with app.open_store() as store:
        app.ensure_content(store)
        return find_exercise(store, exercise_id)
