"""Where PyTorch is not installed, the judge says so and what to do; it is nobody's wrong answer."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from quizzer.domain.errors import EnvironmentProblem
from quizzer.grader.client import Grader
from small_exercise import HONEST, NOW, exercise

WITHOUT_TORCH = """\
import runpy, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "torch":
            raise ModuleNotFoundError("No module named 'torch'", name="torch")

sys.meta_path.insert(0, Absent())
module, sys.argv = sys.argv[2], sys.argv[2:]
runpy.run_module(module, run_name="__main__")
"""


def test_a_machine_without_torch_is_an_environment_problem_with_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "without_torch.py"
    program.write_text(WITHOUT_TORCH)
    interpreter = tmp_path / "python"
    interpreter.write_text(f'#!/bin/sh\nexec {sys.executable} {program} "$@"\n')
    os.chmod(interpreter, interpreter.stat().st_mode | stat.S_IXUSR)  # noqa: PTH101 - the mode is built here
    monkeypatch.setattr("quizzer.grader.process.sys.executable", str(interpreter))

    with Grader() as grader, pytest.raises(EnvironmentProblem, match="PyTorch is not installed") as problem:
        grader.grade(exercise(), HONEST, graded_at=NOW)

    assert "pip install torch" in str(problem.value.hint)
