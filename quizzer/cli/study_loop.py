"""The terminal loop of a session: draws a card, reads a key, and lets the session service decide what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizzer.cli.keys import ENTER, SPACE, normalised
from quizzer.cli.study_commands import COMMANDS, Untreatable, leaving_out
from quizzer.domain.card import CardKind
from quizzer.domain.marking import mark, read_choice, read_line_number, read_order
from quizzer.domain.memory import Rating
from quizzer.domain.review import StaleAnswerError
from quizzer.reports.card_acts import leech_page, titled
from quizzer.reports.card_view import Button, answer_page, buttons_page, keys_line, question_page
from quizzer.reports.card_words import rating_word
from quizzer.scheduler.interval_text import interval_label, interval_phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizzer.cli.keys import Keyboard
    from quizzer.cli.study_commands import SessionCommands
    from quizzer.cli.study_screen import Screen
    from quizzer.domain.act import Leech
    from quizzer.domain.question import Question
    from quizzer.scheduler.answers import Outcome
    from quizzer.services.study import StudySession
    from quizzer.services.study_turn import Asked, Revealed

_TYPED = (CardKind.CLOZE, CardKind.COMPUTE, CardKind.ORDER, CardKind.BUG, CardKind.CODE)


class StudyLoop:
    """Runs one session to its end; leaving early is an EOFError (q, Ctrl-D) or a KeyboardInterrupt.

    ``work`` lets the learner work on the exercise of a card; ``at_leisure`` is called once the first card is drawn.
    """

    def __init__(
        self,
        session: StudySession,
        screen: Screen,
        keyboard: Keyboard,
        *,
        commands: SessionCommands,
        work: Callable[[Asked], Revealed | None],
        at_leisure: Callable[[], None] = lambda: None,
    ) -> None:
        self._session = session
        self._screen = screen
        self._keyboard = keyboard
        self._commands = commands
        self._work = work
        self._at_leisure = at_leisure
        self._warmed_up = False
        self._broken_told = 0

    def run(self) -> None:
        """Show cards until none is left to show now."""
        while (asked := self._next()) is not None:
            self._draw(asked)
            if not self._warmed_up:
                # After the first card is on the screen, keys and all, or torch's start would delay it.
                self._warmed_up = True
                self._session.warm_up()
                self._at_leisure()
            try:
                self._turn(asked)
            except Untreatable as problem:
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
        title = titled(question.card.topic, asked.standing, style=style)
        lines = question_page(
            question, counts=self._session.counts, state=asked.progress.state, style=style, title=title
        )
        if question.card.kind is not CardKind.EXERCISE:
            lines += keys_line(question, style=style)
        self._screen.show(lines)

    def _turn(self, asked: Asked) -> None:
        kind = asked.question.card.kind
        if kind is CardKind.EXERCISE:
            self._exercise(asked)
            return
        typed = self._typed_answer(asked.question) if kind in _TYPED else self._key_answer(asked.question)
        if typed is None:
            return
        self._commands.tell_if_working()
        with leaving_out():
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
            if key in COMMANDS and self._commands.run(key):
                return None

    def _typed_answer(self, question: Question) -> str | None:
        """Read a line until it is an answer; None when the card has left the screen."""
        while True:
            line = self._keyboard.line(self._screen.prompt)
            command = normalised(line).strip()
            if command in COMMANDS and command and not mark(question, line).correct:
                if self._commands.run(command):
                    return None
            elif question.card.kind is CardKind.ORDER and line.strip() and read_order(question, line) is None:
                self._screen.note("order_unreadable", letters=question.letters)
            elif question.card.kind is CardKind.BUG and line.strip() and read_line_number(question, line) is None:
                self._screen.note("line_unreadable", count=len(question.lines))
            else:
                return line

    def _show_answer(self, question: Question, revealed: Revealed) -> None:
        style = self._screen.style
        lines = answer_page(question, revealed.mark, why=revealed.why, style=style, remark=revealed.remark)
        self._screen.show(lines)
        self._show_buttons(revealed)

    def _show_buttons(self, revealed: Revealed) -> None:
        buttons = [Button(rating, self._interval(to)) for rating, to in revealed.outcomes.items()]
        self._screen.show(buttons_page(buttons, proposed=revealed.proposed, style=self._screen.style))

    def _interval(self, outcome: Outcome) -> str:
        return "" if self._session.options.cram else interval_label(outcome.interval_s)

    def _rate(self, revealed: Revealed) -> None:
        while True:
            key = self._keyboard.key()
            rating = _rating_of(key, proposed=revealed.proposed)
            outcome = revealed.outcomes.get(rating) if rating else None
            if outcome is not None:
                leech = self._session.answer(outcome.rating)
                word = rating_word(self._screen.style.language, outcome.rating)
                said = "rehearsed" if self._session.options.cram else "rated"
                interval = interval_phrase(outcome.interval_s, language=self._screen.style.language)
                self._screen.note(said, rating=word, interval=interval)
                if leech is not None:
                    self._leech(leech)
                return
            if key in COMMANDS and key != "h" and self._commands.run(key):
                return

    def _leech(self, leech: Leech) -> None:
        """Say at once what may help, and let the learner put the card away."""
        self._screen.show(leech_page(leech, style=self._screen.style))
        if self._keyboard.key() == "@":
            self._session.suspend(leech.card_id)
            self._screen.note("suspended", card=leech.card_id)

    def _exercise(self, asked: Asked) -> None:
        revealed = self._work(asked)
        if revealed is not None:
            self._show_buttons(revealed)
            self._rate(revealed)
            if self._session.credited:
                self._tell_of_credit(self._session.credited)

    def _tell_of_credit(self, cards: int) -> None:
        from quizzer.reports.words import say  # noqa: PLC0415 - not before an exercise is solved

        self._screen.tell(say(self._screen.style.language, "credited", count=cards))


def _rating_of(key: str, *, proposed: Rating) -> Rating | None:
    if key in (SPACE, ENTER):
        return proposed
    return Rating(int(key)) if key in "1234" else None
