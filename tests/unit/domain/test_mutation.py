"""Each mutation operator makes exactly these changes; what it makes compiles, keeps comments and has its place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from quizzer.domain.mutation import OPERATORS, Variant, variants

ROOT = Path(__file__).resolve().parents[3]
REFERENCES = sorted((ROOT / "exercises").glob("*/*/submissions/accepted/reference.py"))

EXAMPLES: list[tuple[str, str, list[str]]] = [
    ("other-dim", "y = x.mean(dim=0)", ["y = x.mean(dim=1)"]),
    ("other-dim", "y = x.sum(-1, keepdim=True)", ["y = x.sum(-2, keepdim=True)"]),
    ("other-dim", "y = torch.cat(parts, 1)", ["y = torch.cat(parts, 0)"]),
    ("other-dim", "y = x.var(dim=(0, 2))", ["y = x.var(dim=(0,))", "y = x.var(dim=(2,))"]),
    ("other-dim", "y = x.view(2, 3)", []),
    ("keepdim-flipped", "y = x.amax(1, keepdim=True)", ["y = x.amax(1, keepdim=False)"]),
    ("keepdim-flipped", "y = x.sum(dim=1)", ["y = x.sum(dim=1, keepdim=True)"]),
    ("keepdim-flipped", "y = x.sum()", []),
    ("other-reduction", "y = x.mean(0)", ["y = x.sum(0)"]),
    ("other-reduction", 'y = F.mse_loss(a, b, reduction="mean")', ['y = F.mse_loss(a, b, reduction="sum")']),
    ("other-correction", "y = x.var(dim=1)", ["y = x.var(dim=1, correction=0)"]),
    ("other-correction", "y = x.var(dim=1, correction=0)", ["y = x.var(dim=1, correction=1)"]),
    ("other-correction", "y = x.std(unbiased=False)", ["y = x.std(unbiased=True)"]),
    ("in-place", "y = x.clamp(min=0)", ["y = x.clamp_(min=0)"]),
    ("in-place", "x.mul_(2)", ["x.mul(2)"]),
    ("in-place", "y = x.view(-1).exp()", ["y = x.view(-1).exp_()"]),
    ("in-place", "y = (a - b).exp()", []),
    ("in-place", "y = x.sum(0).exp()", []),
    ("in-place", "n += 1", []),
    ("in-place", "total += loss.item()", []),
    ("in-place", "p -= lr * g", ["p = p - (lr * g)"]),
    ("in-place", "y = y * w", ["y *= w"]),
    ("in-place", "y = torch.exp(x)", []),
    ("layout-assumed", "y = x.t().contiguous().view(-1)", ["y = x.t().view(-1)"]),
    ("layout-assumed", "y = x.reshape(2, -1)", ["y = x.view(2, -1)"]),
    ("clone-dropped", "y = (a + b).clone().relu()", ["y = (a + b).relu()"]),
    ("transposed", "y = x @ w.T", ["y = x @ w"]),
    ("transposed", "y = x.permute(0, 2, 1)", ["y = x"]),
    ("dtype-forced", "y = torch.zeros(3, dtype=x.dtype)", ["y = torch.zeros(3, dtype=torch.float32)"]),
    ("dtype-forced", "y = m.to(x.dtype)", ["y = m.float()"]),
    ("dtype-forced", "y = torch.rand_like(x)", ["y = torch.rand_like(x, dtype=torch.float32)"]),
    ("dtype-forced", "y = torch.rand_like(x) < p", []),
    ("dtype-forced", "y = mask.float()", ["y = mask"]),
    ("device-forgotten", "y = torch.ones(3, device=x.device)", ['y = torch.ones(3, device="cpu")']),
    ("device-forgotten", "y = torch.zeros_like(x)", ['y = torch.zeros_like(x, device="cpu")']),
    ("mode-ignored", "if self.training:\n    f()", ["if True:\n    f()", "if False:\n    f()"]),
    ("mode-ignored", "model.eval()", ["model.train()"]),
    ("mode-ignored", "model.train(flag)", []),
    ("detach-removed", "y = x + (r - x).detach()", ["y = x + (r - x)"]),
    ("detach-removed", "p.data.mul_(2)", ["p.mul_(2)"]),
    ("detach-added", "y = torch.exp(x)", ["y = (torch.exp(x)).detach()"]),
    ("detach-added", "y = len(x)", []),
    ("detach-added", "y = x.detach().clone()", []),
    ("detach-added", "with torch.no_grad():\n    y = torch.exp(x)", []),
    ("detach-added", "@torch.no_grad()\ndef f(x):\n    return torch.exp(x)", []),
    ("detach-added", "y = torch.zeros_like(x)", []),
    ("graph-kept", "with torch.no_grad():\n    f()", ["if True:\n    f()"]),
    ("graph-kept", "with open(a) as b:\n    f()", []),
    ("graph-kept", "@torch.no_grad()\ndef f(x):\n    return x", ["# @torch.no_grad()\ndef f(x):\n    return x"]),
    ("graph-kept", "total += loss.item()", ["total += loss"]),
    (
        "registration-dropped",
        "self.w = nn.Parameter(t)",
        ["self.w = t", "self.w = nn.Parameter(t, requires_grad=False)"],
    ),
    (
        "registration-dropped",
        'self.register_buffer("m", t)',
        ["self.m = t", 'self.register_buffer("m", t, persistent=False)'],
    ),
    ("registration-dropped", "self.l = nn.ModuleList([a, b])", ["self.l = [a, b]"]),
    ("super-init-dropped", "super().__init__()", ["pass"]),
    ("zero-grad-removed", "opt.zero_grad()", ["pass"]),
    ("step-reordered", "loss.backward()\nopt.step()", ["pass\nopt.step()\nloss.backward()"]),
    (
        "step-reordered",
        "for x in d:\n    opt.zero_grad()\n    go(x)",
        ["opt.zero_grad()\nfor x in d:\n    pass\n    go(x)", "for x in d:\n    pass\n    go(x)\nopt.zero_grad()"],
    ),
    ("complement", "y = x / (1 - p)", ["y = x / (p)"]),
    ("complement", "y = torch.rand(3) < p", ["y = torch.rand(3) < (1 - p)"]),
    ("term-dropped", "y = x @ w + b", ["y = x @ w", "y = b"]),
    ("term-dropped", "y = x - m", ["y = x"]),
    ("factor-dropped", "y = a * (b + c) * d", ["y = a * (b + c)", "y = d", "y = a * d", "y = (b + c) * d"]),
    ("factor-dropped", "y = x / n", ["y = x"]),
    ("factor-dropped", "def f(x, y):\n    y = x * y\n", ["def f(x, y):\n    y = x\n"]),
    ("other-sign", "y = a + b", ["y = a - b"]),
    ("other-sign", "y = (a  # a * b\n  * b)", ["y = (a  # a * b\n  / b)"]),
    ("other-sign", "y = -x.exp()", ["y = x.exp()"]),
    ("other-sign", "n += 1", ["n -= 1"]),
    ("operands-swapped", "y = (a - b) / (c)", ["y = (c) / (a - b)", "y = (b - a) / (c)"]),
    ("operands-swapped", "y = a + b - c * d", ["y = (c * d) - (a + b)"]),
    ("operands-swapped", "y = a + b", []),
    ("bound-moved", "y = x >= 0", ["y = x > 0"]),
    ("bound-moved", "y = 0 < x <= n", ["y = 0 <= x <= n", "y = 0 < x < n"]),
    ("comparison-turned", "y = a is  not None", ["y = a is None"]),
    ("comparison-turned", "y = a not in b", ["y = a in b"]),
    ("comparison-turned", "y = a != b", ["y = a == b"]),
    ("other-constant", "y = x * 2.5", ["y = x * 5.0"]),
    ("other-constant", "y = f(1)", ["y = f(2)", "y = f(0)"]),
    ("other-constant", "y = x + 1e-08", ["y = x + 1e-05"]),
    ("other-constant", "y = f(True)", ["y = f(False)"]),
    ("other-constant", 'y = f("a")', []),
    ("other-constant", "def f(x=3):\n    return x", []),
    (
        "other-default",
        "def f(x, n=3, *, keep=False):\n    return x",
        ["def f(x, n=4, *, keep=False):\n    return x", "def f(x, n=3, *, keep=True):\n    return x"],
    ),
    ("arguments-swapped", "y = torch.where(c, a, b)", ["y = torch.where(a, c, b)", "y = torch.where(c, b, a)"]),
    ("arguments-swapped", "y = isinstance(a, b)", []),
    ("arguments-swapped", "y = torch.maximum(a, b)", []),
    ("arguments-swapped", "def f():\n    return a, b", ["def f():\n    return b, a"]),
    ("argument-dropped", "y = F.conv1d(x, w, dilation=d)", ["y = F.conv1d(x, w)"]),
    ("argument-dropped", "y = f(a=1, b=2)", ["y = f(b=2)", "y = f(a=1)"]),
    (
        "off-by-one",
        "for i in range(n):\n    f(i)",
        ["for i in range(n - 1):\n    f(i)", "for i in range(1, n):\n    f(i)"],
    ),
    ("off-by-one", "y = x[a:b]", ["y = x[(a) + 1:b]", "y = x[a:(b) + 1]"]),
    ("condition-fixed", "y = a if b else c", ["y = a if True else c", "y = a if False else c"]),
    ("condition-fixed", "while a:\n    f()", ["while False:\n    f()"]),
    ("condition-fixed", "y = [a for a in b if a]", ["y = [a for a in b if True]"]),
    ("condition-negated", "if not a:\n    f()", ["if a:\n    f()"]),
    ("condition-negated", "if a:\n    f()", ["if not (a):\n    f()"]),
    ("condition-negated", "if a == b:\n    f()", []),
    ("condition-weakened", "y = a and b", ["y = True and b", "y = a or b", "y = a and True"]),
    ("statement-dropped", "def f(x):\n    x.g()\n    return x", ["def f(x):\n    pass\n    return x"]),
    ("statement-dropped", "def f(x):\n    x = x + 1\n    return x", ["def f(x):\n    pass\n    return x"]),
    ("statement-dropped", "def f(x):\n    y = x + 1\n    return y", []),
    ("statement-dropped", "def f(x):\n    if x:\n        raise E\n    return x", []),
    ("loop-cut", "for a in b:\n    f(a)  # all\ng()", ["for a in b:\n    f(a)  # all\n    break\ng()"]),
    ("other-exception", 'raise ValueError("n")', ['raise TypeError("n")']),
    ("other-exception", 'raise IndexError(f"{n - 1}")', ['raise ValueError(f"{n - 1}")']),
]


def made_by(operator: str, source: str) -> list[Variant]:
    return [variant for variant in variants(source) if variant.operator == operator]


@pytest.mark.parametrize(("operator", "before", "after"), EXAMPLES)
def test_an_operator_makes_just_these_mutants_of_a_source(operator: str, before: str, after: list[str]) -> None:
    assert [variant.source for variant in made_by(operator, before)] == after


def test_a_cached_draw_keeps_the_first_of_each_shape_in_a_name_of_its_own() -> None:
    (variant,) = made_by("draw-cached", "def f(x):\n    return torch.rand(x.shape) < 1\n")

    kept = "(lambda drawn: _kept.setdefault(tuple(drawn.shape), drawn))(torch.rand(x.shape))"
    assert variant.source == f"def f(x):\n    return {kept} < 1\n\n\n_kept = {{}}\n"
    assert (variant.before, variant.after) == ("return torch.rand(x.shape) < 1", f"return {kept} < 1")


def test_every_operator_has_an_example() -> None:
    assert {operator for operator, _, after in EXAMPLES if after} | {"draw-cached"} == set(OPERATORS)


def test_a_mutant_names_its_operator_its_place_and_the_lines_that_differ() -> None:
    source = '"""Größe."""\n\n\ndef f(x):\n    名字 = "é"; y = x >= 0  # stays\n    return y\n'

    (variant,) = made_by("bound-moved", source)

    assert (variant.line, variant.column, variant.told) == (5, 21, ">= becomes >")
    assert variant.before == '名字 = "é"; y = x >= 0  # stays'
    assert variant.after == '名字 = "é"; y = x > 0  # stays'
    assert variant.source == source.replace(">=", ">")


def test_lines_that_are_only_added_are_shown_below_the_one_before() -> None:
    (variant,) = made_by("loop-cut", "def f(b):\n    for a in b:\n        g(a)\n")

    assert (variant.before, variant.after) == ("g(a)", "g(a)\nbreak")


def test_what_an_error_says_and_what_annotations_say_is_left_alone() -> None:
    assert made_by("other-constant", 'raise E(f"{n - 1}", 7)\ny: Literal[3] = n\n') == []


def test_one_source_comes_only_once_under_the_name_of_the_first_operator() -> None:
    made = variants("def f(opt, y):\n    opt.zero_grad()\n    y = y * 2\n")

    dropped = [variant for variant in made if variant.source == "def f(opt, y):\n    pass\n    y = y * 2\n"]
    assert [variant.operator for variant in dropped] == ["zero-grad-removed"]
    assert len({variant.source for variant in made}) == len(made)


def test_mutants_come_in_the_order_of_the_text_and_always_the_same() -> None:
    source = REFERENCES[0].read_text(encoding="utf-8")

    made = variants(source)

    assert [(one.line, one.column) for one in made] == sorted((one.line, one.column) for one in made)
    assert made == variants(source)


def test_a_source_that_is_no_python_has_no_mutants() -> None:
    with pytest.raises(SyntaxError):
        variants("def f(:\n")


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.parts[-4])
def test_each_mutant_of_a_reference_compiles_keeps_its_comments_and_differs(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    made = variants(source)

    comments = [line.partition("#")[2] for line in source.splitlines() if "#" in line]
    for variant in made:
        assert ast.dump(ast.parse(variant.source)) != ast.dump(ast.parse(source))
        assert all(comment in variant.source for comment in comments)
        assert variant.before != variant.after
