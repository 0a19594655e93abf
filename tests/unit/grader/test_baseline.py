"""What a run leaves behind is put back without loading what nobody needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
import torch
from quizzer.grader.child.baseline import Baseline

before = Baseline.now()
if "set" in sys.argv:
    torch.use_deterministic_algorithms(True)
before.restore()
import gc
gc.enable()
print(torch.are_deterministic_algorithms_enabled(), "torch._inductor.config" in sys.modules)
if "set" in sys.argv:
    import torch._inductor.config
    print(torch._inductor.config.deterministic)
"""


def restored(folder: Path, *arguments: str) -> list[str]:
    command = [sys.executable, "-c", SCRIPT, *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=True, timeout=120)
    return ran.stdout.split()


def test_a_cold_process_does_not_import_torchs_compiler_for_it(tmp_path: Path) -> None:
    """That import takes seconds of the time that the next seed of a submission has."""
    assert restored(tmp_path) == ["False", "False"]


def test_deterministic_algorithms_are_switched_off_again(tmp_path: Path) -> None:
    assert restored(tmp_path, "set") == ["False", "True", "False"]
