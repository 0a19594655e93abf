"""``quizzer study``: one session in the terminal, from the first due card to the summary."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from quizzer.domain.candidate import Work
from quizzer.domain.card import DeckId
from quizzer.domain.errors import UsageError

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from quizzer.cli.card_editing import CardEditor
    from quizzer.cli.context import AppContext
    from quizzer.cli.keys import Keyboard
    from quizzer.cli.study_loop import StudyLoop
    from quizzer.cli.study_screen import Screen
    from quizzer.reports.card_summary import Ahead
    from quizzer.services.study import StudySession
    from quizzer.services.study_arrange import CardFilter, SessionOptions
    from quizzer.services.study_outlook import Outlook
    from quizzer.services.study_torch import BackgroundTorch
    from quizzer.services.study_turn import Asked, Revealed
    from quizzer.services.upkeep import Upkeep
    from quizzer.storage.store import Store

INTERRUPTED = 130
_PLANNED = {Work.CARDS: "plan_cards", Work.CODE: "plan_code"}


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
@click.option("--minutes", type=click.IntRange(1, 999), metavar="N", help="Begin no card after N minutes.")
@click.option("--topic", metavar="ID", help="Only cards of this topic; * is anything.")
@click.option("--tag", metavar="NAME", help="Only cards with this tag.")
@click.option("--search", metavar="QUERY", help="Only cards that this search finds (see quizzer search).")
@click.option(
    "--ahead",
    "ahead_days",
    type=click.IntRange(1, 365),
    metavar="DAYS",
    help="Reviews due within so many days too, and no new cards; they are rescheduled as always.",
)
@click.option("--unplanned", is_flag=True, help="Cards and code, whatever the weekly plan says of today.")
@click.option("--cram", is_flag=True, help="Due or not, weakest memory first; the schedule is left alone.")
@click.option("--failed-today", is_flag=True, help="Cram what you answered Again today.")
@click.pass_context
def study(ctx: click.Context, /, **wishes: Any) -> None:
    """Study what is due, then new cards.

    Keys: space or Enter shows the answer, then takes the marked rating; 1 to 4 rate; u takes back the last
    answer or act, and again the one before; s skips; - buries; @ suspends; * flags; m marks; e edits; h hints;
    ? shows all keys; q quits. On an exercise c opens your editor, and each save is judged; space puts it off.
    Every answer is stored at once.
    """
    app: AppContext = ctx.obj
    if not app.interactive:
        raise UsageError(
            "study needs a terminal: it reads single keys and draws cards",
            hint="run it in a terminal window, without pipes or redirection",
        )
    from quizzer.cli.keys import Keyboard  # noqa: PLC0415 - --help needs none of this

    # Key mode first: what is typed while the database opens must not be echoed.
    with Keyboard().reading() as keyboard, app.open_store() as store:
        app.ensure_content(store)
        if wishes["deck"]:
            from quizzer.services.named_deck import deck_in  # noqa: PLC0415 - only where one is named

            deck_in(store, wishes["deck"])
        interrupted = _study(app, store, keyboard, _options(app, store, wishes))
    if interrupted:
        ctx.exit(INTERRUPTED)


def _options(app: AppContext, store: Store, wishes: dict[str, Any]) -> SessionOptions:
    """What the learner wants of this session; UsageError where it makes no sense or no card is meant."""
    from quizzer.services.study_arrange import SessionOptions  # noqa: PLC0415 - as above

    cram = wishes["cram"] or wishes["failed_today"]
    if cram and wishes["ahead_days"]:
        raise UsageError("--ahead reschedules and --cram does not", hint="choose one of the two")
    new_cards = wishes["new_cards"]
    return SessionOptions(
        language=app.language,
        deck=DeckId(wishes["deck"]) if wishes["deck"] else None,
        new_cards=0 if wishes["ahead_days"] and new_cards is None else new_cards,
        cards=wishes["cards"],
        minutes=wishes["minutes"],
        only=_only(app, store, wishes),
        ahead_days=wishes["ahead_days"] or 0,
        cram=cram,
        unplanned=wishes["unplanned"],
    )


def _only(app: AppContext, store: Store, wishes: dict[str, Any]) -> CardFilter | None:
    if not any(wishes[name] for name in ("topic", "tag", "search", "failed_today")):
        return None
    from quizzer.services.study_filter import card_filter  # noqa: PLC0415 - few sessions have one

    return card_filter(
        store,
        topic=wishes["topic"],
        tag=wishes["tag"],
        search=wishes["search"],
        failed_today=wishes["failed_today"],
        now=app.now(),
        zone=app.zone,
        options=app.scheduler_options,
    )


def _study(app: AppContext, store: Store, keyboard: Keyboard, options: SessionOptions) -> bool:
    """Run the session to its summary; True when Ctrl-C ended it."""
    from quizzer.cli.card_editing import CardEditor  # noqa: PLC0415 - as above
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
    screen = Screen(app.console(), language=app.language, plain=app.plain, home=app.database.parent)
    _tell_what_holds(session, screen)
    interrupted = stopped = False
    upkeep: list[Upkeep] = []
    # The judge is closed last: it may take a moment, and the summary should not wait for it.
    with closing(torch):
        try:
            loop = _loop(app, session, screen, keyboard, torch=torch, editor=CardEditor(app, store), upkeep=upkeep)
            loop.run()
        except EOFError:
            stopped = True
        except KeyboardInterrupt:
            interrupted = stopped = True
        _say_goodbye(app, store, session, screen, stopped=stopped)
        _tell_of_copy(upkeep, app.language)
    return interrupted


def _tell_what_holds(session: StudySession, screen: Screen) -> None:
    """What is special about this session, before its first card."""
    if session.options.cram:
        screen.note("cram_begins")
    if session.work in _PLANNED:
        screen.note(_PLANNED[session.work])
    days = session.days_ahead()
    # One day is what a journey west or a late night may cost.
    if days > 1:
        screen.note("clock_was_ahead", days=days)


def _loop(
    app: AppContext,
    session: StudySession,
    screen: Screen,
    keyboard: Keyboard,
    *,
    torch: BackgroundTorch,
    editor: CardEditor,
    upkeep: list[Upkeep],
) -> StudyLoop:
    from quizzer.cli.study_commands import SessionCommands  # noqa: PLC0415 - as above
    from quizzer.cli.study_loop import StudyLoop  # noqa: PLC0415

    commands = SessionCommands(session, screen, keyboard, editor)

    def work(asked: Asked) -> Revealed | None:
        from quizzer.cli.study_exercise import ExerciseTurn, Workshop  # noqa: PLC0415 - not before an exercise comes

        workshop = Workshop(app.workspace, app.environ, app.now, app.zone, torch.lend)
        return ExerciseTurn(session, screen, keyboard, commands, workshop=workshop, asked=asked).run()

    return StudyLoop(
        session, screen, keyboard, commands=commands, work=work, at_leisure=lambda: upkeep.append(_keep_up(app))
    )


def _keep_up(app: AppContext) -> Upkeep:
    """Begin what had to wait for the first card to be on the screen."""
    from quizzer.services.upkeep import Upkeep  # noqa: PLC0415 - as above

    hour = app.scheduler_options.rollover_hour
    return Upkeep(app.database, now=app.now(), zone=app.zone, rollover_hour=hour)


def _tell_of_copy(begun: list[Upkeep], language: str) -> None:
    """Say where the day's copy could not be made; the session was none the worse for it."""
    from quizzer.cli.spoken import in_one_line  # noqa: PLC0415 - as above

    for problem in (one.finish() for one in begun):
        if problem is not None:
            click.echo(in_one_line(problem, language), err=True)


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
        _tell_of_plan(outlook, screen)
        return
    summary = Summary(
        answered=tally.answered,
        right=tally.right,
        duration_s=tally.duration_s,
        skipped=tally.skipped,
        exercises=len(tally.exercises),
        stopped=stopped,
    )
    if session.time_is_up:
        screen.note("time_is_up", minutes=session.options.minutes)
    screen.show(summary_page(summary, ahead, style=screen.style))
    _tell_of_plan(outlook, screen)
    if tally.answered:
        _offer_fit(store, screen)


def _tell_of_plan(outlook: Outlook, screen: Screen) -> None:
    """How much waits for another day only because the learner planned it so."""
    if outlook.planned_later:
        screen.note("plan_waits", count=outlook.planned_later)


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
