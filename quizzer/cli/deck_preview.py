# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer deck preview``: cards as a learner sees them, in the terminal or as a page, and again on each save."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizzer.cli.context import AppContext, pass_app

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quizzer.domain.card import Card, Deck
    from quizzer.domain.errors import QuizzerError
    from quizzer.domain.preview import Preview
    from quizzer.grader.client import Grader

POLL_S = 0.2
RELOAD_S = 1


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--card", metavar="ID", help="Only the card with this id.")
@click.option("--repetition", type=click.IntRange(1), default=1, help="As it is asked for the Nth time: another draw.")
@click.option("--watch", is_flag=True, help="Show it again each time a file of the deck is saved, until Ctrl-C.")
@click.option(
    "--html",
    "html_path",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write one self-contained web page, in every language of the deck.",
)
@click.option("--open", "open_page", is_flag=True, help="With --html: show the page in a browser.")
@pass_app
def preview(
    app: AppContext,
    path: Path,
    *,
    card: str | None,
    repetition: int,
    watch: bool,
    html_path: Path | None,
    open_page: bool,
) -> None:
    """Show the cards of the deck at PATH, or of one file of it, as a learner sees them: question and answer.

    Nothing is stored. Exit code 3 if the deck has errors; they are listed. A page that is watched reloads by itself.
    """
    if open_page and html_path is None:
        raise click.UsageError("--open goes with --html FILE")
    with ExitStack() as stack:
        cards = _Cards(app, path, card=card, repetition=repetition, stack=stack)
        shown: _Terminal | _Page = _Terminal(app) if html_path is None else _Page(app, html_path, reloading=watch)
        if not watch:
            shown.show(cards)
            shown.ready(open_page=open_page)
            return
        _follow(cards, shown, open_page=open_page)


def _follow(cards: _Cards, shown: _Terminal | _Page, *, open_page: bool) -> None:
    """Show the cards, then again after each change; what cannot be read is told, and waited for."""
    from quizzer.domain.errors import QuizzerError

    seen: Mapping[Path, Any] | None = None
    try:
        while True:
            now = cards.stamps()
            if now != seen:
                first, seen = seen is None, now
                try:
                    shown.show(cards)
                except QuizzerError as problem:
                    shown.explain(problem)
                if first:
                    shown.ready(open_page=open_page)
            time.sleep(POLL_S)
    finally:
        shown.end()


class _Cards:
    """The cards that were asked for, as their files now are; torch starts with the first card that needs it."""

    def __init__(self, app: AppContext, path: Path, *, card: str | None, repetition: int, stack: ExitStack) -> None:
        self._app = app
        self._path = path
        self._card = card
        self._repetition = repetition
        self._stack = stack
        self._judge: Grader | None = None

    def deck(self) -> Deck:
        """The deck with the cards that were asked for."""
        from quizzer.services.preview import deck_to_preview

        return deck_to_preview(self._path, card=self._card)

    def preview(self, card: Card, *, language: str) -> Preview:
        """One of them, asked and answered."""
        from quizzer.services.preview import preview

        return preview(card, judge=self, language=language, repetition=self._repetition)

    def evaluate(self, body: Any, values: Any) -> Any:
        """What torch says a compute card's answer is."""
        if self._judge is None:
            self._judge = self._stack.enter_context(self._app.make_grader())
        return self._judge.evaluate(body, values)

    def stamps(self) -> Mapping[Path, tuple[int, int]]:
        """What tells that a file was saved."""
        from quizzer.services.preview import deck_files

        found = {path: path.stat() for path in deck_files(self._path) if path.exists()}
        return {path: (status.st_mtime_ns, status.st_size) for path, status in found.items()}


class _Terminal:
    """Cards on stdout, one after the other."""

    def __init__(self, app: AppContext) -> None:
        self._app = app

    def show(self, cards: _Cards) -> None:
        """Print every card."""
        chosen = cards.deck().cards
        for number, card in enumerate(chosen):
            self._print(cards.preview(card, language=self._app.language), left=len(chosen) - number)
        # Whoever reads through a pipe waits for what was saved, not for a full buffer.
        sys.stdout.flush()

    def explain(self, problem: QuizzerError) -> None:
        """Tell why nothing can be shown."""
        from quizzer.cli.spoken import explain

        explain(problem, self._app.language)
        sys.stdout.flush()

    def ready(self, *, open_page: bool) -> None:
        """Nothing more to say."""

    def end(self) -> None:
        """Nothing to clear away."""

    def _print(self, shown: Preview, *, left: int) -> None:
        from quizzer.domain.memory import State
        from quizzer.domain.question import Counts
        from quizzer.reports.card_view import answer_page, question_page

        style = self._app.page_style
        title = f"{shown.question.card.topic} · {shown.question.card.id}"
        counts = Counts(new=left, learning=0, due=0)
        self._app.show(question_page(shown.question, counts=counts, state=State.NEW, style=style, title=title))
        self._app.show(answer_page(shown.question, shown.mark, why=shown.why, style=style))


class _Page:
    """Cards as one web page; while it is watched it reloads by itself, and when that ends it no longer does."""

    def __init__(self, app: AppContext, path: Path, *, reloading: bool) -> None:
        self._app = app
        self._path = path
        self._reload_s = RELOAD_S if reloading else None
        self._make: Callable[[int | None], str] | None = None

    def show(self, cards: _Cards) -> None:
        """Write every card, in the language that was asked for or else in all that the deck is in."""
        from quizzer.reports.preview_html import preview_html

        deck, chosen = cards.deck(), self._app.language
        languages = [chosen] if self._app.language_option else deck.title.languages
        shown = [{one: cards.preview(card, language=one) for one in languages} for card in deck.cards]
        self._write(lambda reload_s: preview_html(deck, shown, language=chosen, reload_s=reload_s))

    def explain(self, problem: QuizzerError) -> None:
        """Tell why nothing can be shown, here and on the page."""
        from quizzer.cli.spoken import explain
        from quizzer.reports.preview_html import problems_html

        explain(problem, self._app.language)
        told = [*map(str, getattr(problem, "diagnostics", ())), str(problem)]
        language = self._app.language
        self._write(lambda reload_s: problems_html(told, title=self._path.name, language=language, reload_s=reload_s))

    def ready(self, *, open_page: bool) -> None:
        """Say where the page is, once."""
        from quizzer.domain.errors import EnvironmentProblem
        from quizzer.reports.preview_words import say

        click.echo(say(self._app.language, "written", path=self._path), err=True)
        if open_page:
            import webbrowser

            if not webbrowser.open(self._path.resolve().as_uri()):
                raise EnvironmentProblem("No web browser was found.", hint=f"open the page yourself: {self._path}")

    def end(self) -> None:
        """Leave a page that reloads no more."""
        if self._make is not None:
            self._put(self._make(None))

    def _write(self, make: Callable[[int | None], str]) -> None:
        self._make = make
        self._put(make(self._reload_s))

    def _put(self, text: str) -> None:
        import os

        from quizzer.domain.errors import EnvironmentProblem

        beside = self._path.with_name(f".{self._path.name}.{os.getpid()}.part")
        try:
            # A browser that reloads in this moment gets the old page or the new one, whole.
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._path)
        except OSError as problem:
            beside.unlink(missing_ok=True)
            raise EnvironmentProblem(
                f"The page {self._path} cannot be written: {problem.strerror}.", hint="choose another file with --html"
            ) from None
