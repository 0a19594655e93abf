"""``quizzer optimise``: what a learner reads, and what programs do."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from learner import Learner
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("studied") / "quizzer.db"
    with open_store(path) as store:
        Learner(cards=60).study(store, days=60)
    return path


@pytest.fixture
def forgetful(quizzer: Program, studied: Path) -> Program:
    """The program, with the database of a forgetful learner after two months."""
    shutil.copyfile(studied, quizzer.database)
    return quizzer


def test_too_few_reviews_are_refused_with_what_is_there_and_what_is_wanted(student: Program) -> None:
    ran = student("optimise")

    assert ran.code == 1
    assert "0 reviews on a later day are there, 400 are needed" in ran.out
    assert student("optimise", "--json").json["result"] == "too_few"


def test_a_fit_shows_both_measures_before_and_after_and_how_to_go_on(forgetful: Program) -> None:
    ran = forgetful("optimise")

    assert ran.code == 0
    rows = [line.split()[-2:] for line in ran.out.splitlines() if "log loss" in line or "RMSE" in line]
    assert [float(before.rstrip("%")) > float(after.rstrip("%")) for before, after in rows] == [True, True]
    assert "quizzer reschedule" in ran.out
    assert "quizzer optimise --undo" in ran.out


def test_a_dry_run_changes_nothing_and_says_so(forgetful: Program) -> None:
    found = forgetful("optimise", "--dry-run", "--json").json

    assert (found["result"], found["stored"], len(found["weights"])) == ("better", False, 21)
    assert found["after"]["log_loss"] < found["before"]["log_loss"]
    assert forgetful("config", "get", "weights").out == "default\n"
    assert "--dry-run" in forgetful("optimise", "--dry-run").out


def test_the_weights_are_in_force_until_they_are_taken_back(forgetful: Program) -> None:
    weights = forgetful("optimise", "--json").json["weights"]

    assert [float(word) for word in forgetful("config", "get", "weights").out.split()] == weights
    assert forgetful("optimise", "--undo", "--json").json == {"schema_version": 1, "undone": True, "cards": 60}
    assert forgetful("config", "get", "weights").out == "default\n"


def test_there_may_be_nothing_to_take_back(student: Program) -> None:
    ran = student("optimise", "--undo")

    assert (ran.code, ran.out) == (1, "")
    assert "no fit to take back" in ran.err


def test_two_wishes_that_exclude_each_other_are_refused(student: Program) -> None:
    assert student("optimise", "--undo", "--dry-run").code == 2


def test_the_page_is_there_in_chinese(forgetful: Program) -> None:
    assert "复习计划现在按你自己的记忆安排" in forgetful("--lang", "zh-CN", "optimise").out
