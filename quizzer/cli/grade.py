# ruff: noqa: PLC0415 - imports wait: torch starts in its own process first, and --help stays quick
"""``quizzer grade``: judge a file, say what holds, store the run and reschedule the exercise."""

from __future__ import annotations

import shlex
import sys
from dataclasses import dataclass
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
FORMATS = ("table", "json", "ndjson", "csv", "junit", "gradescope", "github")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|DIR...")
@click.option("--exercise", "exercise_id", metavar="ID", help="Judge by this exercise, whatever the file says.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    help="How to print what comes of it; the default is a page, or a table for several submissions.",
)
@json_option
@click.option("--output", type=click.Path(path_type=Path), help="Write it to this file (gradescope: or folder).")
@click.option("--resume", is_flag=True, help="Several: go on with the NDJSON file that --output names.")
@click.option("--student-from", metavar="RULE", help="Several: parent, stem, or a regular expression with a group.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Several: so many at once; default: one per processor.")
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
    paths: tuple[Path, ...],
    *,
    exercise_id: str | None,
    format_name: str | None,
    output: Path | None,
    resume: bool,
    student_from: str | None,
    jobs: int | None,
    seed: int | None,
    device: str,
    isolation: str | None,
    no_store: bool,
) -> None:
    """Judge FILE, your solution of an exercise, or the submissions of a class.

    The exercise is the one that the line "# quizzer: ID" at the top of the file names. Exit code 0 means
    accepted, 1 not accepted, 4 that the judge itself failed.

    Folders, several files, notebooks (.ipynb) and manifests (.csv with the columns file, student, exercise) are a
    class: all are judged in parallel, nothing is stored, and one bad submission stops nothing.
    """
    from quizzer.services.class_files import is_class

    how = How(exercise_id, _format(app, format_name, output=output, resume=resume), output, seed, device, isolation)
    if is_class(paths) or resume or student_from is not None:
        from quizzer.cli.grade_class import grade_class

        code = grade_class(app, paths, how, resume=resume, student_from=student_from, jobs=jobs)
    else:
        code = _grade_own(app, paths[0], how, stores=not no_store)
    click.get_current_context().exit(code)


@dataclass(frozen=True, slots=True)
class How:
    """How to judge and what to print, as ``_format`` has it."""

    exercise_id: str | None
    format_name: str | None
    output: Path | None
    seed: int | None
    device: str
    isolation: str | None


def _format(app: AppContext, name: str | None, *, output: Path | None, resume: bool) -> str | None:
    """The format for programs that was asked for; None stands for the page or table that people read."""
    from quizzer.domain.errors import UsageError

    if app.json and name not in (None, "json"):
        raise UsageError(f"--json and --format {name} are two formats", hint="leave one of them out")
    if name == "json":
        app.json = True
    if name is None and resume:
        name = "ndjson"
    if output is not None and name in (None, "table") and not app.json:
        raise UsageError("--output needs a --format for programs", hint="for example --format csv")
    return "json" if app.json else None if name == "table" else name


def _grade_own(app: AppContext, file: Path, how: How, *, stores: bool) -> int:
    """Judge a learner's own file, store the run, and say what comes next."""
    from quizzer.services.submission_file import exercise_of, read_submission

    submission = read_submission(file)
    wanted = exercise_of(submission, how.exercise_id)
    # The judge imports torch in the background while the database is opened here.
    with app.make_grader(require=how.isolation) as grader, app.open_store() as store:
        app.ensure_content(store)
        exercise = _find(store, wanted, submission, named_by_option=how.exercise_id is not None)
        _narrate(app, exercise)
        result = grader.grade(
            exercise,
            submission.source,
            graded_at=app.now(),
            seed=how.seed,
            device=how.device,
            filename=submission.path.name,
        )
        filed = _file(app, store, result, submission=submission) if stores else None
        _print(app, result, exercise=exercise, filed=filed, submission=submission, how=how)
        if filed is not None:
            _back_up(app)
    return _exit_code(result)


def _back_up(app: AppContext) -> None:
    """Make the day's copy, as a session does: only now, when nobody waits for the verdict any more."""
    from quizzer.cli.spoken import in_one_line
    from quizzer.domain.errors import QuizzerError
    from quizzer.scheduler.study_day import study_day
    from quizzer.services.backups import make_daily_backup

    zone, hour = app.zone, app.scheduler_options.rollover_hour
    try:
        make_daily_backup(app.database, now=app.now(), day_of=lambda at: study_day(at, zone=zone, rollover_hour=hour))
    except QuizzerError as problem:
        click.echo(in_one_line(problem, app.language), err=True)


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
    from quizzer.services.exercise_run import Scheduling
    from quizzer.services.grade import file_result

    options = app.scheduler_options
    scheduling = Scheduling(zone=app.zone, options=options, model=Fsrs6(options.weights))
    return file_result(
        store, result, source=submission.source, path=str(submission.path.absolute()), scheduling=scheduling
    )


def _print(
    app: AppContext,
    result: GradeResult,
    *,
    exercise: Exercise,
    filed: Filed | None,
    submission: SubmissionFile,
    how: How,
) -> None:
    if how.format_name is not None:
        from quizzer.cli.grade_class import print_one

        print_one(app, result, submission=submission, how=how)
        return
    from quizzer.reports.grade_view import grade_page

    page = grade_page(
        result,
        title=exercise.title.in_(app.language),
        explanation=exercise.explanation,
        next_lines=_next_lines(app, result, exercise=exercise, filed=filed, file=submission.path),
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
    from quizzer.scheduler.interval_text import interval_phrase

    if filed is None:
        return [say(app.language, "not_stored")]
    if filed.returns_in_s is None:
        return []
    lines = [say(app.language, "returns", interval=interval_phrase(filed.returns_in_s, language=app.language))]
    if filed.credited:
        lines.append(say(app.language, "credited", count=filed.credited))
    return lines if filed.counted else [say(app.language, "counted"), *lines]


def _exit_code(result: GradeResult) -> int:
    from quizzer.cli.exit_codes import ExitCode
    from quizzer.domain.verdict import Verdict

    if result.verdict is Verdict.JE:
        return ExitCode.JUDGE
    return ExitCode.OK if result.accepted else ExitCode.NEGATIVE
