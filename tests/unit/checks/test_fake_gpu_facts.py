"""What the submission process tells of a run on a fake GPU: read strictly, and claimed in both languages."""

from __future__ import annotations

import pytest
import torch

from quizzer.checks.errors import CheckFailed
from quizzer.checks.fake_gpu import FakeRun, follows_the_device

RAN = {"outcome": "ran", "tensors": [(torch.Size([2]), torch.float32, "gpu")], "mistake": None, "detail": ""}
MIXED = RAN | {
    "outcome": "mixed",
    "tensors": [],
    "mistake": ["mixed", "mul", [3, "f", "return x * m"], [2, "f", "m = torch.ones(2)"], False],
}


def test_a_run_that_stays_on_the_gpu_passes() -> None:
    run = FakeRun.parse(RAN)

    follows_the_device(run)

    assert (run.tensors[0].shape, run.tensors[0].device) == ((2,), "gpu")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "was made in line 2"),
        ({"mistake": [*MIXED["mistake"][:3], None, False]}, "register_buffer"),
        ({"mistake": [*MIXED["mistake"][:4], True]}, "brought it to the CPU"),
        ({"mistake": ["numpy", "numpy", None, None, False]}, "the operation `numpy`"),
        ({"mistake": ["generator", *MIXED["mistake"][1:]]}, "torch.Generator(device=x.device)"),
        ({"outcome": "ran", "mistake": None, "tensors": [(torch.Size([]), torch.int64, "cpu")]}, "is on the CPU"),
    ],
)
def test_each_mistake_has_its_sentence_in_both_languages(change: dict[str, object], said: str) -> None:
    with pytest.raises(CheckFailed) as failed:
        follows_the_device(FakeRun.parse(MIXED | change))

    assert said in failed.value.message["en"]
    assert "GPU" in failed.value.message["zh-CN"]


def test_what_is_unknown_passes_and_says_why() -> None:
    run = FakeRun.parse(RAN | {"outcome": "unknown", "tensors": [], "detail": "no data"})

    follows_the_device(run)

    assert run.detail == "no data"


@pytest.mark.parametrize(
    "forged",
    [
        {"outcome": "passed"},
        {"outcome": "mixed"},
        {"mistake": ["mixed"]},
        {"outcome": "mixed", "mistake": ["praise", "mul", None, None, False]},
        {"tensors": 3},
        {"tensors": [(1,)]},
        {"tensors": [(3, torch.float32, "gpu")]},
    ],
)
def test_other_facts_are_refused(forged: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        FakeRun.parse(RAN | forged)
