"""``quizzer study``: one session in the terminal, from the first due card to the summary."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from quizzer.domain.card import DeckId
from quizzer.domain.errors import UsageError

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from quizzer.cli.context import AppContext
    from quizzer.cli.keys import Keyboard
    from quizzer.cli.study_screen import Screen
    from quizzer.reports.card_summary import Ahead
    from quizzer.services.study import StudySession
    from quizzer.services.study_arrange import SessionOptions
    from quizzer.services.study_outlook import Outlook
    from quizzer.storage.store import Store

INTERRUPTED = 130


@click.command("study")
@click.option("--deck", metavar="ID", help="Study only this deck.")
@click.option(
    "--new",
    "new_cards",
    type=click.IntRange(0, 9999),
    metavar="N",
    help="At most N new cards in this session, instead of the day's limit.",
)
@click.option("--limit", "cards", type=click.IntRange(1, 9999), metavar="N", help="Stop after N cards.")
@click.pass_context
def study(ctx: click.Context, deck: str | None, new_cards: int | None, cards: int | None) -> None:
    """Study what is due, then new cards.

    Keys: space or Enter shows the answer, then takes the marked rating; 1 to 4 rate; u takes back the last
    answer; s skips; - buries; h hints; ? shows all keys; q quits. Every answer is stored at once.
    """
    app: AppContext = ctx.obj
    if not app.interactive:
        raise UsageError(
            "study needs a terminal: it reads single keys and draws cards",
            hint="run it in a terminal window, without pipes or redirection",
        )
    from quizzer.cli.keys import Keyboard  # noqa: PLC0415 - --help needs none of this
    from quizzer.services.study_arrange import SessionOptions  # noqa: PLC0415

    options = SessionOptions(app.language, DeckId(deck) if deck else None, new_cards, cards)
    # Key mode first: what is typed while the database opens must not be echoed.
    with Keyboard().reading() as keyboard, app.open_store() as store:
        app.ensure_content(store)
        if options.deck is not None:
            _check_deck(store, options.deck, app=app)
        interrupted = _study(app, store, keyboard, options)
    if interrupted:
        ctx.exit(INTERRUPTED)


def _study(app: AppContext, store: Store, keyboard: Keyboard, options: SessionOptions) -> bool:
    """Run the session to its summary; True when Ctrl-C ended it."""
    from quizzer.cli.study_loop import StudyLoop  # noqa: PLC0415 - as above
    from quizzer.cli.study_screen import Screen  # noqa: PLC0415
    from quizzer.scheduler.fsrs6 import Fsrs6  # noqa: PLC0415
    from quizzer.services.study import StudySession  # noqa: PLC0415
    from quizzer.services.study_torch import BackgroundTorch  # noqa: PLC0415

    scheduling = app.scheduler_options
    torch = BackgroundTorch(app.make_grader)
    session = StudySession(
        store,
        now=app.now,
        zone=app.zone,
        scheduling=scheduling,
        model=Fsrs6(scheduling.weights),
        torch=torch,
        options=options,
    )
    screen = Screen(app.console(), language=app.language, plain=app.plain)
    interrupted = stopped = False
    # The judge is closed last: it may take a moment, and the summary should not wait for it.
    with closing(torch):
        try:
            StudyLoop(session, screen, keyboard, workspace=app.workspace).run()
        except EOFError:
            stopped = True
        except KeyboardInterrupt:
            interrupted = stopped = True
        _say_goodbye(app, store, session, screen, stopped=stopped)
    return interrupted


def _say_goodbye(app: AppContext, store: Store, session: StudySession, screen: Screen, *, stopped: bool) -> None:
    """The summary, or, where there was nothing to do, when there will be."""
    from quizzer.reports.card_summary import Summary, nothing_due_page, summary_page  # noqa: PLC0415 - as above

    outlook, tally = session.outlook(), session.tally
    ahead = _ahead(outlook, now=app.now(), today=session.today, zone=app.zone)
    if session.options.deck is not None and not outlook.left_today:
        from quizzer.services.learning_path import waiting  # noqa: PLC0415 - as above

        ahead = replace(ahead, waiting=waiting(store, session.options.deck))
    if not (stopped or tally.shown or tally.skipped or tally.broken):
        screen.show(nothing_due_page(ahead, has_cards=outlook.cards > 0, style=screen.style))
        return
    summary = Summary(
        answered=tally.answered,
        right=tally.right,
        duration_s=tally.duration_s,
        skipped=tally.skipped,
        exercises=len(tally.exercises),
        stopped=stopped,
    )
    screen.show(summary_page(summary, ahead, style=screen.style))
    if tally.answered:
        _offer_fit(store, screen)


def _offer_fit(store: Store, screen: Screen) -> None:
    from quizzer.services.optimise import is_due  # noqa: PLC0415 - as above

    if is_due(store):
        from quizzer.reports.optimise_view import offer_lines  # noqa: PLC0415 - as above

        screen.show(offer_lines(style=screen.style))


def _ahead(outlook: Outlook, *, now: datetime, today: int, zone: tzinfo) -> Ahead:
    from quizzer.reports.card_summary import Ahead  # noqa: PLC0415 - as above

    at = outlook.next_at
    return Ahead(
        left_today=outlook.left_today,
        due_tomorrow=outlook.due_tomorrow,
        next_in_s=None if at is None else max(0.0, (at - now).total_seconds()),
        at="" if at is None else f"{at.astimezone(zone):%H:%M}",
        days_ahead=None if outlook.next_on is None else outlook.next_on - today,
        new_waiting=outlook.new_waiting,
    )


def _check_deck(store: Store, deck: DeckId, *, app: AppContext) -> None:
    from quizzer.services.study_arrange import deck_ids  # noqa: PLC0415 - as above

    known = deck_ids(store, now=app.now())
    if deck not in known:
        raise UsageError(f"there is no deck {deck!r}", hint=f"choose one of: {', '.join(known)}")
