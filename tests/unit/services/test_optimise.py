"""New weights come into force with the memories that they imply; due days stay; an undo leaves no trace."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from learner import FORGETFUL, Learner
from quizzer.domain.errors import EnvironmentProblem, UsageError
from quizzer.domain.fitting import Fit, FitResult, LoggedRating
from quizzer.scheduler import fitting
from quizzer.scheduler.replay import replay
from quizzer.services import optimise as service
from quizzer.services.optimise import is_due, optimise, take_back
from quizzer.services.preferences import load, set_setting, unset_setting
from quizzer.storage.backups import copy_database
from quizzer.storage.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a forgetful learner after two months."""
    path = tmp_path_factory.mktemp("studied") / "quizzer.db"
    with open_store(path) as store:
        Learner(cards=60).study(store, days=60)
    return path


@pytest.fixture
def store(studied: Path, tmp_path: Path) -> Iterator[Store]:
    copy = tmp_path / "quizzer.db"
    copy_database(studied, copy)
    with open_store(copy) as opened:
        yield opened


def dump(store: Store, *, but: str = " ") -> list[str]:
    raw = sqlite3.connect(store.path)
    try:
        return [line for line in raw.iterdump() if but not in line or but == " "]
    finally:
        raw.close()


def memories(store: Store) -> list[tuple[object, ...]]:
    with store.read() as tx:
        return [tuple(one) for one in tx.memories()]


def due_days(store: Store) -> list[tuple[int, int]]:
    raw = sqlite3.connect(store.path)
    try:
        return list(raw.execute("SELECT interval_days, due_on FROM card_state ORDER BY card_key"))
    finally:
        raw.close()


def replayed(store: Store) -> list[tuple[object, ...]]:
    """What the log leads to under the weights that are set."""
    with store.read() as tx:
        log = list(map(LoggedRating._make, tx.logged_ratings()))
    return [tuple(one) for one in replay(log, load(store).scheduling.weights)]


def test_better_weights_come_into_force_with_the_memories_that_they_imply(store: Store) -> None:
    before, due = memories(store), due_days(store)

    fit = optimise(store)

    assert (fit.result, fit.stored, fit.cards) == (FitResult.BETTER, True, 60)
    assert load(store).scheduling.weights == fit.weights
    assert memories(store) != before
    assert memories(store) == replayed(store)
    assert due_days(store) == due


def test_a_dry_run_shows_the_same_and_changes_nothing(store: Store) -> None:
    before = dump(store)

    dry = optimise(store, dry_run=True)

    assert dump(store) == before
    assert dry == replace(optimise(store), stored=False, cards=0)


def test_taking_a_fit_back_leaves_no_trace_but_that_it_was_tried(store: Store) -> None:
    before = dump(store)
    optimise(store)

    assert take_back(store) == 60

    assert dump(store, but="fit:last") == before
    assert take_back(store) is None


def test_a_memory_to_which_no_log_leads_comes_back_with_the_weights_before(store: Store) -> None:
    """As another program's own memory of a card that was brought in from there."""
    raw = sqlite3.connect(store.path)
    raw.execute("UPDATE card_state SET stability = 123.5 WHERE card_key = 1")
    raw.commit()
    raw.close()
    before = memories(store)

    optimise(store)
    fitted = memories(store)
    take_back(store)

    assert fitted[0] != before[0]
    assert memories(store) == before


def test_what_was_answered_since_follows_the_weights_that_hold_again(store: Store) -> None:
    optimise(store)
    learner = Learner(cards=60, options=load(store).scheduling)
    # Another month, under the new weights.
    learner.study(store, days=90)
    assert memories(store) == replayed(store)

    take_back(store)

    assert load(store).scheduling.weights is None
    assert memories(store) == replayed(store)


def test_weights_set_by_hand_imply_memories_too_and_can_be_taken_back(store: Store) -> None:
    before = memories(store)

    set_setting(store, "weights", " ".join(map(str, FORGETFUL)))

    assert load(store).scheduling.weights == FORGETFUL
    assert memories(store) == replayed(store) != before
    unset_setting(store, "weights")
    assert memories(store) == before


def test_weights_that_fsrs_refuses_change_nothing(store: Store) -> None:
    before = dump(store)

    with pytest.raises(UsageError):
        set_setting(store, "weights", "1 2 3")

    assert dump(store) == before


def test_weights_that_are_no_better_are_not_stored_and_not_offered_again(store: Store) -> None:
    optimise(store)
    weights, held = load(store).scheduling.weights, memories(store)

    again = optimise(store)

    assert (again.result, again.stored) == (FitResult.KEPT, False)
    assert load(store).scheduling.weights == weights
    assert memories(store) == held
    assert not is_due(store)


def test_a_fit_is_offered_once_enough_has_come_since_the_last(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_due(store)
    with store.read() as tx:
        count = tx.counted_since(0, most=100_000)
        half = next(one for one in range(tx.newest_review()) if tx.counted_since(one, most=count) == count // 2)
    with store.write() as tx:
        tx.set_setting("fit:last", f'{{"review": {half}, "reviews": 100}}')

    monkeypatch.setattr(service, "WANTED_REVIEWS", count // 2 + 1)
    assert not is_due(store)
    monkeypatch.setattr(service, "WANTED_REVIEWS", count // 2)
    assert is_due(store)
    with store.write() as tx:
        tx.set_setting("fit:last", f'{{"review": {half}, "reviews": {count * 4}}}')
    assert not is_due(store)


def test_a_fit_allows_for_as_many_relearning_steps_as_are_set(store: Store) -> None:
    set_setting(store, "relearning_steps", "1m 2m 3m 4m 5m 6m")
    with store.read() as tx:
        found = fitting.samples(list(map(LoggedRating._make, tx.logged_ratings())))

    weights = optimise(store, dry_run=True).weights

    assert weights == fitting.fit_weights(found, current=None, relearning_steps=6).weights
    assert weights != fitting.fit_weights(found, current=None, relearning_steps=2).weights


def test_a_further_fit_is_offered_when_a_quarter_as_many_reviews_have_come(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "WANTED_REVIEWS", 1)
    with store.read() as tx:
        after = tx.newest_review() // 2
        come = tx.counted_since(after, most=100_000)

    def fitted_to(reviews: int) -> None:
        with store.write() as tx:
            tx.set_setting("fit:last", f'{{"review": {after}, "reviews": {reviews}}}')

    fitted_to(4 * come)
    assert is_due(store)
    fitted_to(4 * come + 4)
    assert not is_due(store)


def test_weights_that_another_program_set_during_the_fit_stay_in_force(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fit = fitting.fit_weights

    def slow_fit(*arguments: Any, **options: Any) -> Fit:
        with open_store(store.path) as other:
            set_setting(other, "weights", " ".join(map(str, FORGETFUL)))
        return fit(*arguments, **options)

    monkeypatch.setattr(fitting, "fit_weights", slow_fit)

    with pytest.raises(EnvironmentProblem, match="another program"):
        optimise(store)

    assert load(store).scheduling.weights == FORGETFUL
    assert memories(store) == replayed(store)


def test_a_card_whose_first_answers_are_not_in_the_log_keeps_its_memory(store: Store) -> None:
    raw = sqlite3.connect(store.path)
    raw.execute("DELETE FROM review_log WHERE card_key = 1 AND state_before = 'new'")
    raw.commit()
    raw.close()
    before = memories(store)

    optimise(store)

    assert memories(store)[0] == before[0]
    assert memories(store)[1] != before[1]
