"""The loop of ``quizzer watch``: what is told of each save, and what is stored of its grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizzer.cli.grade import _file, _find, _schedule_lines
from quizzer.cli.spoken import explain
from quizzer.cli.unfinished import why_unfinished
from quizzer.domain.errors import QuizzerError
from quizzer.domain.verdict import Verdict
from quizzer.reports.grade_view import grade_page, save_head
from quizzer.reports.words import say
from quizzer.services.save_judge import Begun, Failed, Graded, Nameless, NotReady, SaveJudge, Superseded
from quizzer.services.submission_file import SubmissionFile
from quizzer.services.watch_reading import NotThere, Unfinished, read_saved

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.cli.context import AppContext
    from quizzer.domain.exercise import Exercise
    from quizzer.services.save_judge import Happening
    from quizzer.services.watch_files import FileWatch


class WatchLoop:
    """Watches, judges and shows until it is interrupted; to be closed."""

    def __init__(self, app: AppContext, files: FileWatch, *, stores: bool) -> None:
        self._app = app
        self._files = files
        self._stores = stores
        self._saves = SaveJudge(files, make_server=app.make_server, find=self._exercise_of, now=app.now)

    def close(self) -> None:
        """End the grade under way, and the server."""
        self._saves.close()

    def run(self) -> None:
        """Go on until Ctrl-C."""
        with self._app.open_store() as store:
            self._app.ensure_content(store)
        self._greet()
        while True:
            for happening in self._saves.poll():
                self._tell(happening)
            self._saves.wait()

    def _greet(self) -> None:
        named = [path for path in self._files.files if _names_exercise(path)]
        shown = ", ".join(map(str, named[:8])) + (" …" if len(named) > 8 else "")  # noqa: PLR2004
        self._say("watching" if named else "watching_none", files=shown)

    def _exercise_of(self, submission: SubmissionFile) -> Exercise:
        assert submission.exercise is not None
        with self._app.open_store() as store:
            return _find(store, submission.exercise, submission, named_by_option=False)

    def _tell(self, happening: Happening) -> None:
        match happening:
            case NotReady(path, NotThere()):
                self._say("watch_gone", file=path)
            case NotReady(path, Unfinished() as unfinished):
                self._say("watch_unfinished", file=path, why=why_unfinished(unfinished, language=self._app.language))
            case Nameless(path):
                self._say("watch_nameless", file=path)
            case Superseded(path):
                self._say("watch_changed", file=path)
            case Begun(submission):
                at = self._app.now().astimezone(self._app.zone)
                self._app.show(save_head(str(submission.path), at=at, style=self._app.page_style))
            case Failed(_, problem):
                explain(problem, self._app.language)
            case Graded():
                self._show(happening)

    def _show(self, graded: Graded) -> None:
        filed = None
        if self._stores:
            try:
                with self._app.open_store() as store:
                    filed = _file(self._app, store, graded.result, submission=graded.submission)
            except QuizzerError as problem:
                explain(problem, self._app.language)
        page = grade_page(
            graded.result,
            title=graded.exercise.title.in_(self._app.language),
            explanation=graded.exercise.explanation,
            next_lines=[*_schedule_lines(self._app, filed), *self._next_lines(graded)],
            style=self._app.page_style,
        )
        self._app.show(page)

    def _next_lines(self, graded: Graded) -> list[str]:
        language = self._app.language
        if graded.result.verdict is Verdict.JE:
            return [say(language, "next_judge")]
        if graded.result.accepted:
            return []
        hint = say(language, "next_hint", command=f"quizzer exercise hint {graded.exercise.id}")
        return [say(language, "watch_again"), *([hint] if graded.exercise.hints else [])]

    def _say(self, key: str, **values: object) -> None:
        click.echo(say(self._app.language, key, **{name: str(value) for name, value in values.items()}), err=True)


def _names_exercise(path: Path) -> bool:
    match read_saved(path):
        case SubmissionFile(exercise=exercise):
            return exercise is not None
        case _:
            return False
