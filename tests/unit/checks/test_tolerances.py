"""Tolerances by dtype and device: the CPU has torch's own, an accelerator is never held to less room."""

from __future__ import annotations

import pytest
import torch
from torch.testing._comparison import default_tolerances

from quizzer.checks.case import Case
from quizzer.checks.tolerances import tolerance

FLOATS = [torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64, torch.complex128]


@pytest.mark.parametrize("dtype", FLOATS, ids=str)
def test_the_cpus_are_those_of_torch_testing(dtype: torch.dtype) -> None:
    assert tolerance(dtype, "cpu") == default_tolerances(dtype)


@pytest.mark.parametrize("device", ["cuda", "mps"])
@pytest.mark.parametrize("dtype", FLOATS, ids=str)
def test_an_accelerator_has_at_least_the_room_of_the_cpu(dtype: torch.dtype, device: str) -> None:
    assert all(wide >= narrow for wide, narrow in zip(tolerance(dtype, device), tolerance(dtype, "cpu"), strict=True))
    assert tolerance(torch.float32, device) != tolerance(torch.float32, "cpu")


def test_whole_numbers_are_exact_everywhere() -> None:
    assert {tolerance(torch.int64, device) for device in ("cpu", "cuda", "mps")} == {(0.0, 0.0)}


def test_draws_are_made_on_the_cpu_and_then_moved() -> None:
    here, there = Case(seed=3), Case(seed=3, device="meta")

    there.randn(4)
    here.randn(4)

    assert there.randn(2).device.type == "meta"
    assert here.randn(2).shape == (2,)
    assert here.integer(0, 10**9) == there.integer(0, 10**9)
