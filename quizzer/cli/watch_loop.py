"""The loop of ``quizzer watch``: one grade at a time, always of the newest save."""

from __future__ import annotations

import time
from threading import Thread
from typing import TYPE_CHECKING

import click

from quizzer.cli.grade import _file, _find, _schedule_lines
from quizzer.domain.errors import JudgeError, QuizzerError
from quizzer.domain.verdict import Verdict
from quizzer.grader.abandon import Abandonable
from quizzer.grader.client import Grader
from quizzer.reports.grade_view import grade_page
from quizzer.reports.words import say
from quizzer.services.submission_file import SubmissionFile
from quizzer.services.watch_files import POLL_S, FileWatch, Gone, Saved
from quizzer.services.watch_reading import NotThere, Unfinished, read_saved

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.cli.context import AppContext
    from quizzer.domain.exercise import Exercise
    from quizzer.domain.verdict import GradeResult
    from quizzer.grader.process import ForkServer


class Job:
    """One grade under way, on a thread of its own."""

    def __init__(self, app: AppContext, server: ForkServer, *, exercise: Exercise, submission: SubmissionFile) -> None:
        self.exercise = exercise
        self.submission = submission
        self.result: GradeResult | None = None
        self.problem: Exception | None = None
        self._server = Abandonable(server)
        self._graded_at = app.now()
        self._thread = Thread(target=self._grade, daemon=True)
        self._thread.start()

    @property
    def is_over(self) -> bool:
        return not self._thread.is_alive()

    def wait(self, seconds: float) -> None:
        """Return when it is over, or the time is."""
        self._thread.join(seconds)

    def abandon(self) -> None:
        """Let go of it: its processes end, and its result is nobody's."""
        self._server.abandon()

    def _grade(self) -> None:
        grader = Grader(server=self._server)
        try:
            self.result = grader.grade(
                self.exercise,
                self.submission.source,
                graded_at=self._graded_at,
                filename=self.submission.path.name,
            )
        except Exception as problem:  # noqa: BLE001 - the border of the thread: told by whoever waits for it
            self.problem = problem


class WatchLoop:
    """Watches, judges and shows until it is interrupted; to be closed."""

    def __init__(self, app: AppContext, files: FileWatch, *, stores: bool) -> None:
        self._app = app
        self._files = files
        self._stores = stores
        self._server = app.make_server()
        self._job: Job | None = None
        self._waiting: dict[Path, SubmissionFile] = {}

    def close(self) -> None:
        if self._job is not None:
            self._job.abandon()
        self._server.close()

    def run(self) -> None:
        """Go on until Ctrl-C."""
        with self._app.open_store() as store:
            self._app.ensure_content(store)
        self._greet()
        while True:
            self.step()
            if self._job is None:
                time.sleep(POLL_S)
            else:
                self._job.wait(POLL_S)

    def step(self) -> None:
        """Look once at the files and at the grade under way."""
        for event in self._files.poll():
            self._notice(event)
        if self._job is not None and self._job.is_over:
            job, self._job = self._job, None
            self._finish(job)
        if self._job is None and self._waiting:
            path = next(iter(self._waiting))
            self._job = self._begin(self._waiting.pop(path))

    def _greet(self) -> None:
        named = [path for path in self._files.files if _names_exercise(path)]
        shown = ", ".join(map(str, named[:8])) + (" …" if len(named) > 8 else "")  # noqa: PLR2004
        self._say("watching" if named else "watching_none", files=shown)

    def _notice(self, event: Saved | Gone) -> None:
        path = event.path
        outdated = self._waiting.pop(path, None) is not None
        if self._job is not None and self._job.submission.path == path:
            self._job.abandon()
            self._job, outdated = None, True
        match NotThere() if isinstance(event, Gone) else read_saved(path):
            case NotThere():
                self._say("watch_gone", file=path)
            case Unfinished() as unfinished:
                self._say("watch_unfinished", file=path, why=self._why(unfinished))
            case SubmissionFile(exercise=None):
                if outdated:
                    self._say("watch_nameless", file=path)
            case SubmissionFile() as submission:
                if outdated:
                    self._say("watch_changed", file=path)
                self._waiting[path] = submission

    def _why(self, unfinished: Unfinished) -> str:
        if unfinished.empty:
            return say(self._app.language, "watch_empty")
        if unfinished.line is None:
            return unfinished.why
        return say(self._app.language, "watch_syntax", line=unfinished.line, text=unfinished.why)

    def _begin(self, submission: SubmissionFile) -> Job | None:
        assert submission.exercise is not None
        self._rule(submission.path)
        try:
            with self._app.open_store() as store:
                exercise = _find(store, submission.exercise, submission, named_by_option=False)
        except QuizzerError as problem:
            self._explain(problem)
            return None
        return Job(self._app, self._server, exercise=exercise, submission=submission)

    def _finish(self, job: Job) -> None:
        if job.result is None:
            self._fail(job.problem)
            return
        filed = None
        if self._stores:
            try:
                with self._app.open_store() as store:
                    filed = _file(self._app, store, job.result, submission=job.submission)
            except QuizzerError as problem:
                self._explain(problem)
        page = grade_page(
            job.result,
            title=job.exercise.title.in_(self._app.language),
            explanation=job.exercise.explanation,
            next_lines=[*_schedule_lines(self._app, filed), *self._next_lines(job)],
            style=self._app.page_style,
        )
        self._app.show(page)

    def _next_lines(self, job: Job) -> list[str]:
        assert job.result is not None
        language = self._app.language
        if job.result.verdict is Verdict.JE:
            return [say(language, "next_judge")]
        if job.result.accepted:
            return []
        hint = say(language, "next_hint", command=f"quizzer exercise hint {job.exercise.id}")
        return [say(language, "watch_again"), *([hint] if job.exercise.hints else [])]

    def _fail(self, problem: Exception | None) -> None:
        if not isinstance(problem, QuizzerError):
            raise problem or JudgeError("a grade ended without a result")
        self._explain(problem)
        if isinstance(problem, JudgeError):
            # A server of one's own that ended stays dead; the next save gets another.
            self._server.close()
            self._server = self._app.make_server()

    def _rule(self, path: Path) -> None:
        at = self._app.now().astimezone(self._app.zone).strftime("%H:%M:%S")
        head = f"{path} · {at}"
        if self._app.plain:
            click.echo(f"\n== {path}, {at}\n")
            return
        click.echo(f"\n──── {head} " + "─" * max(4, self._app.page_style.width - len(head) - 6) + "\n")

    def _explain(self, problem: QuizzerError) -> None:
        click.echo(f"quizzer: {problem}", err=True)
        if problem.hint:
            click.echo(f"  {problem.hint}", err=True)

    def _say(self, key: str, **values: object) -> None:
        click.echo(say(self._app.language, key, **{name: str(value) for name, value in values.items()}), err=True)


def _names_exercise(path: Path) -> bool:
    match read_saved(path):
        case SubmissionFile(exercise=exercise):
            return exercise is not None
        case _:
            return False
