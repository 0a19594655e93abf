# ruff: noqa: PLC0415 - imports wait: torch starts in its own process first, and --help stays quick
"""``quizzer grade``: judge a file, say what holds, store the run and reschedule the exercise."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option

if TYPE_CHECKING:
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.verdict import GradeResult
    from quizzer.services.grade import Filed
    from quizzer.services.submission_file import SubmissionFile
    from quizzer.storage.store import Store

MAX_SEED = 2**62 - 1
DEVICES = ("auto", "cpu", "cuda", "mps")
ISOLATION_LEVELS = ("limits", "landlock", "full")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--exercise", "exercise_id", metavar="ID", help="Judge by this exercise, whatever the file says.")
@json_option
@click.option("--seed", type=click.IntRange(0, MAX_SEED), help="Repeat the draws of an earlier run.")
@click.option(
    "--device",
    type=click.Choice(DEVICES),
    default="auto",
    show_default=True,
    envvar="QUIZZER_DEVICE",
    help="Where to judge; auto is the accelerator that is there and works, else the CPU.",
)
@click.option(
    "--require-isolation",
    "isolation",
    type=click.Choice(ISOLATION_LEVELS),
    help="Refuse to judge (exit code 5) where this machine isolates less.",
)
@click.option("--no-store", is_flag=True, help="Judge only: store nothing and leave the schedule alone.")
@pass_app
def grade(
    app: AppContext,
    file: Path,
    *,
    exercise_id: str | None,
    seed: int | None,
    device: str,
    isolation: str | None,
    no_store: bool,
) -> None:
    """Judge FILE, your solution of an exercise.

    The exercise is the one that the line "# quizzer: ID" at the top of the file names. Exit code 0 means
    accepted, 1 not accepted, 4 that the judge itself failed.
    """
    from quizzer.services.submission_file import exercise_of, read_submission

    submission = read_submission(file)
    wanted = exercise_of(submission, exercise_id)
    # The judge imports torch in the background while the database is opened here.
    with app.make_grader(require=isolation) as grader, app.open_store() as store:
        app.ensure_content(store)
        exercise = _find(store, wanted, submission, named_by_option=exercise_id is not None)
        _narrate(app, exercise)
        result = grader.grade(
            exercise,
            submission.source,
            graded_at=app.now(),
            seed=seed,
            device=device,
            filename=submission.path.name,
        )
        filed = None if no_store else _file(app, store, result, submission=submission)
        _print(app, result, exercise=exercise, filed=filed, file=file)
    click.get_current_context().exit(_exit_code(result))


def _find(store: Store, wanted: str, submission: SubmissionFile, *, named_by_option: bool) -> Exercise:
    from quizzer.domain.errors import InputError, Location, UsageError
    from quizzer.services.exercises import find_exercise

    try:
        return find_exercise(store, wanted)
    except UsageError as unknown:
        if named_by_option:
            raise
        line = next(
            number
            for number, text in enumerate(submission.source.split("\n"), start=1)
            if text.strip().endswith(wanted)
        )
        raise InputError(unknown.message, hint=unknown.hint, location=Location(str(submission.path), line)) from None


def _narrate(app: AppContext, exercise: Exercise) -> None:
    if sys.stderr.isatty() and not app.json:
        from quizzer.reports.words import say

        click.echo(say(app.language, "judging", title=exercise.title.in_(app.language)), err=True)


def _file(app: AppContext, store: Store, result: GradeResult, *, submission: SubmissionFile) -> Filed:
    from quizzer.scheduler.fsrs6 import Fsrs6
    from quizzer.services.grade import Scheduling, file_result

    options = app.scheduler_options
    scheduling = Scheduling(zone=app.zone, options=options, model=Fsrs6(options.weights))
    return file_result(
        store, result, source=submission.source, path=str(submission.path.absolute()), scheduling=scheduling
    )


def _print(app: AppContext, result: GradeResult, *, exercise: Exercise, filed: Filed | None, file: Path) -> None:
    if app.json:
        from quizzer.reports.json_format import dumps, grade_object

        click.echo(dumps(grade_object(result, language=app.language)))
        return
    from quizzer.reports.grade_view import grade_page

    page = grade_page(
        result,
        title=exercise.title.in_(app.language),
        explanation=exercise.explanation,
        next_lines=_next_lines(app, result, exercise=exercise, filed=filed, file=file),
        style=app.page_style,
    )
    app.show(page)


def _next_lines(
    app: AppContext, result: GradeResult, *, exercise: Exercise, filed: Filed | None, file: Path
) -> list[str]:
    from quizzer.domain.verdict import Verdict
    from quizzer.reports.words import say

    lines = _schedule_lines(app, filed)
    if result.verdict is Verdict.JE:
        lines.append(say(app.language, "next_judge"))
    elif result.accepted:
        lines.append(say(app.language, "next_study"))
    else:
        lines.append(say(app.language, "next_again", command=f"quizzer grade {shlex.quote(str(file))}"))
        if exercise.hints:
            lines.append(say(app.language, "next_hint", command=f"quizzer exercise hint {exercise.id}"))
    return lines


def _schedule_lines(app: AppContext, filed: Filed | None) -> list[str]:
    from quizzer.reports.words import say
    from quizzer.scheduler.interval_text import interval_label

    if filed is None:
        return [say(app.language, "not_stored")]
    if filed.returns_in_s is None:
        return []
    lines = [say(app.language, "returns", interval=interval_label(filed.returns_in_s))]
    return lines if filed.counted else [say(app.language, "counted"), *lines]


def _exit_code(result: GradeResult) -> int:
    from quizzer.cli.exit_codes import ExitCode
    from quizzer.domain.verdict import Verdict

    if result.verdict is Verdict.JE:
        return ExitCode.JUDGE
    return ExitCode.OK if result.accepted else ExitCode.NEGATIVE
