"""A learner at a real terminal, with a small deck in the database."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.card import ExerciseId, TopicId
from quizzer.domain.exercise import CheckInfo, EntryPoint, Exercise, ExerciseKind
from quizzer.domain.text import Text
from quizzer.services.sync import ensure_builtin_content
from quizzer.storage.store import open_store
from study_terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
from study_home import MINI


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the small deck, and the built-in content, which each first start would sync otherwise."""
    exercise = Exercise(
        id=ExerciseId("mini-dropout"),
        version="v1",
        title=Text.of("Implement Dropout"),
        kind=ExerciseKind.IMPLEMENT,
        difficulty=1,
        topics=(TopicId("Dropout in code"),),
        entry_points=(EntryPoint("Dropout", "class Dropout"),),
        statement=Text.of("Write `Dropout(p)` yourself."),
        starter="# quizzer: mini-dropout\nclass Dropout: ...\n",
        checks=(CheckInfo("scales", Text.of("Scales"), 1),),
        checks_source="",
        reference="",
    )
    at = datetime(2026, 3, 2, tzinfo=UTC)
    path = tmp_path_factory.mktemp("template") / "quizzer.db"
    with open_store(path) as store:
        with store.write() as tx:
            tx.apply_content([read_deck(MINI)], [exercise], origin="test", retire_missing=False, at=at)
        ensure_builtin_content(store, at=at)
    return path


@pytest.fixture
def seeded(quizzer: object, template: Path) -> object:
    """The program with the small deck in its database."""
    shutil.copy(template, quizzer.database)
    return quizzer


@pytest.fixture
def study(seeded: object) -> Iterator[Callable[..., Terminal]]:
    """Start ``quizzer study --deck mini`` and wait for its first screen."""
    opened: list[Terminal] = []

    def start(*arguments: str, **settings: str) -> Terminal:
        terminal = Terminal(seeded, "--deck", "mini", *arguments, **settings)
        opened.append(terminal)
        terminal.wait(lambda: terminal.is_drawn or "Nothing is due" in terminal.text)
        return terminal

    yield start
    for terminal in opened:
        terminal.process.close(force=True)
