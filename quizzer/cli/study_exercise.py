"""The card of an exercise at the terminal: statement, editor, and each save judged until it is solved or put off."""

from __future__ import annotations

import shlex
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text as RichText

from quizzer.cli.editor import edit_file, names_editor
from quizzer.cli.keys import ENTER, SPACE
from quizzer.cli.spoken import in_language, in_one_line
from quizzer.cli.study_commands import COMMANDS, leaving_out
from quizzer.cli.unfinished import why_unfinished
from quizzer.domain.errors import EnvironmentProblem, QuizzerError
from quizzer.reports.card_view import keys_line
from quizzer.reports.exercise_view import SaveLine, exercise_page, hint_page, remark_lines, result_page, saves_page
from quizzer.reports.exercise_words import say
from quizzer.services.save_judge import Failed, Graded, NotReady, SaveJudge, Superseded
from quizzer.services.study_starter import begin_anew, place_starter
from quizzer.services.submission_file import SubmissionFile
from quizzer.services.watch_files import FileWatch
from quizzer.services.watch_reading import Unfinished, read_saved

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime, tzinfo

    from quizzer.cli.keys import Keyboard
    from quizzer.cli.study_commands import SessionCommands
    from quizzer.cli.study_screen import Screen
    from quizzer.domain.exercise import Exercise
    from quizzer.grader.process import ForkServer
    from quizzer.services.save_judge import Happening
    from quizzer.services.study import StudySession
    from quizzer.services.study_turn import Asked, Revealed

AT_ONCE_S = 1.0
"""An editor that ends sooner, and saved nothing, has most likely gone to a window of its own."""
_SETTLING_LOOKS = 3
"""A save is told when two looks in a row found the same."""
_GIVE_UP = "1"


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where the learner writes code, and what it is judged by."""

    folder: Path
    environ: Mapping[str, str]
    now: Callable[[], datetime]
    zone: tzinfo
    make_server: Callable[[], ForkServer]


class ExerciseTurn:
    """One exercise in front of the learner, until its card is answered or has left the screen."""

    def __init__(
        self,
        session: StudySession,
        screen: Screen,
        keyboard: Keyboard,
        commands: SessionCommands,
        *,
        workshop: Workshop,
        asked: Asked,
    ) -> None:
        assert asked.exercise is not None
        self._session = session
        self._screen = screen
        self._keyboard = keyboard
        self._commands = commands
        self._workshop = workshop
        self._asked = asked
        self._exercise: Exercise = asked.exercise
        with leaving_out():
            self._placed = place_starter(self._exercise, workshop.folder)
        # Before the card is drawn: what is saved from then on counts as saved.
        self._files = FileWatch([self._placed.path])
        self._unseen: list[tuple[datetime, Happening]] = []
        """What happened while the editor had the screen."""

    def run(self) -> Revealed | None:
        """Let the learner work; what the ratings will store, or None where the card has left the screen."""
        self._show_exercise()
        with leaving_out():
            saves = SaveJudge(
                self._files,
                make_server=self._workshop.make_server,
                find=lambda _: self._exercise,
                now=self._workshop.now,
                # Whatever its header says, or does not say any more: it is the file of this card.
                meant=lambda _: True,
            )
        with closing(saves):
            while True:
                try:
                    wants_answer = self._press(self._keyboard.key(meanwhile=lambda: self._look(saves)), saves)
                except KeyboardInterrupt:
                    if not saves.is_busy:
                        raise
                    saves.abandon()
                    self._note("judging_stopped")
                    self._show_keys()
                    continue
                if not self._session.is_asking:
                    return None
                if wants_answer or self._session.is_solved:
                    revealed = self._session.reveal_run()
                    self._screen.show(remark_lines(revealed.remark, style=self._screen.style))
                    return revealed

    def _press(self, key: str, saves: SaveJudge) -> bool:
        """Do what a key says; True when the learner gives up."""
        if key in (SPACE, ENTER):
            self._session.wait_for_grading()
            self._note("put_off")
        elif key == "c":
            self._edit(saves)
        elif key == "g":
            self._tell_all(saves.judge(self._placed.path))
        elif key == "n":
            self._begin_anew(saves)
        elif key == "h":
            self._hint()
        elif key == _GIVE_UP:
            self._note("gave_up", id=self._exercise.id)
            return True
        elif key and key in COMMANDS:
            self._commands.run(key)
        return False

    def _look(self, saves: SaveJudge) -> bool:
        """Show what became of saves made elsewhere; True once the exercise is solved."""
        self._tell_all(saves.poll())
        return self._session.is_solved

    def _edit(self, saves: SaveJudge) -> None:
        path = self._placed.path
        if not names_editor(self._workshop.environ):
            self._note("no_editor", path=_copyable(path))
            return
        began, failed = time.monotonic(), False
        try:
            with self._keyboard.lent():
                edit_file(path, line=None, environ=self._workshop.environ, meanwhile=lambda: self._listen(saves))
        except EnvironmentProblem as problem:
            failed = True
            self._note(
                "editor_failed", reason=in_language(self._screen.style.language, problem.message), path=_copyable(path)
            )
        at_once = time.monotonic() - began < AT_ONCE_S
        try:
            self._settle(saves)
        finally:
            saved = self._show_unseen()
        if not saved and not failed:
            self._note("editor_left" if at_once else "not_saved", path=_copyable(path))
        if not self._session.is_solved:
            self._show_keys()

    def _listen(self, saves: SaveJudge) -> None:
        """Take note of what happens to saves, and store their results, without a sign on the screen."""
        for happening in saves.poll():
            self._unseen.append((self._workshop.now(), happening))
            if isinstance(happening, Graded) and (lost := self._file(happening)) is not None:
                self._unseen.append((self._workshop.now(), lost))

    def _settle(self, saves: SaveJudge) -> None:
        """Wait for the results of what was saved last; the time is the judge's, not the learner's."""
        began = self._workshop.now()
        try:
            for _ in range(_SETTLING_LOOKS):
                self._listen(saves)
                saves.wait()
            if saves.is_busy:
                self._note("judging", title=self._exercise.title.in_(self._screen.style.language))
            while saves.is_busy:
                self._listen(saves)
                saves.wait()
        finally:
            self._session.waited((self._workshop.now() - began).total_seconds())

    def _show_unseen(self) -> bool:
        """One line for each save made in the editor where there were several, and the page of the one that counts."""
        seen, self._unseen = self._unseen, []
        lines = [line for at, happening in seen if (line := self._line(at, happening)) is not None]
        graded = [happening for _, happening in seen if isinstance(happening, Graded)]
        if len(lines) > len(graded) or len(lines) > 1:
            self._screen.show(saves_page(lines, style=self._screen.style))
        if graded:
            self._show_result(next((one for one in graded if one.result.accepted), graded[-1]))
        return bool(lines)

    def _line(self, at: datetime, happening: Happening) -> SaveLine | None:
        match happening:
            case Graded(result=result):
                return SaveLine(result.graded_at.astimezone(self._workshop.zone), result)
            case NotReady() | Failed():
                return SaveLine(at.astimezone(self._workshop.zone), None, why=self._why(happening))
            case _:
                return None

    def _tell_all(self, happened: list[Happening]) -> None:
        for happening in happened:
            match happening:
                case Graded():
                    lost = self._file(happening)
                    self._show_result(happening)
                    if lost is not None:
                        self._screen.tell(self._why(lost))
                    if not self._session.is_solved:
                        self._show_keys()
                case NotReady() | Failed():
                    self._screen.tell(self._why(happening))
                case Superseded():
                    self._note("judged_newer")
                case _:
                    self._note("judging", title=self._exercise.title.in_(self._screen.style.language))

    def _why(self, happening: NotReady | Failed) -> str:
        language = self._screen.style.language
        match happening:
            case NotReady(why=Unfinished() as unfinished):
                return say(language, "not_ready", why=why_unfinished(unfinished, language=language))
            case NotReady():
                return say(language, "file_gone")
            case Failed(problem=problem):
                return in_one_line(problem, language)

    def _file(self, graded: Graded) -> Failed | None:
        """Store a result; why it could not be stored, if so."""
        path = str(graded.submission.path.absolute())
        try:
            self._session.file_run(graded.result, source=graded.submission.source, path=path)
        except QuizzerError as problem:
            return Failed(graded.submission, problem)
        return None

    def _show_result(self, graded: Graded) -> None:
        at = graded.result.graded_at.astimezone(self._workshop.zone)
        page = result_page(
            graded.result, graded.exercise, file=graded.submission.path.name, at=at, style=self._screen.style
        )
        self._screen.show(page)

    def _begin_anew(self, saves: SaveJudge) -> None:
        today = f"{self._workshop.now().astimezone(self._workshop.zone):%Y-%m-%d}"
        with leaving_out():
            kept = begin_anew(self._exercise, self._placed.path, today=today)
        saves.pass_over(self._placed.path)
        self._note("begun_anew", path=_copyable(kept))
        self._show_keys()

    def _show_exercise(self) -> None:
        path, written = self._placed.path, self._placed.written
        found = None if written else read_saved(path)
        solved = isinstance(found, SubmissionFile) and self._session.is_old_solution(found.source)
        style = self._screen.style
        self._screen.show(
            exercise_page(self._exercise, path=_copyable(path), written=written, solved=solved, style=style)
        )
        self._show_keys()

    def _hint(self) -> None:
        hint = self._session.exercise_hint()
        style = self._screen.style
        number, total = (hint.number, hint.total) if hint else (0, 0)
        text = hint.text.in_(style.language) if hint else ""
        self._screen.show(hint_page(text, number=number, total=total, style=style))

    def _show_keys(self) -> None:
        self._screen.show([*keys_line(self._asked.question, style=self._screen.style), RichText()])

    def _note(self, key: str, **values: object) -> None:
        self._screen.tell(say(self._screen.style.language, key, **values))


def _copyable(path: Path) -> str:
    """A path that a shell understands when pasted: below the current folder, the home folder, or absolute."""
    # The current folder may have been removed, and a user may have no home.
    with suppress(OSError, RuntimeError):
        if path.is_relative_to(Path.cwd()):
            return shlex.quote(str(path.relative_to(Path.cwd())))
        if path.is_relative_to(Path.home()):
            return f"~/{shlex.quote(str(path.relative_to(Path.home())))}"
    return shlex.quote(str(path))
