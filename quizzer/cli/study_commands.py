"""The keys of a session that do not answer a card: what each does, and what it says."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from quizzer.domain.errors import EnvironmentProblem, JudgeError, QuizzerError
from quizzer.reports.card_acts import undone_text
from quizzer.reports.card_view import clue_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.cli.card_editing import CardEditor
    from quizzer.cli.keys import Keyboard
    from quizzer.cli.study_screen import Screen
    from quizzer.services.study import StudySession

COMMANDS = frozenset("hsuq?-@*me")


class Untreatable(Exception):  # noqa: N818 - it never leaves the loop
    """This card cannot be dealt with today, which is no reason to end the session."""


@contextmanager
def leaving_out() -> Iterator[None]:
    """Turn a failure of judge or machine into Untreatable."""
    try:
        yield
    except (JudgeError, EnvironmentProblem) as problem:
        raise Untreatable(str(problem)) from problem


class SessionCommands:
    """Does what a key asks for; the session decides what it means."""

    def __init__(self, session: StudySession, screen: Screen, keyboard: Keyboard, editor: CardEditor) -> None:
        self._session = session
        self._screen = screen
        self._keyboard = keyboard
        self._editor = editor

    def run(self, key: str) -> bool:
        """Do what one of ``COMMANDS`` says; True when the card has left the screen. EOFError to quit."""
        match key:
            case "?":
                from quizzer.reports.card_summary import help_page  # noqa: PLC0415 - not before it is asked for

                self._screen.show(help_page(style=self._screen.style))
            case "h":
                self.tell_if_working()
                with leaving_out():
                    self._screen.show(clue_page(self._session.hint(), style=self._screen.style))
            case "u":
                self._undo()
            case "*":
                flag = self._session.flag()
                self._screen.note("flag_set" if flag else "flag_gone", flag=flag)
            case "m":
                self._screen.note("marked" if self._session.toggle_mark() else "unmarked")
            case "e":
                self._edit()
            case _:
                self._put_away(key)
        return not self._session.is_asking

    def tell_if_working(self) -> None:
        """Say so where torch has not finished yet."""
        if not self._session.answer_is_ready:
            self._screen.note("working")

    def _put_away(self, key: str) -> None:
        match key:
            case "s":
                self._session.skip()
                self._screen.note("skipped")
            case "-":
                self._session.bury()
                self._screen.note("buried")
            case "@":
                self._screen.note("suspended", card=self._session.suspend())
            case _:
                raise EOFError

    def _edit(self) -> None:
        session, screen = self._session, self._screen
        try:
            with self._keyboard.lent():
                report = self._editor.edit(session.card_asked)
                text = self._editor.ask_for_note(session.card_asked) if report is None else ""
        except QuizzerError as problem:
            for diagnostic in getattr(problem, "diagnostics", ()):
                screen.tell(str(diagnostic))
            screen.note("not_edited", reason=problem)
            return
        if report is None:
            screen.note("note_kept" if session.set_remark(text) else "note_same")
            return
        counts = {name: len(getattr(report, name)) for name in ("changed", "added", "retired")}
        screen.note("edited", **counts)
        session.ask_anew()

    def _undo(self) -> None:
        undone = self._session.undo()
        if undone is None:
            self._screen.note("nothing_to_undo")
            return
        self._screen.tell(undone_text(undone, language=self._screen.style.language))
