"""Settings live in the database, in general and for single decks, and none is kept that study could not use."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import Basic, Card, CardId, Deck, DeckId, NoteId, Topic, TopicId
from quizzer.domain.errors import UsageError
from quizzer.domain.text import Text
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.named_deck import deck_in
from quizzer.services.preferences import load, set_setting, setting, settings, unset_setting
from quizzer.services.weights import take_back_weights
from quizzer.storage.settings import peek_setting
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LAYERS = DeckId("layers")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    text = Text.of("?")
    card = Card(CardId("layers/a"), NoteId("a"), LAYERS, TopicId("t"), Basic(text, text), text, "source")
    deck = Deck(LAYERS, "1", text, text, "MIT", (Topic(TopicId("t")),), (card,))
    with open_store(tmp_path / "quizzer.db") as opened:
        with opened.write() as tx:
            tx.apply_content([deck], [], origin="test", retire_missing=False, at=NOW)
        yield opened


def test_nothing_set_means_the_defaults(store: Store) -> None:
    preferences = load(store)

    assert preferences.scheduling == SchedulerOptions()
    assert preferences.language is None
    assert not any(one.own for one in settings(preferences))


def test_a_setting_stays_until_it_is_unset(store: Store) -> None:
    found = set_setting(store, "desired_retention", "85%")

    assert (found.value, found.own, found.deck) == ("85%", True, None)
    assert load(store).scheduling.desired_retention == 0.85
    assert unset_setting(store, "desired_retention")
    assert not unset_setting(store, "desired_retention")
    assert load(store).scheduling == SchedulerOptions()


def test_weights_that_were_never_set_cannot_be_unset_and_leave_nothing_to_take_back(store: Store) -> None:
    assert not unset_setting(store, "weights")

    with store.write() as tx:
        assert take_back_weights(tx) is None


def test_a_deck_has_its_own_and_the_general_ones_where_it_has_none(store: Store) -> None:
    set_setting(store, "desired_retention", "95%", deck=LAYERS)
    set_setting(store, "new_per_day", "7")

    scheduling = load(store).scheduling

    assert scheduling.desired_retention == 0.9
    assert (scheduling.for_deck(LAYERS).desired_retention, scheduling.for_deck(LAYERS).new_per_day) == (0.95, 7)
    assert scheduling.for_deck(DeckId("other")) is scheduling
    assert not setting(load(store), "desired_retention").own
    assert setting(load(store), "desired_retention", deck=LAYERS).own


def test_a_deck_lists_only_what_it_may_have_of_its_own(store: Store) -> None:
    names = {one.name for one in settings(load(store), deck=LAYERS)}

    assert {"desired_retention", "learning_steps", "new_per_day", "new_order"} <= names
    assert names.isdisjoint({"language", "rollover_hour", "weights", "easy_days"})


@pytest.mark.parametrize("name", ["language", "rollover_hour", "weights"])
def test_what_holds_for_all_decks_cannot_be_set_for_one(store: Store, name: str) -> None:
    with pytest.raises(UsageError, match="one for all decks") as refused:
        set_setting(store, name, "4", deck=LAYERS)

    assert "desired_retention" in (refused.value.hint or "")


def test_a_misspelt_name_is_answered_with_the_one_that_was_meant(store: Store) -> None:
    with pytest.raises(UsageError, match="there is no setting") as refused:
        set_setting(store, "desired_retentoin", "85%")

    assert refused.value.hint == "did you mean desired_retention?"


@pytest.mark.parametrize(("name", "text"), [("new_per_day", "many"), ("language", "fr"), ("rollover_hour", "30")])
def test_what_is_refused_is_not_stored(store: Store, name: str, text: str) -> None:
    with pytest.raises(UsageError, match=name):
        set_setting(store, name, text)

    assert load(store).stored == {}


def test_a_value_that_does_not_go_with_the_others_is_refused_and_not_stored(store: Store) -> None:
    set_setting(store, "learning_steps", "1m 3d")

    with pytest.raises(UsageError, match=r"^learning_steps_s") as refused:
        set_setting(store, "maximum_interval_days", "2")

    # It is not in the database, so nothing of how to remove it from there.
    assert refused.value.hint == "give each step in seconds, for example 60, 600"
    assert load(store).scheduling.maximum_interval_days == 36500


def test_a_stored_value_that_cannot_be_used_is_told_with_the_command_that_removes_it(store: Store) -> None:
    with store.write() as tx:
        tx.set_setting("option:new_per_day@layers", "many")

    with pytest.raises(UsageError, match="new_per_day") as refused:
        load(store)

    assert refused.value.hint == "run: quizzer config unset new_per_day --deck layers"
    unset_setting(store, "new_per_day", deck=LAYERS)
    assert load(store).scheduling == SchedulerOptions()


def test_a_setting_of_a_later_version_does_no_harm(store: Store) -> None:
    with store.write() as tx:
        tx.set_setting("option:telepathy", "on")

    assert load(store).scheduling == SchedulerOptions()


def test_the_language_can_be_read_before_the_database_is_open(store: Store, tmp_path: Path) -> None:
    assert set_setting(store, "language", "zh").value == "zh-CN"

    assert peek_setting(store.path, "option:language") == "zh-CN"
    assert peek_setting(tmp_path / "none.db", "option:language") is None
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "other.db").write_bytes(b"not a database at all, only bytes " * 40)
    assert peek_setting(tmp_path / "other.db", "option:language") is None


def test_a_deck_that_is_not_there_is_answered_with_the_one_that_was_meant(store: Store) -> None:
    assert deck_in(store, "layers") == LAYERS
    with pytest.raises(UsageError, match="no deck 'layer'") as refused:
        deck_in(store, "layer")

    assert refused.value.hint == "did you mean layers?"
