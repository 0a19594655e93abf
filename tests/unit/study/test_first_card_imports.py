"""What a new process must not load before its first card is on the screen."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from quizzer.storage.store import Store

HEAVY = (
    "alembic",
    "torch",
    "numpy",
    "pydantic",
    "sqlalchemy",
    "pygments",
    "markdown_it",
    "logging",
    "asyncio",
    "difflib",
)

NOT_YET = (
    "quizzer.domain.collection",
    "quizzer.domain.exchange",
    "quizzer.domain.exercise",
    "quizzer.domain.library",
    "quizzer.domain.verdict",
    "quizzer.reports.card_summary",
    "quizzer.services.upkeep",
    "quizzer.storage.backups",
    "quizzer.storage.deck_sync",
)

SHOW_A_CARD = """
import io, sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import quizzer.cli.keys, quizzer.cli.main, quizzer.cli.study
from quizzer.cli.study_commands import SessionCommands
from quizzer.cli.study_loop import StudyLoop
from quizzer.cli.study_screen import Screen
from quizzer.services.preferences import load
from quizzer.services.sync import ensure_builtin_content
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.study import StudySession
from quizzer.services.study_torch import BackgroundTorch
from quizzer.storage.store import open_store
from rich.console import Console

class Keyboard:
    def key(self):
        raise EOFError

def report():
    print(printed.getvalue(), *sorted(sys.modules), sep="\\n")

printed = io.StringIO()
with open_store(Path(sys.argv[1])) as store:
    load(store)
    session = StudySession(store, now=lambda: datetime.now(UTC), zone=UTC, scheduling=SchedulerOptions(),
                           model=Fsrs6(), torch=BackgroundTorch(Event().wait))
    screen = Screen(Console(file=printed, force_terminal=True), language="en", plain=False)
    commands = SessionCommands(session, screen, Keyboard(), None)
    loop = StudyLoop(session, screen, Keyboard(), commands=commands, work=None, at_leisure=report)
    try:
        loop.run()
    except EOFError:
        pass
"""


@pytest.fixture
def at_leisure(store: Store) -> list[str]:
    """What the screen and then the modules are once the first card is drawn, line by line."""
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_A_CARD, str(store.path)], capture_output=True, text=True, check=True
    )
    return shown.stdout.splitlines()


def test_the_first_card_needs_no_heavy_module(at_leisure: list[str]) -> None:
    loaded = {name.partition(".")[0] for name in at_leisure}

    assert "quizzer" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_the_first_card_waits_for_nothing_of_ours_that_it_does_not_use(at_leisure: list[str]) -> None:
    assert "quizzer.domain.card" in at_leisure
    assert set(at_leisure).isdisjoint(NOT_YET)


def test_what_can_wait_begins_once_the_keys_are_on_the_screen_too(at_leisure: list[str]) -> None:
    assert any("? keys" in line for line in at_leisure)
