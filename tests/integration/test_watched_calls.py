"""What a check can see of a call beside its result: arguments, gradients, settings left behind, operations run."""

from __future__ import annotations

import dataclasses
import textwrap
from datetime import UTC, datetime

import pytest

from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.client import Grader
from small_exercise import exercise

pytestmark = pytest.mark.slow

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ENTRY = "def double(x):\n    return x * 2\n"


def judge(grader: Grader, check: str, source: str = ENTRY) -> GradeResult:
    """Grade ``source`` by one check with this body."""
    body = textwrap.indent(textwrap.dedent(check), "    ")
    checks = (
        f"from quizzer.checks import check, expect\nimport torch\n\n@check('Seen')\ndef seen(learner, case):\n{body}"
    )
    return grader.grade(exercise(checks), textwrap.dedent(source), graded_at=NOW)


def test_tensors_inside_lists_and_keywords_are_arguments_too(warm_grader: Grader) -> None:
    check = """
    a, b, c = case.randn(2), case.randn(3), case.randn(4)
    told = learner.observe(learner.double, [a, (b,)], scale=c)
    expect.equal(told.changed, (1,))
    expect.equal(len(told.arguments), 3)
    expect.equal(told.arguments[1], b + 1)
    """

    assert judge(warm_grader, check, "def double(xs, scale):\n    xs[1][0].add_(1)\n    return scale * 1\n").accepted
    untouched = judge(warm_grader, check, "def double(xs, scale):\n    return scale * 1\n")
    assert untouched.checks[0].verdict is Verdict.WA


def test_every_tensor_of_a_result_has_its_facts(warm_grader: Grader) -> None:
    check = """
    told = learner.observe(learner.double, case.randn(3, 4))
    view, copy, same = told.leaves
    expect.equal((view.shares_memory, copy.shares_memory, same.is_argument), ((0,), (), 0))
    expect.equal(view.stride, (1, 4))
    """

    assert judge(warm_grader, check, "def double(x):\n    return x.t(), {'copy': [x.clone()]}, x\n").accepted


@pytest.mark.parametrize(
    ("mode", "statement"),
    [
        ("grad_mode", "torch.set_grad_enabled(False)"),
        ("default_dtype", "torch.set_default_dtype(torch.float64)"),
        ("training", "model.eval()"),
    ],
)
def test_settings_left_behind_are_named(mode: str, statement: str, warm_grader: Grader) -> None:
    check = """
    model = learner.build("torch.nn.Linear", 3, 2)
    told = learner.observe(learner.double, model, case.randn(1, 3))
    expect.equal(told.modes_changed, (%r,))
    """

    result = judge(
        warm_grader, check % mode, f"import torch\ndef double(model, x):\n    {statement}\n    return model(x)\n"
    )

    assert result.accepted
    clean = judge(warm_grader, check % mode, "def double(model, x):\n    return model(x)\n")
    assert clean.checks[0].verdict is Verdict.WA


def test_gradients_flow_back_through_several_results_into_lists_and_keywords(warm_grader: Grader) -> None:
    check = """
    a, b, c = case.randn(3), case.randn(3), case.randn(3)
    up, down = case.randn(3), case.randn(3)
    told = learner.vjp(learner.double, [a, b], w=c, upstream=[up, down])
    for got, want in zip(told.inputs, (2 * up, c * down, b * down), strict=True):
        expect.close(got, want)
    """
    source = """
    def double(xs, w):
        return xs[0] * 2, [xs[1] * w]
    """

    assert judge(warm_grader, check, source).accepted
    cut = judge(warm_grader, check, source.replace("* w]", "* w.detach()]"))
    assert "None" in cut.checks[0].message.in_("en")


def test_a_trace_counts_operations_and_tells_a_loop_from_one_product(warm_grader: Grader) -> None:
    check = """
    told = learner.trace(learner.double, torch.ones(30, 4))
    expect.equal(told.value, torch.full((30, 30), 4.0))
    expect.that(len(told.operations) <= 4, "too many operations")
    expect.that("mm" in told.operations, "no product")
    expect.equal((told.largest, told.total), (900, 900))
    """
    loop = """
    import torch
    def double(x):
        return torch.stack([torch.stack([(a * b).sum() for b in x]) for a in x])
    """

    assert judge(warm_grader, check, "def double(x):\n    return x @ x.T\n").accepted
    assert judge(warm_grader, check, loop).checks[0].message.in_("en") == "too many operations"


def test_a_trace_sees_a_large_intermediate(warm_grader: Grader) -> None:
    check = """
    told = learner.trace(learner.double, torch.ones(30, 4))
    expect.equal(told.largest, 30 * 30 * 4)
    """

    source = "def double(x):\n    return (x[:, None] * x[None]).sum(-1)\n"
    assert judge(warm_grader, check, source).accepted


def test_a_generator_and_torchs_own_objects_are_made_over_there(warm_grader: Grader) -> None:
    check = """
    first = learner.double(learner.generator(5))
    expect.equal(first, torch.rand(3, generator=torch.Generator().manual_seed(5)))
    layer = learner.build("torch.nn.Linear", 3, 2, bias=False)
    expect.equal(list(layer.state_dict()), ["weight"])
    """

    assert judge(warm_grader, check, "import torch\ndef double(g):\n    return torch.rand(3, generator=g)\n").accepted


def test_only_torchs_own_objects_can_be_built(warm_grader: Grader) -> None:
    result = judge(warm_grader, 'learner.build("os.system", "true")')

    assert result.verdict is Verdict.JE


@pytest.mark.parametrize(
    "how",
    [
        "learner.double(x)",
        "learner.observe(learner.double, x)",
        "learner.vjp(learner.double, x)",
        "learner.trace(learner.double, x)",
        "learner.on_fake_gpu(learner.double, x)",
    ],
)
@pytest.mark.parametrize(("forbidden", "verdict"), [((), Verdict.AC), (("mul",), Verdict.FORBIDDEN)])
def test_a_forbidden_function_is_met_by_every_kind_of_call(
    warm_grader: Grader, how: str, forbidden: tuple[str, ...], verdict: Verdict
) -> None:
    """The name is put together only when the function runs, so that reading the source does not find it."""
    check = f"@check('Runs')\ndef runs(learner, case):\n    x = case.rand(3)\n    {how}\n"
    task = exercise(f"from quizzer.checks import check\n\n{check}")
    hidden = "import torch\n\ndef double(x):\n    return getattr(torch, 'm' + 'ul')(x, 2)\n"

    result = warm_grader.grade(dataclasses.replace(task, forbidden=forbidden), hidden, graded_at=NOW)

    assert result.verdict is verdict, result.checks
