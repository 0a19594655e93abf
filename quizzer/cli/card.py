# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer card``: put single cards away, flag, mark and tag them, edit them and write notes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option
from quizzer.domain.act import FLAGS, ActKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizzer.domain.card import CardId
    from quizzer.storage.store import Store

F = TypeVar("F", bound="Callable[..., None]")


@click.group()
def card() -> None:
    """Single cards: look at them, put them away, flag, tag and edit them.

    quizzer search finds their ids; quizzer undo takes each act back.
    """


def _ids(function: F) -> F:
    return click.argument("ids", metavar="ID...", nargs=-1, required=True)(json_option(function))


@card.command()
@_ids
@pass_app
def suspend(app: AppContext, ids: tuple[str, ...]) -> None:
    """Keep cards out of every session until you unsuspend them; their progress is kept."""
    from quizzer.services import cards

    _act(app, ActKind.SUSPEND, lambda store: cards.suspend(store, _cards(ids), suspended=True, at=app.now()))


@card.command()
@_ids
@pass_app
def unsuspend(app: AppContext, ids: tuple[str, ...]) -> None:
    """Let suspended cards come back, as they stood."""
    from quizzer.services import cards

    _act(app, ActKind.UNSUSPEND, lambda store: cards.suspend(store, _cards(ids), suspended=False, at=app.now()))


@card.command()
@click.option(
    "--number", type=click.IntRange(0, FLAGS), default=1, show_default=True, metavar="N", help="1 to 7, or 0 for none."
)
@_ids
@pass_app
def flag(app: AppContext, ids: tuple[str, ...], number: int) -> None:
    """Give cards one of seven flags, or take it away."""
    from quizzer.services import cards

    _act(app, ActKind.FLAG, lambda store: cards.flag(store, _cards(ids), number=number, at=app.now()))


@card.command()
@_ids
@pass_app
def mark(app: AppContext, ids: tuple[str, ...]) -> None:
    """Mark cards: the tag "marked"."""
    from quizzer.services import cards

    _act(app, ActKind.MARK, lambda store: cards.mark(store, _cards(ids), present=True, at=app.now()))


@card.command()
@_ids
@pass_app
def unmark(app: AppContext, ids: tuple[str, ...]) -> None:
    """Take the mark away."""
    from quizzer.services import cards

    _act(app, ActKind.UNMARK, lambda store: cards.mark(store, _cards(ids), present=False, at=app.now()))


@card.command()
@click.argument("name")
@_ids
@pass_app
def tag(app: AppContext, name: str, ids: tuple[str, ...]) -> None:
    """Give cards a tag NAME of your own."""
    from quizzer.services import cards

    _act(app, ActKind.TAG, lambda store: cards.tag(store, _cards(ids), name, present=True, at=app.now()))


@card.command()
@click.argument("name")
@_ids
@pass_app
def untag(app: AppContext, name: str, ids: tuple[str, ...]) -> None:
    """Take your own tag NAME away; an author's tag stays."""
    from quizzer.services import cards

    _act(app, ActKind.UNTAG, lambda store: cards.tag(store, _cards(ids), name, present=False, at=app.now()))


@card.command()
@_ids
@pass_app
def bury(app: AppContext, ids: tuple[str, ...]) -> None:
    """Keep cards and their siblings away until tomorrow."""
    _bury(app, ActKind.BURY, ids)


@card.command()
@_ids
@pass_app
def unbury(app: AppContext, ids: tuple[str, ...]) -> None:
    """Let buried cards and their siblings come back today."""
    _bury(app, ActKind.UNBURY, ids)


@card.command()
@click.argument("card_id", metavar="ID")
@json_option
@pass_app
def show(app: AppContext, card_id: str) -> None:
    """Show a card with its answer, where it stands, all answers that you gave, and how well you remember it."""
    from quizzer.reports.card_record import record_object, record_page
    from quizzer.scheduler.fsrs6 import Fsrs6
    from quizzer.services.card_record import card_record

    options, now = app.scheduler_options, app.now()
    with app.open_store() as store:
        app.ensure_content(store)
        record = card_record(
            store, _cards([card_id])[0], now=now, zone=app.zone, options=options, model=Fsrs6(options.weights)
        )
    if app.json:
        from quizzer.reports.json_format import dumps

        click.echo(dumps(record_object(record, language=app.language)))
        return
    app.show(record_page(record, now=now, style=app.page_style))


@card.command()
@click.argument("card_id", metavar="ID")
@json_option
@pass_app
def edit(app: AppContext, card_id: str) -> None:
    """Open the card in your editor and bring the change in.

    The card of a deck that you imported is opened where it is written; text may change, history stays. Built-in
    content is not yours to change, so a note to the card is opened instead. VISUAL or EDITOR says which editor.
    """
    from quizzer.cli.card_editing import CardEditor

    with app.open_store() as store:
        app.ensure_content(store)
        report = CardEditor(app, store).edit(_cards([card_id])[0])
    if report is None:
        _note(app, card_id, None)
        return
    if app.json:
        from quizzer.reports.json_format import dumps, sync_object

        click.echo(dumps(sync_object(report)))
        return
    from quizzer.reports.tables import sync_page

    app.show(sync_page(report, style=app.page_style))


@card.command()
@click.argument("card_id", metavar="ID")
@click.argument("text", required=False)
@json_option
@pass_app
def note(app: AppContext, card_id: str, text: str | None) -> None:
    """Keep a note to a card, shown with its answer; without TEXT it is opened in your editor, "" removes it."""
    _note(app, card_id, text)


def _note(app: AppContext, card_id: str, text: str | None) -> None:
    from quizzer.cli.card_editing import CardEditor
    from quizzer.services import cards

    (card,) = _cards([card_id])

    def keep(store: Store) -> Sequence[CardId]:
        words = CardEditor(app, store).ask_for_note(card) if text is None else text.strip()
        return cards.remark(store, card, words, at=app.now())

    _act(app, ActKind.REMARK, keep)


def _bury(app: AppContext, kind: ActKind, ids: Sequence[str]) -> None:
    from quizzer.services import cards

    options = app.scheduler_options
    _act(
        app,
        kind,
        lambda store: cards.bury(store, _cards(ids), kind=kind, now=app.now(), zone=app.zone, options=options),
    )


def _cards(ids: Sequence[str]) -> list[CardId]:
    from quizzer.domain.card import CardId

    return [CardId(one) for one in ids]


def _act(app: AppContext, kind: ActKind, act: Callable[[Store], Sequence[CardId]]) -> None:
    """Do it, and say what is different now; on stdout the ids, so that they can be piped on."""
    from quizzer.reports.collection_words import say

    with app.open_store() as store:
        app.ensure_content(store)
        changed = act(store)
    if app.json:
        from quizzer.reports.json_format import dumps

        click.echo(dumps({"act": kind.value, "changed": list(changed)}))
        return
    for card_id in changed:
        click.echo(card_id)
    told = say(app.language, f"did_{kind.value}" if changed else "did_nothing", count=len(changed))
    click.echo(f"{told} {say(app.language, 'undo_hint')}" if changed else told, err=True)
