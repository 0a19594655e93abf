"""A check of a built-in exercise made weaker: both proofs fail, and name who got through and which check let it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from small_content import rewrite

if TYPE_CHECKING:
    from conftest import Program

CHECK = "has_gradient_zero_at_zero"


@pytest.fixture
def weakened(repository: Path, tmp_path: Path) -> Path:
    """The exercise ``relu``, whose check of the gradient at 0 no longer puts a 0 into its input."""
    copy = tmp_path / "relu"
    shutil.copytree(repository / "exercises/layers/relu", copy)
    rewrite(copy / "checks.py", "x[1, 2], x[2, 0] = 0.0, -0.0", "x[1, 2], x[2, 0] = 0.5, -0.5")
    return copy


def test_a_weakened_check_fails_the_proof_and_names_the_solutions_that_survive_it(
    quizzer: Program, weakened: Path
) -> None:
    ran = quizzer("verify", weakened, "--seeds", "2", "--json")

    (exercise,) = ran.json["exercises"]
    found = {(one["code"], one["path"]): one["message"] for one in exercise["findings"]}
    assert (ran.code, exercise["proved"]) == (1, False)
    assert found == {
        ("survives", f"submissions/wrong_answer/{name}.py"): f"no check notices it; '{CHECK}' should"
        for name in ("maximum", "strictly_below")
    }


def test_a_weakened_check_lets_a_generated_mutant_survive_which_is_named(quizzer: Program, weakened: Path) -> None:
    ran = quizzer("verify", weakened, "--mutate", "--strict", "--seeds", "2")

    assert ran.code == 1
    assert "submissions/accepted/reference.py:5:26 [bound-moved] survived: <= becomes <\n" in ran.out
    assert "    + return torch.where(x < 0, torch.zeros_like(x), x)\n" in ran.out
