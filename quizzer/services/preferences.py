"""What the learner has set, in general and for single decks: read once, stored as people write it.

A setting is a row ``option:NAME``, or ``option:NAME@DECK``; what is not stored has its default.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizzer.domain.card import DeckId
from quizzer.domain.errors import UsageError
from quizzer.domain.setting import LANGUAGE, SETTING_PREFIX, WEIGHTS, Setting, row_name
from quizzer.domain.text import LANGUAGES, language_of
from quizzer.scheduler.option_text import OPTION_TEXTS, option_of, parse_option, with_options
from quizzer.scheduler.options import SchedulerOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizzer.storage.store import Store, Transaction

SETTING_NAMES = (*OPTION_TEXTS, LANGUAGE)
AUTOMATIC = "auto"
"""The language of the environment."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything that the learner has set; ``stored`` keeps the texts by name and deck."""

    scheduling: SchedulerOptions
    language: str | None = None
    stored: Mapping[tuple[str, DeckId | None], str] = field(default_factory=dict)


def load(store: Store) -> Preferences:
    """The settings of this database, by one statement.

    Raises:
        UsageError: a stored value cannot be used; the hint says which command removes it.
    """
    with store.read() as tx:
        return read_preferences(tx)


def read_preferences(tx: Transaction) -> Preferences:
    """``load`` within a transaction."""
    stored = {_place(name): text for name, text in tx.settings(SETTING_PREFIX).items()}
    language = stored.get((LANGUAGE, None))
    if language is not None and language not in LANGUAGES:
        raise _unusable(LANGUAGE, None, UsageError(f"language: {language!r} is not a language of quizzer"))
    general = _options(stored, None, base=None)
    decks = {deck for _, deck in stored if deck is not None}
    own = {deck: _options(stored, deck, base=general) for deck in sorted(decks)}
    return Preferences(replace(general, decks=own), language, stored)


def settings(preferences: Preferences, *, deck: DeckId | None = None) -> tuple[Setting, ...]:
    """Every setting that can be set here, in a fixed order."""
    names = [name for name in SETTING_NAMES if deck is None or (name in OPTION_TEXTS and OPTION_TEXTS[name].per_deck)]
    return tuple(setting(preferences, name, deck=deck) for name in names)


def setting(preferences: Preferences, name: str, *, deck: DeckId | None = None) -> Setting:
    """One setting; UsageError for a name that there is not, or that decks do not have."""
    check_name(name, deck=deck)
    own = (name, deck) in preferences.stored
    if name == LANGUAGE:
        return Setting(name, preferences.language or AUTOMATIC, own)
    options = preferences.scheduling if deck is None else preferences.scheduling.for_deck(deck)
    return Setting(name, OPTION_TEXTS[name].write(option_of(options, name)), own, deck)


def set_setting(store: Store, name: str, text: str, *, deck: DeckId | None = None) -> Setting:
    """Keep a value, checked by itself and together with all others; nothing is stored where it is refused."""
    check_name(name, deck=deck)
    canonical = _canonical(name, text)
    with store.write() as tx:
        if name == WEIGHTS:
            _weigh(tx, canonical)
        else:
            tx.set_setting(row_name(name, deck), canonical)
        # Read back as study will: a value that does not go with the others must not be kept.
        return setting(_together(tx), name, deck=deck)


def unset_setting(store: Store, name: str, *, deck: DeckId | None = None) -> bool:
    """Let the default, or for a deck the general value, hold again; whether anything was set."""
    check_name(name, deck=deck)
    with store.write() as tx:
        if name == WEIGHTS and tx.setting(row_name(WEIGHTS)) is not None:
            _weigh(tx, "default")
            return True
        return tx.remove_setting(row_name(name, deck))


def check_name(name: str, *, deck: DeckId | None = None) -> None:
    """UsageError for a name that there is not, or that decks do not have."""
    if name not in SETTING_NAMES:
        from difflib import get_close_matches  # noqa: PLC0415 - only for a word that is none

        near = get_close_matches(name, SETTING_NAMES, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(SETTING_NAMES)}"
        raise UsageError(f"there is no setting {name!r}", hint=hint)
    if deck is not None and not (name in OPTION_TEXTS and OPTION_TEXTS[name].per_deck):
        own = ", ".join(one for one, option in OPTION_TEXTS.items() if option.per_deck)
        raise UsageError(f"{name} is one for all decks", hint=f"a deck may have its own {own}")


def _weigh(tx: Transaction, text: str) -> None:
    from quizzer.services.weights import apply_weights  # noqa: PLC0415 - study reads settings and changes none

    apply_weights(tx, parse_option(WEIGHTS, text))


def _canonical(name: str, text: str) -> str:
    if name != LANGUAGE:
        return OPTION_TEXTS[name].write(parse_option(name, text))
    language = language_of(text)
    if language is None:
        raise UsageError(f"language: {text!r} is not a language of quizzer", hint=f"use {' or '.join(LANGUAGES)}")
    return language


def _together(tx: Transaction) -> Preferences:
    try:
        return read_preferences(tx)
    except UsageError as error:
        # The hint of a stored value says how to remove it; this one is not stored yet.
        cause = error.__cause__
        raise (cause if isinstance(cause, UsageError) else error) from None


def _options(
    stored: Mapping[tuple[str, DeckId | None], str], deck: DeckId | None, *, base: SchedulerOptions | None
) -> SchedulerOptions:
    values = {}
    for (name, of_deck), text in stored.items():
        # A name that this version does not know is a later version's, and harmless.
        if of_deck == deck and name in OPTION_TEXTS:
            try:
                values[name] = parse_option(name, text)
            except UsageError as error:
                raise _unusable(name, deck, error) from error
    try:
        return with_options(values, base)
    except UsageError as error:
        raise _unusable(next(iter(values)), deck, error) from error


def _unusable(name: str, deck: DeckId | None, error: UsageError) -> UsageError:
    where = f" --deck {deck}" if deck is not None else ""
    return UsageError(f"a setting in the database: {error.message}", hint=f"run: quizzer config unset {name}{where}")


def _place(name: str) -> tuple[str, DeckId | None]:
    plain, at, deck = name.partition("@")
    return plain, DeckId(deck) if at else None
