"""``quizzer grade`` for a class: many submissions in parallel, a row for each, in the format asked for."""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from quizzer.cli.exit_codes import ExitCode
from quizzer.domain.classroom import Row, Tally
from quizzer.domain.errors import EnvironmentProblem, InputError, Location, UsageError
from quizzer.grader.pool import GraderPool
from quizzer.grader.sandbox.lockdown import Isolation
from quizzer.reports.class_formats import writer_for
from quizzer.reports.class_table import row_line, tally_lines
from quizzer.reports.json_format import dumps, grade_object
from quizzer.reports.words import say
from quizzer.services.class_files import find_handed
from quizzer.services.class_grading import ClassPlan, Key
from quizzer.services.class_grading import grade_class as graded_rows
from quizzer.services.exercises import find_exercise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from quizzer.cli.context import AppContext
    from quizzer.cli.grade import How
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.verdict import GradeResult
    from quizzer.reports.class_formats import RowWriter
    from quizzer.services.submission_file import SubmissionFile

_SEED_BITS = 62
_MANY = 60


def grade_class(
    app: AppContext,
    paths: Sequence[Path],
    how: How,
    *,
    resume: bool,
    student_from: str | None,
    jobs: int | None,
) -> int:
    """Judge all that ``paths`` lead to and print a row for each; the exit code of the whole."""
    handed = find_handed(paths, student_from=student_from)
    if how.format_name == "gradescope" and len(handed) > 1 and not _names_folder(how.output):
        raise UsageError("a results.json is of one submission", hint="name a folder for them: --output results")
    done = _done(how) if resume else frozenset()
    plan = ClassPlan(
        exercise_named=_exercises(app),
        seed=secrets.randbits(_SEED_BITS) if how.seed is None else how.seed,
        now=app.now,
        device=how.device,
        exercise=how.exercise_id,
        done=done,
    )
    tally, began, skipped = Tally(), time.monotonic(), 0

    def skip() -> None:
        nonlocal skipped
        skipped += 1
        advance()

    with ExitStack() as stack:
        advance, above = stack.enter_context(_progress(app, len(handed)))
        writer = stack.enter_context(_writer(app, how, appending=resume, above=above))
        least = Isolation(how.isolation or Isolation.LIMITS)
        pool = stack.enter_context(GraderPool(workers=jobs, require=least, warm=len(handed) > _MANY))
        for row in graded_rows(handed, plan, pool=pool, skipped=skip):
            writer.row(row)
            tally.add(row)
            advance()
        writer.end(tally)
    for line in tally_lines(tally, seconds=time.monotonic() - began, skipped=skipped, language=app.language):
        click.echo(line, err=True)
    click.echo(say(app.language, "class_not_stored"), err=True)
    return _exit_code(tally)


def print_one(app: AppContext, result: GradeResult, *, submission: SubmissionFile, how: How) -> None:
    """Print the result of a learner's own file in one of the formats for programs."""
    if how.format_name == "json":
        text = dumps(grade_object(result, language=app.language)).decode() + "\n"
        with _stream(how.output, appending=False) as stream:
            stream.write(text)
        return
    digest = hashlib.sha256(submission.source.encode()).hexdigest()
    row = Row(str(submission.path), None, result.exercise, digest, result=result)
    tally = Tally()
    tally.add(row)
    with _writer(app, how, appending=False) as writer:
        writer.row(row)
        writer.end(tally)


def _exercises(app: AppContext) -> Callable[[str], Exercise]:
    """Exercises by name, each read once; the database is closed again before anything is judged."""
    with app.open_store() as store:
        app.ensure_content(store)
    known: dict[str, Exercise] = {}

    def named(name: str) -> Exercise:
        if name not in known:
            with app.open_store() as store:
                known[name] = find_exercise(store, name)
        return known[name]

    return named


class _Table:
    """Rows for people as they come: on stdout, or above the progress bar where both are one terminal."""

    def __init__(self, app: AppContext, above: Console | None) -> None:
        self._app = app
        self._above = above if sys.stdout.isatty() else None

    def row(self, row: Row) -> None:
        lines = row_line(row, style=self._app.page_style)
        if self._above is None:
            self._app.show(lines)
            return
        for line in lines:
            self._above.print(line, soft_wrap=True)

    def end(self, _: Tally) -> None:
        """The counts go to stderr, whatever the format."""


class _Folder:
    """One results.json for each submission, named after its file."""

    def __init__(self, folder: Path, *, language: str) -> None:
        self._folder = folder
        self._language = language

    def row(self, row: Row) -> None:
        text = io.StringIO()
        writer_for("gradescope", text, language=self._language).row(row)
        parts = [row.student or "", Path(row.file).parent.name, Path(row.file).stem, row.exercise or ""]
        # The path makes it unique, and two files of one name are no accident in a class.
        mark = hashlib.sha256(f"{row.file}\0{row.exercise}".encode()).hexdigest()[:8]
        name = "-".join("".join(c if c.isalnum() or c in "._" else "_" for c in part) for part in parts if part)
        (self._folder / f"{name}-{mark}.json").write_text(text.getvalue(), encoding="utf-8")

    def end(self, _: Tally) -> None:
        """Nothing to complete."""


def _names_folder(output: Path | None) -> bool:
    return output is not None and (output.is_dir() or not output.suffix)


@contextmanager
def _writer(app: AppContext, how: How, *, appending: bool, above: Console | None = None) -> Iterator[RowWriter]:
    name = how.format_name
    if name is None:
        yield _Table(app, above)
        return
    if name == "gradescope" and how.output is not None and _names_folder(how.output):
        how.output.mkdir(parents=True, exist_ok=True)
        yield _Folder(how.output, language=app.language)
        return
    with _stream(how.output, appending=appending) as stream:
        yield writer_for(name, stream, language=app.language)


@contextmanager
def _stream(output: Path | None, *, appending: bool) -> Iterator[IO[str]]:
    """The file to write to, or stdout in UTF-8 whatever the terminal's encoding."""
    if output is None:
        sys.stdout.flush()
        binary = getattr(sys.stdout, "buffer", None)
        if binary is None:
            yield sys.stdout
            return
        stream = io.TextIOWrapper(binary, encoding="utf-8", newline="", write_through=True)
        try:
            yield stream
        finally:
            stream.detach()
        return
    try:
        with output.open("a" if appending else "w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise EnvironmentProblem(f"{output}: cannot be written: {error.strerror}") from error


@contextmanager
def _progress(app: AppContext, total: int) -> Iterator[tuple[Callable[[], None], Console | None]]:
    """A bar with rate and time left on stderr, where that is a terminal; silence elsewhere."""
    console = app.console(stderr=True)
    if not console.is_terminal or app.plain:
        yield lambda: None, None
        return
    from rich.progress import (  # noqa: PLC0415 - only at a terminal
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    began = time.monotonic()
    # Data must stay on stdout: rich would send it where the bar is.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task(say(app.language, "class_grading"), total=total, rate="")

        def advance() -> None:
            count = bar.tasks[0].completed + 1
            bar.update(task, advance=1, rate=f"{count / (time.monotonic() - began):.1f}/s")

        yield advance, bar.console


def _done(how: How) -> frozenset[Key]:
    """The rows that an earlier run wrote; a line that was cut off at the end is taken out of the file."""
    if how.output is None or how.format_name != "ndjson":
        raise UsageError("--resume goes on with an NDJSON file", hint="--format ndjson --output FILE --resume")
    if not how.output.exists():
        return frozenset()
    done: set[Key] = set()
    with how.output.open("rb+") as file:
        whole = 0
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                break
            done |= _row_key(line, how.output, number)
            whole += len(line)
        file.truncate(whole)
        os.fsync(file.fileno())
    return frozenset(done)


def _row_key(line: bytes, path: Path, number: int) -> set[Key]:
    try:
        row = json.loads(line)
        key = (str(row["file"]), row["student"], row["exercise"], row["sha256"])
        verdict = row["verdict"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            "not a row of `quizzer grade --format ndjson`",
            hint="name the file that the interrupted run wrote, or leave out --resume",
            location=Location(str(path), number),
        ) from error
    # What could not be judged, or not by us, deserves another try.
    return set() if verdict in (None, "JE") else {key}


def _exit_code(tally: Tally) -> ExitCode:
    if tally.judge_errors:
        return ExitCode.JUDGE
    if tally.problems:
        return ExitCode.INPUT
    return ExitCode.NEGATIVE if tally.refused else ExitCode.OK
