# ruff: noqa: PLC0415 - imports wait until a command runs, so that --help and completion stay quick
"""``quizzer config``: the learner's settings, in general and for single decks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizzer.cli.context import AppContext, pass_app
from quizzer.cli.options import json_option

if TYPE_CHECKING:
    from quizzer.domain.card import DeckId
    from quizzer.domain.setting import Setting
    from quizzer.storage.store import Store

RESCHEDULES = ("desired_retention", "weights", "maximum_interval_days")

deck_option = click.option("--deck", "deck_name", metavar="ID", help="The setting of this deck alone.")


@click.group()
def config() -> None:
    """Your settings: how much to remember, limits, steps, language. They are kept in your database."""


@config.command("list")
@deck_option
@json_option
@pass_app
def list_(app: AppContext, deck_name: str | None) -> None:
    """List all settings, or those that a deck may have of its own."""
    from quizzer.services.preferences import settings

    with app.open_store() as store:
        deck = _deck(app, store, deck_name)
        found = settings(app.preferences, deck=deck)
    if app.json:
        from quizzer.reports.config_view import setting_object
        from quizzer.reports.json_format import dumps

        click.echo(dumps({"settings": [setting_object(one) for one in found]}))
        return
    from quizzer.reports.config_view import settings_page

    app.show(settings_page(found, style=app.page_style))


@config.command()
@click.argument("name")
@deck_option
@json_option
@pass_app
def get(app: AppContext, name: str, deck_name: str | None) -> None:
    """Print the value of the setting NAME, as `config set` would read it."""
    from quizzer.services.preferences import check_name, setting

    check_name(name)
    with app.open_store() as store:
        found = setting(app.preferences, name, deck=_deck(app, store, deck_name))
    _print(app, found, text=found.value)


@config.command("set")
@click.argument("name")
@click.argument("values", metavar="VALUE", nargs=-1, required=True)
@deck_option
@json_option
@pass_app
def set_(app: AppContext, name: str, values: tuple[str, ...], deck_name: str | None) -> None:
    """Give the setting NAME a value: quizzer config set learning_steps 1m 10m."""
    from quizzer.reports.memory_words import say
    from quizzer.services.preferences import set_setting

    with app.open_store() as store:
        found = set_setting(store, name, " ".join(values), deck=_deck(app, store, deck_name))
    key = "set_to" if found.deck is None else "set_to_deck"
    _print(app, found, text=say(app.language, key, name=found.name, value=found.value, deck=found.deck))
    if name in RESCHEDULES:
        click.echo(say(app.language, "then_reschedule"), err=True)


@config.command()
@click.argument("name")
@deck_option
@json_option
@pass_app
def unset(app: AppContext, name: str, deck_name: str | None) -> None:
    """Let the default of the setting NAME hold again, or for a deck what holds in general."""
    from quizzer.domain.card import DeckId
    from quizzer.reports.memory_words import say
    from quizzer.services.preferences import setting, unset_setting

    # A deck that is gone may still have settings, and a value that cannot be used must be removable.
    deck = DeckId(deck_name) if deck_name else None
    with app.open_store() as store:
        was_set = unset_setting(store, name, deck=deck)
        found = setting(app.preferences, name, deck=deck)
    key = "unset" if was_set else "not_set"
    _print(app, found, text=say(app.language, key, name=found.name, value=found.value))


def _deck(app: AppContext, store: Store, name: str | None) -> DeckId | None:
    if name is None:
        return None
    from quizzer.services.named_deck import deck_in

    app.ensure_content(store)
    return deck_in(store, name)


def _print(app: AppContext, found: Setting, *, text: str) -> None:
    if app.json:
        from quizzer.reports.config_view import setting_object
        from quizzer.reports.json_format import dumps

        click.echo(dumps(setting_object(found)))
    else:
        click.echo(text)
