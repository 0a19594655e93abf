"""A thousand real submissions, beside what teachers use today on the same submissions in the same run.

The submissions are the exercises' own solutions, right and wrong, over and over. ``pytest`` gets each in a fresh
process with the same checks and no isolation at all. otter-grader's own runner (``otter run``, which runs a notebook
and then the checks in its kernel) takes part where ``OTTER`` names its program: it brings 88 packages, so it wants an
environment of its own, which needs torch as well:

    python -m venv otter && otter/bin/pip install otter-grader torch ipykernel
    OTTER=otter/bin/otter python -m benchmarks batch
"""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from quizzer.content import find_exercises, read_exercise
from quizzer.domain.exercise import Exercise

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = ("dropout", "conv2d-shape", "fix-missing-zero-grad")
MANY, FEW = 1000, 200
PYTEST_SAMPLE, OTTER_SAMPLE = 12, 4
_TEST = """
import sys
sys.path.insert(0, {root!r})
from quizzer.checks.registry import collect
from quizzer.grader.child.judge import JudgeJob, _reference_learner, _Run
from quizzer.grader.child.submission import load_module
import json, pytest

JOB = JudgeJob.parse(json.load(open({job!r})))
SPECS = collect(load_module(JOB.checks, name="checks", filename="checks.py"))

@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_property(spec):
    run = _Run(JOB, _reference_learner(JOB))
    spec.function(run.learner, run.case(spec))
"""
_OTTER_TEST = """
OK_FORMAT = True
test = {{"name": "q", "points": 1, "suites": [{{"cases": [{{"code": ">>> exec(open({path!r}).read())\\n>>> failed == []\\nTrue"}}]}}]}}
"""  # noqa: E501
_OTTER_RUN = """
import sys
sys.path.insert(0, {root!r})
import json
from quizzer.checks.registry import collect
from quizzer.grader.child.judge import JudgeJob, _reference_learner, _Run
from quizzer.grader.child.submission import load_module
JOB = JudgeJob.parse(json.load(open({job!r})))
failed = []
for spec in collect(load_module(JOB.checks, name="checks", filename="checks.py")):
    run = _Run(JOB, _reference_learner(JOB))
    try:
        spec.function(run.learner, run.case(spec))
    except Exception:
        failed.append(spec.id)
"""


def measure() -> list[dict[str, object]]:
    """Rows of name, ours, baseline, ratio and budget; seconds for one submission, MiB for memory."""
    exercises = [read_exercise(folder) for folder in find_exercises(ROOT / "exercises") if folder.name in EXERCISES]
    sources = [(exercise, source) for exercise in exercises for source in _sources(exercise)]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        few = _judge(scratch, sources, FEW)
        many = _judge(scratch, sources, MANY)
        sample = random.Random(7).sample(sources, PYTEST_SAMPLE)
        pytest_s, otter_s, torch_s = [], [], []
        for number, (exercise, source) in enumerate(sample):
            torch_s.append(_took([sys.executable, "-c", "import torch"]))
            pytest_s.append(_pytest(scratch / f"pytest{number}", exercise, source))
            if number < OTTER_SAMPLE and "OTTER" in os.environ:
                otter_s.append(_otter(scratch / f"otter{number}", exercise, source))
    each, bare = many[0] / MANY, statistics.mean(torch_s)
    workers = os.cpu_count() or 1
    rows: list[dict[str, object]] = [
        _row(
            f"batch of {MANY} on {workers} cores, each (s; baseline: bare import of torch)", each, bare, 1 / 60 / bare
        ),
        _row("batch, each (s; baseline: pytest in a fresh process)", each, statistics.mean(pytest_s) / workers, 1.0),
        _row(f"memory of the command (MiB; baseline: {FEW} submissions)", many[1], few[1], 1.1),
    ]
    if otter_s:
        otter = statistics.mean(otter_s) / workers
        rows.append(_row("batch, each (s; baseline: otter run)", each, otter, 1.0))
    return rows


def _row(name: str, ours: float, baseline: float, budget: float) -> dict[str, object]:
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ours / baseline, "budget": budget}


def _sources(exercise: Exercise) -> list[str]:
    return [*exercise.accepted.values(), *(mutant.source for mutant in exercise.mutants)]


def _judge(scratch: Path, sources: list[tuple[Exercise, str]], count: int) -> tuple[float, float]:
    """Seconds for the whole command, and its largest resident size in MiB (not its fork servers')."""
    handed = scratch / f"handed{count}"
    handed.mkdir()
    for number, (exercise, source) in zip(range(count), itertools.cycle(sources), strict=False):
        (handed / f"{number:04}.py").write_text(f"# quizzer: {exercise.id}\n{source}", encoding="utf-8")
    target = scratch / f"{count}.ndjson"
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "quizzer", "grade", str(handed), "--format", "ndjson", "--output", str(target)],
        env={**os.environ, "QUIZZER_HOME": str(scratch / "home")},
        stderr=subprocess.DEVNULL,
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    took = time.perf_counter() - began
    told = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert len(told) == count
    assert not [row for row in told if row["verdict"] in (None, "JE")]
    return took, usage.ru_maxrss / 1024


def _job(folder: Path, exercise: Exercise, source: str) -> Path:
    """The same checks on the submission in the reference's place, with no process between them."""
    folder.mkdir()
    job = {
        "checks": exercise.checks_source, "reference": source, "fixtures": exercise.fixtures_source, "source": source,
        "forbidden": [], "seed": 7, "device": "cpu", "call_s": 60, "run_s": 60,
    }  # fmt: skip
    path = folder / "job.json"
    path.write_text(json.dumps(job), encoding="utf-8")
    return path


def _pytest(folder: Path, exercise: Exercise, source: str) -> float:
    job = _job(folder, exercise, source)
    test = folder / "test_submission.py"
    test.write_text(_TEST.format(root=str(ROOT), job=str(job)), encoding="utf-8")
    return _took([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, str(test)])


def _otter(folder: Path, exercise: Exercise, source: str) -> float:
    job = _job(folder, exercise, source)
    run = folder / "run.py"
    run.write_text(_OTTER_RUN.format(root=str(ROOT), job=str(job)), encoding="utf-8")
    tests = folder / "tests"
    tests.mkdir()
    (tests / "q.py").write_text(_OTTER_TEST.format(path=str(run)), encoding="utf-8")
    cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None, "id": "a"}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": [cell]}
    (folder / "submission.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    otter = str(Path(os.environ["OTTER"]).absolute())
    environment = {**os.environ, "PATH": f"{Path(otter).parent}:{os.environ['PATH']}"}
    (folder / "out").mkdir()
    generate = [otter, "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"]
    subprocess.run(generate, cwd=folder, env=environment, check=True, capture_output=True)
    took = _took([otter, "run", "-a", "autograder.zip", "-o", "out", "submission.ipynb"], cwd=folder, env=environment)
    assert json.loads((folder / "out" / "results.json").read_text(encoding="utf-8"))["tests"]
    shutil.rmtree(folder)
    return took


def _took(command: list[str], **options: object) -> float:
    began = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]
    return time.perf_counter() - began
