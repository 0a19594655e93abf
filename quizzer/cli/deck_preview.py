# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck preview``: cards in the terminal as a learner sees them, again each time a file is saved."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizzer.cli.context import AppContext, pass_app

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizzer.grader.client import Grader
    from quizzer.services.preview import Preview

POLL_S = 0.2


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--card", metavar="ID", help="Only the card with this id.")
@click.option("--repetition", type=click.IntRange(1), default=1, help="As it is asked for the Nth time: another draw.")
@click.option("--watch", is_flag=True, help="Show it again each time a file of the deck is saved, until Ctrl-C.")
@pass_app
def preview(app: AppContext, path: Path, *, card: str | None, repetition: int, watch: bool) -> None:
    """Show the cards of the deck at PATH, or of one file of it, as a learner sees them: question and answer.

    Nothing is stored. Exit code 3 if the deck has errors; they are listed.
    """
    with ExitStack() as stack:
        previewer = _Previewer(app, path, card=card, repetition=repetition, stack=stack)
        if not watch:
            previewer.show()
            return
        previewer.follow()


class _Previewer:
    """Shows the cards once or whenever their files change; torch starts with the first card that needs it."""

    def __init__(self, app: AppContext, path: Path, *, card: str | None, repetition: int, stack: ExitStack) -> None:
        self._app = app
        self._path = path
        self._card = card
        self._repetition = repetition
        self._stack = stack
        self._judge: Grader | None = None

    def show(self) -> None:
        """Print every card that was asked for."""
        from quizzer.services.preview import cards_to_preview, preview

        cards = cards_to_preview(self._path, card=self._card)
        for number, card in enumerate(cards):
            shown = preview(card, judge=self, language=self._app.language, repetition=self._repetition)
            self._print(shown, left=len(cards) - number)

    def follow(self) -> None:
        """Show the cards, then again after each change; what cannot be read is told, and waited for."""
        from quizzer.cli.main import explain
        from quizzer.domain.errors import QuizzerError

        seen: Mapping[Path, Any] | None = None
        while True:
            now = self._stamps()
            if now != seen:
                seen = now
                try:
                    self.show()
                except QuizzerError as problem:
                    explain(problem)
                # Whoever reads through a pipe waits for what was saved, not for a full buffer.
                sys.stdout.flush()
            time.sleep(POLL_S)

    def evaluate(self, body: Any, values: Any) -> Any:
        """What torch says a compute card's answer is."""
        if self._judge is None:
            self._judge = self._stack.enter_context(self._app.make_grader())
        return self._judge.evaluate(body, values)

    def _stamps(self) -> Mapping[Path, tuple[int, int]]:
        from quizzer.services.preview import deck_files

        found = {path: path.stat() for path in deck_files(self._path) if path.exists()}
        return {path: (status.st_mtime_ns, status.st_size) for path, status in found.items()}

    def _print(self, shown: Preview, *, left: int) -> None:
        from quizzer.domain.memory import State
        from quizzer.domain.question import Counts
        from quizzer.reports.card_view import answer_page, question_page

        style = self._app.page_style
        title = f"{shown.question.card.topic} · {shown.question.card.id}"
        counts = Counts(new=left, learning=0, due=0)
        self._app.show(question_page(shown.question, counts=counts, state=State.NEW, style=style, title=title))
        self._app.show(answer_page(shown.question, shown.mark, why=shown.why, style=style))
