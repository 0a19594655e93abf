"""Device mistakes are found with no GPU: what CUDA refuses is named with its line, what it allows passes."""

from __future__ import annotations

import dataclasses

import pytest

from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.client import Grader
from small_exercise import NOW, exercise

HEAD = "import numpy as np\nimport torch\nfrom torch import nn\n\nCONSTANT = torch.ones(5, 3)\n\n"
CHECKS = """
from quizzer.checks import check, expect
import torch

@check("Follows the device")
def follows(learner, case):
    target = learner.double()
    run = learner.on_fake_gpu(target, torch.ones(5, 3))
    expect.follows_the_device(run)
    expect.that(run.outcome == "{outcome}", run.outcome + " " + run.detail)

@check("Still works on the CPU")
def still_works(learner, case):
    learner.vjp(learner.double(), torch.ones(5, 3))
"""
REFERENCE = "def double():\n    return abs\n"


def function(*lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines)
    return f"{HEAD}def f(x):\n{body}\n\ndef double():\n    return f\n"


def module(init: str, forward: str) -> str:
    return (
        f"{HEAD}class M(nn.Module):\n    def __init__(self):\n        super().__init__()\n        {init}\n\n"
        f"    def forward(self, x):\n        {forward}\n\ndef double():\n    return M()\n"
    )


def graded(grader: Grader, source: str, *, outcome: str = "ran") -> GradeResult:
    checks = CHECKS.replace("{outcome}", outcome)
    return grader.grade(exercise(checks, reference=REFERENCE), source, graded_at=NOW, filename="mine.py")


def words(result: GradeResult, language: str = "en") -> str:
    message = result.checks[0].message
    return "" if message is None else message.in_(language)


MISTAKES = {
    "mask on the cpu": (
        function("kept = torch.rand(x.shape) > 0.5", "return x * kept"),
        "made in line 8 (`kept = torch.",
    ),
    "constant": (function("return x * torch.tensor([1.0, 2.0, 3.0])"), "write `device=x.device` there"),
    "constant of the file": (function("return x * CONSTANT"), "register_buffer"),
    "plain attribute": (module("self.pe = torch.ones(5, 3)", "return x + self.pe[: len(x)]"), "register_buffer"),
    "layers in a list": (module("self.layers = [nn.Linear(3, 3)]", "return self.layers[0](x)"), "operation `linear`"),
    "cpu result": (function("return x.cpu() * 2"), "The result is on the CPU"),
    "zeros": (function("return torch.zeros(x.shape)"), "The result is on the CPU"),
    "mixed after cpu": (function("y = x.cpu()", "return y + x"), "Line 8 (`y = x.cpu()`) brought it to the CPU"),
    "numpy": (function("return torch.from_numpy(x.numpy())"), "NumPy array"),
    "asarray": (function("return torch.from_numpy(np.asarray(x))"), "NumPy array"),
    "from numpy": (function("return x * torch.from_numpy(np.ones((5, 3)))"), "The one on the CPU is a NumPy array"),
    "cpu generator": (
        function("return torch.rand(x.shape, generator=torch.Generator(), device=x.device)"),
        "torch.Generator(device=x.device)",
    ),
    "cpu tensor indexed by gpu": (
        function("return CONSTANT[torch.zeros(2, dtype=torch.long, device=x.device)]"),
        "cannot be indexed",
    ),
    "gather": (function("return x.gather(1, torch.zeros(5, 1, dtype=torch.long))"), "operation `gather`"),
    "cpu values": (function("x[torch.tensor([0])] = torch.ones(3)", "return x"), "operation `setitem`"),
    "matmul in a branch of autograd": (
        function("with torch.enable_grad():", "    w = torch.ones(3, 3, requires_grad=True)", "    return x @ w"),
        "made in line 9",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("source", "said"), MISTAKES.values(), ids=MISTAKES)
def test_what_cuda_refuses_is_named(source: str, said: str, warm_grader: Grader) -> None:
    result = graded(warm_grader, source)

    assert result.checks[0].verdict is Verdict.WA
    assert said in words(result)
    assert "GPU" in words(result, "zh-CN")
    assert words(result, "zh-CN") != words(result)


RIGHT = {
    "rand_like": function("return x * (torch.rand_like(x) > 0.5) / 0.5"),
    "scalar tensors": function("return x * torch.tensor(2.0) + torch.where(x > 0, x, torch.tensor(0.0))"),
    "cpu index": function("return x[torch.tensor([0, 1])]"),
    "cpu indices of two axes": function("return x[torch.arange(5), torch.zeros(5, dtype=torch.long)]"),
    "scalar written by cpu index": function("x = x.clone()", "x[torch.tensor([0])] = 0.0", "return x"),
    "copied into": function("x = x.clone()", "x[:] = torch.ones(5, 3)", "return x"),
    "moved where used": function("return x * CONSTANT.to(x.device)"),
    "there and back": function("return (x.cpu() * 2).to(x.device)"),
    "drawn on the cpu and moved": function("return x * torch.rand(x.shape, generator=torch.Generator()).to(x.device)"),
    "tensor with device": function("return x * torch.tensor([1.0, 2.0, 3.0], device=x.device)"),
    "new_tensor": function("return x * x.new_tensor([1.0, 2.0, 3.0])"),
    "from numpy and moved": function("return x * torch.from_numpy(np.ones((5, 3))).to(x.device)"),
    "falls back": function(
        "try:", "    return x * CONSTANT", "except RuntimeError:", "    return x * CONSTANT.to(x.device)"
    ),
    "grad mode on": function(
        "torch.set_grad_enabled(True)",
        "w = torch.ones(3, device=x.device, requires_grad=True)",
        "return (x * w).relu()",
    ),
    "loop": function(
        "out = torch.zeros(5, device=x.device)", "for i in range(5):", "    out[i] = x[i].sum()", "return out"
    ),
    "buffer": module("self.register_buffer('pe', torch.ones(5, 3))", "return x + self.pe[: len(x)]"),
    "layers": module(
        "self.layers = nn.Sequential(nn.Linear(3, 3), nn.LayerNorm(3), nn.Dropout(0.1))", "return self.layers(x)"
    ),
    "attention": module(
        "self.a = nn.MultiheadAttention(3, 1, batch_first=True)", "return self.a(x[None], x[None], x[None])[0]"
    ),
}  # fmt: skip


@pytest.mark.parametrize("source", RIGHT.values(), ids=RIGHT)
def test_what_cuda_allows_passes(source: str, warm_grader: Grader) -> None:
    result = graded(warm_grader, source)

    assert result.accepted, [check.message and check.message.in_("en") for check in result.checks]


UNSEEN = {
    "item": function("return x * 2 if x.sum().item() > 0 else x"),
    "branch": function("return x * 2 if x.sum() > 0 else x"),
    "mask index": function("return x[x > 0]"),
    "cpu numpy": function("return torch.from_numpy(x.detach().cpu().numpy()).to(x.device)"),
    "own generator": function("torch.Generator(device=x.device)", "return x"),
    "backward inside": function(
        "torch.set_grad_enabled(True)", "y = x.detach().requires_grad_()", "(y * 2).sum().backward()", "return y.grad"
    ),
    "empty start": function("return torch.cat([torch.tensor([]), x.flatten()])"),
    "packed": function(
        "return nn.utils.rnn.pack_padded_sequence(x[None], torch.tensor([5]), batch_first=True).data"
    ),
}  # fmt: skip


@pytest.mark.parametrize("source", UNSEEN.values(), ids=UNSEEN)
def test_what_cannot_be_seen_refuses_nobody(source: str, warm_grader: Grader) -> None:
    result = graded(warm_grader, source, outcome="unknown")

    assert result.accepted, [check.message and check.message.in_("en") for check in result.checks]


def test_the_learners_module_stays_on_the_cpu_and_unchanged(warm_grader: Grader) -> None:
    checks = """
from quizzer.checks import check, expect
import torch

@check("Unchanged")
def unchanged(learner, case):
    layer = learner.double()
    learner.on_fake_gpu(layer, torch.ones(5, 3))
    expect.tensor(layer(torch.ones(5, 3)), device="cpu")
    expect.equal(layer.count, torch.zeros(3))
"""
    counts = module("self.register_buffer('count', torch.zeros(3))", "self.count += x[0]; return x + self.count")
    source = counts.replace("return x + self.count", "return x").replace(
        "self.count += x[0];", "self.count += x[0] * 0;"
    )

    result = warm_grader.grade(exercise(checks, reference=source), source, graded_at=NOW)

    assert result.accepted


def test_a_fake_tensor_that_a_cache_keeps_meets_no_other_check(warm_grader: Grader) -> None:
    cached = function("if not CACHE:", "    CACHE[5] = x.new_ones(5, 3)", "return x * CACHE[5]")

    result = graded(warm_grader, cached + "\nCACHE = {}\n")

    assert result.checks[1].verdict is Verdict.AC


def test_no_accelerator_appears_for_code_that_looks_for_one(warm_grader: Grader) -> None:
    source = function("device = 'cuda' if torch.cuda.is_available() else 'cpu'", "assert device == 'cpu'",
                      "assert not torch.accelerator.is_available()", "return x")  # fmt: skip

    assert graded(warm_grader, source).accepted


def test_delegation_is_seen_on_a_fake_gpu_too(warm_grader: Grader) -> None:
    task = dataclasses.replace(
        exercise(CHECKS.replace("{outcome}", "ran"), reference=REFERENCE), forbidden=("dropout",)
    )
    source = function("return getattr(nn.functional, 'drop' + 'out')(x, 0.5)")

    assert warm_grader.grade(task, source, graded_at=NOW).verdict is Verdict.FORBIDDEN


def test_nothing_of_torchs_own_logs_becomes_the_learners_output(warm_grader: Grader) -> None:
    source = function("try:", "    x @ x", "except RuntimeError:", "    return x")

    result = graded(warm_grader, source)

    assert result.accepted
    assert result.output == ""
