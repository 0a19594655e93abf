"""What a new process must not load before its first card is on the screen."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

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

SHOW_A_CARD = """
import io, sys
from datetime import UTC, datetime
from pathlib import Path

import quizzer.cli.keys, quizzer.cli.study, quizzer.cli.study_loop
from quizzer.cli.study_screen import Screen
from quizzer.reports.card_view import question_page
from quizzer.scheduler.fsrs6 import Fsrs6
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.study import StudySession
from quizzer.services.study_torch import BackgroundTorch
from quizzer.storage.store import open_store
from rich.console import Console

with open_store(Path(sys.argv[1])) as store:
    session = StudySession(store, now=lambda: datetime.now(UTC), zone=UTC, scheduling=SchedulerOptions(),
                           model=Fsrs6(), torch=BackgroundTorch(lambda: None))
    asked = session.next()
    screen = Screen(Console(file=io.StringIO(), force_terminal=True), language="en", plain=False)
    screen.show(question_page(asked.question, counts=session.counts, state=asked.progress.state, style=screen.style))
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_the_first_card_needs_no_heavy_module(store: Store) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_A_CARD, str(store.path)], capture_output=True, text=True, check=True
    )

    loaded = set(shown.stdout.split())
    assert "quizzer" in loaded
    assert loaded.isdisjoint(HEAVY)
