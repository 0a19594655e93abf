"""Judging on a device: what happens where it is missing or broken, and, where there is a GPU, that it is used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import torch

from quizzer.domain.errors import EnvironmentProblem
from quizzer.domain.exercise import Limits
from quizzer.domain.verdict import Verdict
from quizzer.grader.classify import classify
from quizzer.grader.client import Grader
from quizzer.grader.devices import Machine
from quizzer.grader.process import ServerProcess
from quizzer.grader.run import run_alone, run_grade
from small_exercise import DOUBLES, HONEST, NOW, exercise

if TYPE_CHECKING:
    from conftest import Program

THERE = Machine(lacks_cuda=None, lacks_mps="not here")
GPU = Machine.look().lacks_cuda
needs_gpu = pytest.mark.skipif(GPU is not None, reason=f"no GPU to judge on: {GPU}")
needs_none = pytest.mark.skipif(GPU is None, reason="this machine's GPU works")


@pytest.fixture(scope="module")
def grader_that_sees_a_gpu() -> Iterator[Grader]:
    with Grader(machine=THERE) as grader:
        yield grader


@pytest.fixture(scope="module")
def server() -> Iterator[ServerProcess]:
    process = ServerProcess()
    yield process
    process.close()


@needs_none
def test_auto_is_the_cpu_where_a_gpu_is_there_but_does_not_start(grader_that_sees_a_gpu: Grader) -> None:
    result = grader_that_sees_a_gpu.grade(exercise(), HONEST, graded_at=NOW)

    assert result.accepted
    assert result.device == "cpu"


@needs_none
def test_a_gpu_that_does_not_start_is_refused_with_the_drivers_words(grader_that_sees_a_gpu: Grader) -> None:
    with pytest.raises(EnvironmentProblem, match="does not start") as refused:
        grader_that_sees_a_gpu.grade(exercise(), HONEST, graded_at=NOW, device="cuda")

    # A build without CUDA says so; one with it misses the driver.
    assert ("CUDA" if torch.version.cuda is None else "NVIDIA driver") in str(refused.value)
    assert refused.value.hint == "use --device cpu, or auto"


@needs_none
def test_a_device_that_fails_in_the_middle_is_a_judge_error_and_never_the_learners(server: ServerProcess) -> None:
    task = exercise()
    judge = {
        "checks": task.checks_source, "reference": task.reference, "fixtures": None, "source": HONEST,
        "forbidden": [], "seed": 1, "call_s": 3, "run_s": 6, "device": "cuda",
    }  # fmt: skip
    submission = {
        "source": HONEST, "filename": "double.py", "fixtures": None, "entry_points": ["double"], "seed": 2,
        "memory_mib": 256, "device": "cuda",
    }  # fmt: skip
    broken_judge, first = run_grade(server, judge_job=judge, submission_job=submission, limits=Limits(), device="cuda")
    broken_submission, second = run_grade(
        server, judge_job=judge | {"device": "cpu"}, submission_job=submission, limits=Limits(), device="cpu"
    )

    first.close()
    second.close()
    for facts in (broken_judge, broken_submission):
        judged = classify(facts, task.checks)
        assert judged.verdict is Verdict.JE, judged


def test_the_cpu_always_starts(server: ServerProcess) -> None:
    assert run_alone(server, role="probe", job={"device": "cpu"}, limits=Limits()) == {"works": True}


@needs_none
def test_the_command_refuses_a_missing_device_before_anything_runs(learner: Program) -> None:
    file = learner.folder / "d.py"
    file.write_text("# quizzer: dropout\n", encoding="utf-8")

    asked = learner("grade", file, "--device", "cuda")
    by_setting = learner("grade", file, env={"QUIZZER_DEVICE": "cuda"})
    unknown = learner("grade", file, "--device", "tpu")

    for ran in (asked, by_setting):
        assert (ran.code, ran.out) == (2, "")
        assert "cannot judge on cuda:" in ran.err
        assert "--device cpu" in ran.err
    assert unknown.code == 2
    assert "tpu" in unknown.err


@needs_gpu
@pytest.mark.gpu
def test_the_checks_run_on_the_gpu(warm_grader: Grader) -> None:
    result = warm_grader.grade(exercise(), HONEST, graded_at=NOW, device="cuda")

    assert result.accepted, result
    assert result.device == "cuda"
    assert result.isolation != "full"


@needs_gpu
@pytest.mark.gpu
def test_a_mask_on_the_cpu_fails_on_a_real_gpu_too(warm_grader: Grader) -> None:
    source = "import torch\ndef double(x):\n    return x * (torch.ones(x.shape) * 2)\n"

    result = warm_grader.grade(exercise(DOUBLES), source, graded_at=NOW, device="cuda")

    assert result.checks[0].verdict is Verdict.RTE


@needs_gpu
@pytest.mark.gpu
def test_the_same_seed_gives_the_same_draws_on_every_device(warm_grader: Grader) -> None:
    checks = """
from quizzer.checks import check, expect

@check("Draws")
def draws(learner, case):
    expect.that(False, str(case.randn(3).cpu().tolist()) + str(case.integer(0, 10**6)))
"""
    task = exercise(checks)

    said = [warm_grader.grade(task, HONEST, graded_at=NOW, seed=7, device=device) for device in ("cpu", "cuda")]

    assert said[0].checks[0].message == said[1].checks[0].message
