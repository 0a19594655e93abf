"""``quizzer reschedule``: what would move, what moved, and the way back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from learner import BEGAN, Learner
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from conftest import Program

NOW = {"QUIZZER_NOW": (BEGAN + timedelta(days=40)).isoformat()}


@pytest.fixture
def studied(quizzer: Program) -> Program:
    """The program, with forty days of study in its database."""
    with open_store(quizzer.database) as store:
        Learner(cards=30).study(store, days=40)
    return quizzer


def test_a_new_retention_moves_cards_only_when_it_is_asked_to(studied: Program) -> None:
    studied("config", "set", "desired_retention", "80%")
    dry = studied("reschedule", "--dry-run", "--json", env=NOW).json

    page = studied("reschedule", env=NOW).out

    assert dry["moved"] == dry["earlier"] + dry["later"] > 0
    assert f"{dry['moved']} of {dry['cards']} cards in review were moved" in page
    assert "quizzer reschedule --undo" in page
    row = next(line for line in page.splitlines() if line.startswith("today"))
    assert row.split()[-2:] == [str(dry["due_before"][0]), str(dry["due_after"][0])]
    assert studied("reschedule", "--json", env=NOW).json["moved"] == 0


def test_a_dry_run_says_that_nothing_was_changed(studied: Program) -> None:
    studied("config", "set", "desired_retention", "80%")

    assert "Nothing was changed (--dry-run)" in studied("reschedule", "--dry-run", env=NOW).out
    assert "未作更改" in studied("--lang", "zh-CN", "reschedule", "--dry-run", env=NOW).out


def test_it_can_be_taken_back_once(studied: Program) -> None:
    studied("config", "set", "desired_retention", "80%")
    moved = studied("reschedule", "--json", env=NOW).json["moved"]

    assert studied("reschedule", "--undo").out == f"{moved} cards are due as before.\n"
    again = studied("reschedule", "--undo")
    assert (again.code, again.out) == (1, "")
    assert studied("reschedule", "--undo", "--dry-run").code == 2


def test_where_nothing_moves_it_says_so(student: Program) -> None:
    ran = student("reschedule")

    assert (ran.code, "Nothing was moved" in ran.out) == (0, True)
