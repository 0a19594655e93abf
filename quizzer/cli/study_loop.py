"""The terminal loop of a session: draws a card, reads a key, and lets the session service decide what it means."""

from __future__ import annotations

import shlex
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quizzer.cli.keys import ENTER, SPACE, normalised
from quizzer.domain.card import CardKind
from quizzer.domain.errors import EnvironmentProblem, JudgeError
from quizzer.domain.marking import mark, read_choice, read_line_number, read_order
from quizzer.domain.memory import Rating
from quizzer.domain.review import StaleAnswerError
from quizzer.reports.card_summary import exercise_page, help_page
from quizzer.reports.card_view import Button, answer_page, buttons_page, clue_page, keys_line, question_page
from quizzer.reports.card_words import rating_word
from quizzer.scheduler.interval_text import interval_label
from quizzer.services.study_starter import place_starter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizzer.cli.keys import Keyboard
    from quizzer.cli.study_screen import Screen
    from quizzer.domain.question import Question
    from quizzer.services.study import StudySession
    from quizzer.services.study_turn import Asked, Revealed

COMMANDS = frozenset("hsuq?-")
_TYPED = (CardKind.CLOZE, CardKind.COMPUTE, CardKind.ORDER, CardKind.BUG, CardKind.CODE)


class _Untreatable(Exception):  # noqa: N818 - it never leaves this module
    """This card cannot be dealt with today, which is no reason to end the session."""


@contextmanager
def _leaving_out() -> Iterator[None]:
    try:
        yield
    except (JudgeError, EnvironmentProblem) as problem:
        raise _Untreatable(str(problem)) from problem


class StudyLoop:
    """Runs one session to its end; leaving early is an EOFError (q, Ctrl-D) or a KeyboardInterrupt."""

    def __init__(self, session: StudySession, screen: Screen, keyboard: Keyboard, *, workspace: Path) -> None:
        self._session = session
        self._screen = screen
        self._keyboard = keyboard
        self._workspace = workspace
        self._warmed_up = False
        self._broken_told = 0

    def run(self) -> None:
        """Show cards until none is left to show now."""
        while (asked := self._next()) is not None:
            self._draw(asked)
            if not self._warmed_up:
                # After the first card is on the screen, or torch's start would delay it.
                self._warmed_up = True
                self._session.warm_up()
            try:
                self._turn(asked)
            except _Untreatable as problem:
                self._session.leave_out(reason=str(problem))
            except StaleAnswerError:
                self._screen.note("stale")
                self._session.reload()

    def _next(self) -> Asked | None:
        asked = self._session.next()
        broken = self._session.tally.broken
        for card_id, reason in broken[self._broken_told :]:
            self._screen.note("broken_card", card=card_id, reason=reason)
        self._broken_told = len(broken)
        return asked

    def _draw(self, asked: Asked) -> None:
        style = self._screen.style
        question = asked.question
        lines = question_page(question, counts=self._session.counts, state=asked.progress.state, style=style)
        self._screen.show(lines)

    def _turn(self, asked: Asked) -> None:
        kind = asked.question.card.kind
        if kind is CardKind.EXERCISE:
            self._exercise(asked)
            return
        self._screen.show(keys_line(asked.question, style=self._screen.style))
        typed = self._typed_answer(asked.question) if kind in _TYPED else self._key_answer(asked.question)
        if typed is None:
            return
        self._tell_if_working()
        with _leaving_out():
            revealed = self._session.reveal(typed)
        self._show_answer(asked.question, revealed)
        self._rate(revealed)

    def _key_answer(self, question: Question) -> str | None:
        """Wait for a letter or for the wish to see the answer; None when the card has left the screen."""
        while True:
            key = self._keyboard.key()
            if key in (SPACE, ENTER):
                return ""
            if question.card.kind is CardKind.CHOICE and read_choice(question, key) is not None:
                return key
            if key in COMMANDS and self._command(key):
                return None

    def _typed_answer(self, question: Question) -> str | None:
        """Read a line until it is an answer; None when the card has left the screen."""
        while True:
            line = self._keyboard.line(self._screen.prompt)
            command = normalised(line).strip()
            if command in COMMANDS and command and not mark(question, line).correct:
                if self._command(command):
                    return None
            elif question.card.kind is CardKind.ORDER and line.strip() and read_order(question, line) is None:
                self._screen.note("order_unreadable", letters=question.letters)
            elif question.card.kind is CardKind.BUG and line.strip() and read_line_number(question, line) is None:
                self._screen.note("line_unreadable", count=len(question.lines))
            else:
                return line

    def _show_answer(self, question: Question, revealed: Revealed) -> None:
        style = self._screen.style
        lines = answer_page(question, revealed.mark, why=revealed.why, style=style)
        buttons = [Button(rating, interval_label(to.interval_s)) for rating, to in revealed.outcomes.items()]
        self._screen.show(lines + buttons_page(buttons, proposed=revealed.proposed, style=style))

    def _rate(self, revealed: Revealed) -> None:
        while True:
            key = self._keyboard.key()
            rating = _rating_of(key, proposed=revealed.proposed)
            outcome = revealed.outcomes.get(rating) if rating else None
            if outcome is not None:
                self._session.answer(outcome.rating)
                word = rating_word(self._screen.style.language, outcome.rating)
                self._screen.note("rated", rating=word, interval=interval_label(outcome.interval_s))
                return
            if key in COMMANDS and key != "h" and self._command(key):
                return

    def _exercise(self, asked: Asked) -> None:
        assert asked.exercise is not None
        with _leaving_out():
            placed = place_starter(asked.exercise, self._workspace)
        path = _copyable(placed.path)
        style = self._screen.style
        self._screen.show(exercise_page(asked.exercise, path=path, written=placed.written, style=style))
        self._screen.show(keys_line(asked.question, style=style))
        while True:
            key = self._keyboard.key()
            if key in (SPACE, ENTER):
                self._session.wait_for_grading()
                return
            if key in COMMANDS and key != "h" and self._command(key):
                return

    def _command(self, key: str) -> bool:
        """Do what a key asks for; True when the card has left the screen."""
        session, screen = self._session, self._screen
        match key:
            case "?":
                screen.show(help_page(style=screen.style))
                return False
            case "h":
                self._tell_if_working()
                with _leaving_out():
                    screen.show(clue_page(session.hint(), style=screen.style))
                return False
            case "u":
                return self._undo()
            case "s":
                session.skip()
                screen.note("skipped")
            case "-":
                session.bury()
                screen.note("buried")
            case _:
                raise EOFError
        return True

    def _tell_if_working(self) -> None:
        if not self._session.answer_is_ready:
            self._screen.note("working")

    def _undo(self) -> bool:
        undone = self._session.undo()
        if undone is None:
            self._screen.note("nothing_to_undo")
            return False
        rating = rating_word(self._screen.style.language, undone.rating)
        self._screen.note("undone", rating=rating, card=undone.card_id)
        return True


def _copyable(path: Path) -> str:
    """A path that a shell understands when pasted: below the current folder, the home folder, or absolute."""
    # The current folder may have been removed, and a user may have no home.
    with suppress(OSError, RuntimeError):
        if path.is_relative_to(Path.cwd()):
            return shlex.quote(str(path.relative_to(Path.cwd())))
        if path.is_relative_to(Path.home()):
            return f"~/{shlex.quote(str(path.relative_to(Path.home())))}"
    return shlex.quote(str(path))


def _rating_of(key: str, *, proposed: Rating) -> Rating | None:
    if key in (SPACE, ENTER):
        return proposed
    return Rating(int(key)) if key in "1234" else None
