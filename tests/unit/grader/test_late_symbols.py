"""torch's symbolic shapes and sympy are there for who has symbols, and numbers are answered for as they would."""

from __future__ import annotations

import pytest

from fresh_python import said_by

_BEGIN = """
import sys
import torch
from quizzer.grader.child import late_compiler, late_symbols
late_compiler.put_off()
late_symbols.put_off()
whole = lambda: "sympy.core" in sys.modules
"""


def run(code: str) -> str:
    return said_by(_BEGIN + code)


def test_gradients_meta_tensors_and_fake_tensors_do_without_them() -> None:
    code = """
x = torch.ones(3, 4, requires_grad=True)
print(torch.autograd.grad(x * 2, x, torch.ones(3, 4))[0].sum().item())
y = (torch.rand(3, device="meta") > 0.5) * 2
convolved = torch.nn.functional.conv2d(torch.empty(1, 1, 5, 5, device="meta"), torch.empty(1, 1, 3, 3, device="meta"))
print(y.dtype, tuple(convolved.shape))
with torch._subclasses.fake_tensor.FakeTensorMode():
    z = torch.nn.Linear(3, 4)(torch.rand(2, 3))
    print(tuple(torch.cat([z.softmax(-1), z.masked_fill(z > 0, 1)]).shape))
print(late_symbols.is_put_off(), whole())
"""
    assert run(code).splitlines() == ["24.0", "torch.int64 (1, 1, 3, 3)", "(4, 4)", "True False"]


@pytest.mark.parametrize(
    "asks",
    [
        "from torch.fx.experimental.symbolic_shapes import ShapeEnv",
        "import torch.fx.experimental.symbolic_shapes as shapes; shapes.ShapeEnv()",
        "torch.fx.experimental.symbolic_shapes.DimDynamic",
        "import sympy; assert isinstance(sympy.Integer(1), sympy.Basic)",
        "from sympy import Basic, Integer; assert isinstance(Integer(1), Basic)",
        "import sympy.abc; assert sympy.abc.x + 0 == sympy.abc.x",
        "import sympy; assert sympy.__version__[0].isdigit()",
    ],
)
def test_whoever_asks_for_anything_else_gets_the_real_ones(asks: str) -> None:
    assert run(f"{asks}\nprint(whole())\n").split() == ["True"]


def test_what_was_taken_before_still_answers_when_there_are_symbols() -> None:
    code = """
from torch.fx.experimental.symbolic_shapes import guard_or_false, has_free_symbols, is_symbolic, sym_eq
import sympy as before
assert sym_eq((1, 2), (1, 2)) and not whole()
from torch.fx.experimental.symbolic_shapes import DimDynamic, ShapeEnv, StatelessSymbolicContext
from torch._subclasses.fake_tensor import FakeTensorMode
mode = FakeTensorMode(shape_env=ShapeEnv())
how = StatelessSymbolicContext(dynamic_sizes=[DimDynamic.DYNAMIC, DimDynamic.STATIC])
x = mode.from_tensor(torch.ones(5, 4), symbolic_context=how)
with mode:
    y = torch.cat([x, x]).relu()
assert isinstance(y.shape[0].node.expr, before.Basic)
# The last one settles the size.
print(type(y.shape[0]).__name__, is_symbolic(x.shape[0]), has_free_symbols(y), guard_or_false(sym_eq(y.shape[0], 10)))
print(late_symbols.is_put_off())
"""
    assert run(code).splitlines() == ["SymInt True True True", "False"]


def test_numbers_get_the_answers_that_the_module_gives() -> None:
    code = """
import itertools
light = dict(late_symbols._ANSWERS)
assert not whole()
late_symbols.load()
assert whole() and not late_symbols.is_put_off()
real = sys.modules["torch.fx.experimental.symbolic_shapes"]
x = torch.ones(2, 3)
values = [
    True, False, 0, 1, -3, 2.5, "a", None, 1j, (1, 2), [1, 2], torch.Size((1, 2)), (1, True), (), ((1,), 2), {"a": 1},
    x, x.to_sparse(), torch.empty(2, device="meta"), torch.Generator(), object(), [object()],
]

def said(function, *args):
    try:
        answer = function(*args)
        return type(answer).__name__, repr(list(answer) if hasattr(answer, "__iter__") else answer)
    except Exception as error:
        return type(error).__name__, "raised"

different = []
for name, function in light.items():
    theirs = getattr(real, name, None)
    if theirs is None:
        continue
    cases = [(value,) for value in values]
    if name in ("sym_eq", "sym_and", "sym_or"):
        cases += list(itertools.product(values, values))
    if name == "compute_unbacked_bindings":
        cases = [(None, value) for value in values]
    different += [(name, case) for case in cases if said(function, *case) != said(theirs, *case)]
print(different)
"""
    assert run(code).strip() == "[]"


@pytest.mark.parametrize("loaded", ["import sympy", "import torch; from torch.fx.experimental import symbolic_shapes"])
def test_where_they_are_loaded_already_nothing_is_put_off(loaded: str) -> None:
    assert said_by(f"{loaded}\n{_BEGIN}print(late_symbols.is_put_off())").strip() == "False"
