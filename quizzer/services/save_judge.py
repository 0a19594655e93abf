"""Judges files as they are saved: one grade at a time, in the background, and always of the newest save.

Prints and stores nothing: whoever polls is told what happened, and does with it what they want.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from quizzer.domain.errors import JudgeError, QuizzerError
from quizzer.grader.abandon import Abandonable
from quizzer.grader.client import Grader
from quizzer.services.submission_file import SubmissionFile
from quizzer.services.watch_files import POLL_S, FileWatch, Saved
from quizzer.services.watch_reading import NotThere, Unfinished, read_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from quizzer.domain.exercise import Exercise
    from quizzer.domain.verdict import GradeResult
    from quizzer.grader.process import ForkServer


@dataclass(frozen=True, slots=True)
class NotReady:
    """A save that cannot be judged as it is: the next one will tell."""

    path: Path
    why: Unfinished | NotThere


@dataclass(frozen=True, slots=True)
class Nameless:
    """A file whose grade was wanted does not say any more which exercise it is."""

    path: Path


@dataclass(frozen=True, slots=True)
class Superseded:
    """A file was saved again before its grade was there: that one is nobody's, the newer version is judged."""

    path: Path


@dataclass(frozen=True, slots=True)
class Begun:
    """A grade is under way."""

    submission: SubmissionFile


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade is there."""

    submission: SubmissionFile
    exercise: Exercise
    result: GradeResult


@dataclass(frozen=True, slots=True)
class Failed:
    """No grade can be had of a save, for a reason that is not the learner's code."""

    submission: SubmissionFile
    problem: QuizzerError


Happening: TypeAlias = NotReady | Nameless | Superseded | Begun | Graded | Failed


class SaveJudge:
    """Watches files and judges what is saved; to be polled about every ``POLL_S`` seconds, and to be closed.

    ``find`` names the exercise that a submission is judged by, or raises the QuizzerError that says why there is none;
    submissions that are not ``meant`` are passed over.
    """

    def __init__(
        self,
        files: FileWatch,
        *,
        make_server: Callable[[], ForkServer],
        find: Callable[[SubmissionFile], Exercise],
        now: Callable[[], datetime],
        meant: Callable[[SubmissionFile], bool] = lambda submission: submission.exercise is not None,
    ) -> None:
        self._files = files
        self._make_server = make_server
        self._server = make_server()
        self._find = find
        self._now = now
        self._meant = meant
        self._job: _Job | None = None
        self._waiting: dict[Path, SubmissionFile] = {}

    @property
    def is_busy(self) -> bool:
        """Whether a grade is under way or waits for its turn."""
        return self._job is not None or bool(self._waiting)

    def poll(self) -> list[Happening]:
        """What happened since the last call; a QuizzerError is told, any other exception of a grade is raised."""
        happened: list[Happening] = []
        for event in self._files.poll():
            happened += self._notice(event.path, there=isinstance(event, Saved))
        if self._job is not None and self._job.is_over:
            job, self._job = self._job, None
            happened.append(self._finish(job))
        if self._job is None and self._waiting:
            happened += self._begin(self._waiting.pop(next(iter(self._waiting))))
        return happened

    def judge(self, path: Path) -> list[Happening]:
        """Judge a file as it is, saved or not since it was last looked at."""
        return self._notice(path, there=True)

    def wait(self) -> None:
        """Let a little time pass: no more than until the grade under way is over."""
        if self._job is None:
            time.sleep(POLL_S)
        else:
            self._job.wait(POLL_S)

    def abandon(self) -> None:
        """Let go of the grade under way and of those that wait: their processes end, their results are nobody's."""
        if self._job is not None:
            self._job.abandon()
        self._job = None
        self._waiting.clear()

    def pass_over(self, path: Path) -> None:
        """Abandon what is under way, and take what a file has become until now for no save."""
        self.abandon()
        self._files.take_as_known(path)

    def close(self) -> None:
        """Abandon what is under way, and the server."""
        self.abandon()
        self._server.close()

    def _notice(self, path: Path, *, there: bool) -> list[Happening]:
        outdated = self._waiting.pop(path, None) is not None
        if self._job is not None and self._job.submission.path == path:
            self._job.abandon()
            self._job, outdated = None, True
        match read_saved(path) if there else NotThere():
            case SubmissionFile() as submission if self._meant(submission):
                self._waiting[path] = submission
                return [Superseded(path)] if outdated else []
            case SubmissionFile():
                return [Nameless(path)] if outdated else []
            case why:
                return [NotReady(path, why)]

    def _begin(self, submission: SubmissionFile) -> list[Happening]:
        try:
            exercise = self._find(submission)
        except QuizzerError as problem:
            return [Begun(submission), Failed(submission, problem)]
        self._job = _Job(self._server, exercise=exercise, submission=submission, graded_at=self._now())
        return [Begun(submission)]

    def _finish(self, job: _Job) -> Happening:
        if job.result is not None:
            return Graded(job.submission, job.exercise, job.result)
        if not isinstance(job.problem, QuizzerError):
            raise job.problem or JudgeError("a grade ended without a result")
        if isinstance(job.problem, JudgeError):
            # A server of one's own that ended stays dead; the next save gets another.
            self._server.close()
            self._server = self._make_server()
        return Failed(job.submission, job.problem)


class _Job:
    """One grade under way, on a thread of its own."""

    def __init__(
        self, server: ForkServer, *, exercise: Exercise, submission: SubmissionFile, graded_at: datetime
    ) -> None:
        self.exercise = exercise
        self.submission = submission
        self.result: GradeResult | None = None
        self.problem: Exception | None = None
        self._server = Abandonable(server)
        self._graded_at = graded_at
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
