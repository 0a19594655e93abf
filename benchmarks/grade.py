"""What judging costs over the learner's own compute, warm and cold; in bulk it is measured by ``batch``.

Warm: one grade on a running fork server, both sides locked down, beside the same solution doing the same calls in
this very process. Cold: `quizzer grade` in a new process beside `python -c "import torch"`. Second: the same while a
fork server that an earlier command left behind is warm. Watch: from a save to the beginning of its grade. The runs are
interleaved, so a noisy machine disturbs both sides alike.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from quizzer.content import read_exercise
from quizzer.grader.client import Grader

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = {
    "dropout": ROOT / "exercises" / "layers" / "dropout",
    "conv2d-shape": ROOT / "exercises" / "layers" / "conv2d-shape",
    "fix-missing-zero-grad": ROOT / "exercises" / "optimizers" / "fix-missing-zero-grad",
}
PROGRAM = [sys.executable, "-m", "quizzer"]
GRADE = [*PROGRAM, "grade"]
WARM_ALLOWANCE_S = 0.020
ROUNDS, COLD_ROUNDS = 40, 7
_REST_S = 0.3
"""A learner's next save is never sooner. It also leaves both sides as cold as a rest leaves them."""
_COMPUTE = """
import dataclasses, json, statistics, sys, time
import torch
torch.set_num_threads(1)
sys.path.insert(0, {root!r})
from quizzer.grader.child.judge import JudgeJob, Rehearsal
job = JudgeJob.parse(json.load(open({job!r})))
took = []
for number in range({rounds}):
    time.sleep({rest})
    # On draws of its own each time: nothing is known from the time before.
    rehearsal = Rehearsal(dataclasses.replace(job, seed=number))
    began = time.perf_counter()
    rehearsal.play()
    took.append(time.perf_counter() - began)
print(statistics.median(took))
"""


def measure() -> list[dict[str, object]]:
    """Rows of name, ours, baseline, ratio or difference, and budget; seconds."""
    rows: list[dict[str, object]] = []
    with Grader() as grader:
        grader.wait_until_warm()
        time.sleep(3)
        rows += [_warm(grader, name, folder) for name, folder in EXERCISES.items()]
    rows += [_cold(name, folder) for name, folder in EXERCISES.items()]
    rows += [_second(name, folder) for name, folder in EXERCISES.items()]
    rows.append(_watch("conv2d-shape", EXERCISES["conv2d-shape"]))
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
        # Meanwhile the server has its next pair of processes ready.
        time.sleep(_REST_S)
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
        code = _COMPUTE.format(root=str(ROOT), job=str(job), rounds=ROUNDS, rest=_REST_S)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def _cold(name: str, folder: Path) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as home:
        source = _solution(Path(home), name, folder)
        environment = _environment(home, keep_warm="0")
        took = _beside_torch([*GRADE, str(source), "--json"], environment)
    return _row(f"cold grade, {name} (s; baseline: bare import of torch)", took, budget=1.15)


def _second(name: str, folder: Path) -> dict[str, object]:
    """A grade within the idle limit of the last, as a learner's who edits and grades: a new process, a warm server."""
    with tempfile.TemporaryDirectory() as home:
        source = _solution(Path(home), name, folder)
        environment = _environment(home, keep_warm="1")
        try:
            took = _beside_torch([*GRADE, str(source)], environment)
        finally:
            subprocess.run([*PROGRAM, "doctor", "--stop-warm"], env=environment, capture_output=True, check=True)
    return _row(f"second grade while warm, {name} (s; baseline: bare import of torch)", took, budget=0.25)


def _solution(home: Path, name: str, folder: Path) -> Path:
    source = home / "solution.py"
    reference = (folder / "submissions" / "accepted" / "reference.py").read_text(encoding="utf-8")
    source.write_text(f"# quizzer: {name}\n{reference}", encoding="utf-8")
    return source


def _environment(home: str, *, keep_warm: str) -> dict[str, str]:
    environment = {**os.environ, "QUIZZER_HOME": home, "XDG_RUNTIME_DIR": home, "QUIZZER_KEEP_WARM": keep_warm}
    # A learner's interpreter keeps its compiled modules.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _beside_torch(command: list[str], environment: dict[str, str]) -> list[tuple[float, float]]:
    """Seconds of a command and of a bare import of torch, in turn; the first run prepares, and does not count."""
    bare = [sys.executable, "-c", "import torch"]
    run = lambda command: subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: E731
    run(command)
    time.sleep(3)
    return [(_timed(lambda: run(command)), _timed(lambda: run(bare))) for _ in range(COLD_ROUNDS)]


def _row(name: str, took: list[tuple[float, float]], *, budget: float) -> dict[str, object]:
    ours, baseline = (statistics.median(side) for side in zip(*took, strict=True))
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ours / baseline, "budget": budget}


def _watch(name: str, folder: Path) -> dict[str, object]:
    """From a save to the first line of the grade; the grade itself comes after."""
    with tempfile.TemporaryDirectory() as home:
        source = _solution(Path(home), name, folder)
        text = source.read_text(encoding="utf-8")
        with subprocess.Popen(
            [*PROGRAM, "watch", "--plain", "--no-store", str(source)],
            env=_environment(home, keep_warm="0"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as watching:
            assert watching.stdout is not None
            assert watching.stderr is not None
            watching.stderr.readline()
            time.sleep(5)
            took = [_reaction(source, f"{text}# {number}\n", watching.stdout) for number in range(COLD_ROUNDS)]
            watching.send_signal(signal.SIGINT)
    name = "watch, from a save to the beginning of its grade (s; 200 ms allowed)"
    return {"name": name, "ours": statistics.median(took), "baseline": 0.2, "ratio": max(took) / 0.2, "budget": 1.0}


def _reaction(source: Path, text: str, pages: IO[str]) -> float:
    began = time.perf_counter()
    source.write_text(text, encoding="utf-8")
    while not pages.readline().startswith("== "):
        pass
    took = time.perf_counter() - began
    while not pages.readline().startswith("Judged"):
        pass
    # Each save falls elsewhere between two looks.
    time.sleep(0.5 + took / 3)
    return took
