"""What judging costs over the learner's own compute: warm, cold, and in bulk.

Warm: one grade on a running fork server, both sides locked down, beside the same solution doing the same calls in
this very process. Cold: `quizzer grade` in a new process beside `python -c "import torch"`. The runs are
interleaved, so a noisy machine disturbs both sides alike.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from quizzer.content import read_exercise
from quizzer.grader.client import Grader

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = {
    "dropout": ROOT / "exercises" / "layers" / "dropout",
    "conv2d-shape": ROOT / "exercises" / "layers" / "conv2d-shape",
    "fix-missing-zero-grad": ROOT / "exercises" / "optimizers" / "fix-missing-zero-grad",
}
WARM_ALLOWANCE_S = 0.020
ROUNDS, COLD_ROUNDS, BATCH = 40, 7, 200
_COMPUTE = """
import json, sys, time
import torch
torch.set_num_threads(1)
sys.path.insert(0, {root!r})
from quizzer.grader.child.judge import JudgeJob, Rehearsal
job = JudgeJob.parse(json.load(open({job!r})))
for _ in range(3):
    began = time.perf_counter()
    Rehearsal(job).play()
    took = time.perf_counter() - began
print(took)
"""


def measure() -> list[dict[str, object]]:
    """Rows of name, ours, baseline, ratio or difference, and budget; seconds."""
    rows: list[dict[str, object]] = []
    with Grader() as grader:
        grader.wait_until_warm()
        time.sleep(3)
        rows += [_warm(grader, name, folder) for name, folder in EXERCISES.items()]
        rows.append(_batch(grader))
    rows += [_cold(name, folder) for name, folder in EXERCISES.items()]
    return rows


def _timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def _warm(grader: Grader, name: str, folder: Path) -> dict[str, object]:
    exercise = read_exercise(folder)
    now = datetime.now(UTC)
    compute = _compute_alone(folder)
    took = []
    for _ in range(ROUNDS):
        # A learner's next save is never sooner; meanwhile the server has its next pair of processes ready.
        time.sleep(0.3)
        took.append(_timed(lambda: grader.grade(exercise, exercise.reference, graded_at=now)))
    ours = statistics.median(took)
    return {
        "name": f"warm grade, {name} (s; baseline: the same checks and calls in one bare process; 20 ms more allowed)",
        "ours": ours,
        "baseline": compute,
        "ratio": ours / compute,
        "budget": 1 + WARM_ALLOWANCE_S / compute,
    }


def _compute_alone(folder: Path) -> float:
    """The checks and the solution in one process, without processes, sandbox or wire between them."""
    import json

    from quizzer.grader.sitting import judge_job

    exercise = read_exercise(folder)
    with tempfile.TemporaryDirectory() as scratch:
        job = Path(scratch) / "job.json"
        job.write_text(json.dumps(judge_job(exercise, exercise.reference, 7)), encoding="utf-8")
        code = _COMPUTE.format(root=str(ROOT), job=str(job))
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _batch(grader: Grader) -> dict[str, object]:
    exercise = read_exercise(EXERCISES["conv2d-shape"])
    now = datetime.now(UTC)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        took = _timed(
            lambda: list(pool.map(lambda _: grader.grade(exercise, exercise.reference, graded_at=now), range(BATCH)))
        )
    bare = _timed(lambda: subprocess.run([sys.executable, "-c", "import torch"], check=True))
    return {
        "name": "batch, each of 200 submissions (s; baseline: bare import of torch; 60 a second wanted)",
        "ours": took / BATCH,
        "baseline": bare,
        "ratio": took / BATCH / bare,
        "budget": 1 / 60 / bare,
    }


def _cold(name: str, folder: Path) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as home:
        source = Path(home) / "solution.py"
        reference = (folder / "submissions" / "accepted" / "reference.py").read_text(encoding="utf-8")
        source.write_text(f"# quizzer: {name}\n{reference}", encoding="utf-8")
        environment = {**os.environ, "QUIZZER_HOME": home}
        grade = [sys.executable, "-m", "quizzer", "grade", str(source), "--json"]
        bare = [sys.executable, "-c", "import torch"]
        run = lambda command: subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: E731
        run(grade)
        pairs = [(_timed(lambda: run(grade)), _timed(lambda: run(bare))) for _ in range(COLD_ROUNDS)]
    ours, baseline = (statistics.median(side) for side in zip(*pairs, strict=True))
    return {
        "name": f"cold grade, {name} (s; baseline: bare import of torch)",
        "ours": ours,
        "baseline": baseline,
        "ratio": ours / baseline,
        "budget": 1.15,
    }
