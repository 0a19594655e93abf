"""Mutations of what models and training loops do: modes, graphs, gradients, registration, the order of a step. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from quizzer.domain.mutation.source import Change, Edit, Source, called, is_method, keyword, name_of

_STEP = frozenset({"zero_grad", "backward", "step"})
_GRAPHLESS = frozenset({"torch.no_grad", "torch.inference_mode"})
_MODULE_LISTS = frozenset({"ModuleList", "ModuleDict", "ParameterList", "ParameterDict"})
_GRAPHLESS_MAKERS = (
    "zeros", "ones", "full", "empty", "rand", "arange", "tensor", "eye", "one_hot", "arg", "bernoulli", "multinomial",
    "no_grad", "Generator", "device", "is_", "equal", "finfo", "unfold", "manual_seed", "sign", "cuda", "save", "load",
)  # fmt: skip
"""How the names of torch's functions begin that make no tensor with a graph."""
_TENSOR_MODULES = frozenset({"torch", "F", "nn.functional", "torch.nn.functional"})


def mode_ignored(source: Source, node: ast.AST) -> Iterator[Change]:
    """Training and evaluation taken for the same, or for each other."""
    if isinstance(node, ast.Attribute) and node.attr == "training" and isinstance(node.ctx, ast.Load):
        for text in ("True", "False"):
            yield Change((source.replaced(node, text),), f"{source.of(node)} becomes {text}")
    if isinstance(node, ast.Call) and is_method(node) and called(node) in ("train", "eval"):
        other = "train" if called(node) == "eval" else "eval"
        if called(node) == "eval" or not node.args:
            end = source.span(node.func)[1]
            yield Change((Edit(end - len(called(node)), end, other),), f"{called(node)}() becomes {other}()")


def detach_removed(source: Source, node: ast.AST) -> Iterator[Change]:
    """The graph goes on where it was cut."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "detach":
        yield Change((source.kept(node, node.func.value),), "detach() is dropped")
    if isinstance(node, ast.Attribute) and node.attr == "data" and isinstance(node.ctx, ast.Load):
        yield Change((source.kept(node, node.value),), ".data is dropped")


def detach_added(source: Source, node: ast.AST) -> Iterator[Change]:
    """The graph is cut at what is assigned or returned."""
    if not isinstance(node, ast.Return | ast.Assign) or node.value is None or _is_graphless(source, node):
        return
    if _makes_a_tensor(node.value) and not _is_detached(node.value):
        text = source.of(node.value)
        yield Change((source.replaced(node.value, f"({text}).detach()"),), "detach() is added")


def _is_detached(value: ast.expr) -> bool:
    """Whether a chain of calls has cut the graph already (``x.detach().clone()``)."""
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        if value.func.attr == "detach":
            return True
        value = value.func.value
    return False


def _is_graphless(source: Source, node: ast.AST) -> bool:
    """Whether a statement stands where no graph is made."""
    found = source.parent(node)
    while found is not None:
        around = [item.context_expr for item in found.items] if isinstance(found, ast.With) else []
        around += found.decorator_list if isinstance(found, ast.FunctionDef) else []
        if any(isinstance(one, ast.Call) and name_of(one.func) in _GRAPHLESS for one in around):
            return True
        found = source.parent(found)
    return False


def _makes_a_tensor(value: ast.expr) -> bool:
    """Whether an expression looks like a tensor: a product or quotient, or a call of torch's functions or methods."""
    if isinstance(value, ast.BinOp):
        return any(_makes_a_tensor(side) for side in (value.left, value.right)) or isinstance(value.op, ast.MatMult)
    if isinstance(value, ast.UnaryOp):
        return _makes_a_tensor(value.operand)
    if not isinstance(value, ast.Call):
        return False
    if isinstance(value.func, ast.Attribute) and name_of(value.func.value) in _TENSOR_MODULES:
        return not called(value).startswith(_GRAPHLESS_MAKERS)
    return called(value) in ("sum", "mean", "exp", "log", "reshape", "matmul", "where", "flatten", "clone")


def graph_kept(source: Source, node: ast.AST) -> Iterator[Change]:
    """``no_grad`` left out, as a block or as a decorator; ``item`` left out."""
    if isinstance(node, ast.With) and len(node.items) == 1:
        expression = node.items[0].context_expr
        if isinstance(expression, ast.Call) and name_of(expression.func) in _GRAPHLESS:
            start, end = source.span(node)[0], source.span(expression)[1]
            yield Change((Edit(start, end, "if True"),), f"{source.of(expression)} is dropped")
    if isinstance(node, ast.FunctionDef):
        for decorator in node.decorator_list:
            start = source.span(decorator)[0] - 1
            edit = Edit(start, source.span(decorator)[1], f"# @{source.of(decorator)}")
            yield Change((edit,), f"@{source.of(decorator)} is dropped")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("item", "tolist"):
        yield Change((source.kept(node, node.func.value),), f"{node.func.attr}() is dropped")


def registration_dropped(source: Source, node: ast.AST) -> Iterator[Change]:
    """What a module should know of is a plain attribute: a parameter, a buffer, a list of modules."""
    if not isinstance(node, ast.Call):
        return
    name = called(node)
    if name == "Parameter" and node.args:
        yield Change((source.kept(node, node.args[0]),), "a parameter is a plain tensor")
        if keyword(node, "requires_grad") is None and len(node.args) == 1:
            end = source.span(node.args[0])[1]
            yield Change((Edit(end, end, ", requires_grad=False"),), "a parameter asks for no gradient")
    elif name in _MODULE_LISTS and len(node.args) == 1:
        yield Change((source.kept(node, node.args[0]),), f"{name} is plain Python")
    elif name == "register_buffer" and len(node.args) > 1 and isinstance(node.func, ast.Attribute):
        yield from _unregistered(source, node, node.func)


def _unregistered(source: Source, node: ast.Call, method: ast.Attribute) -> Iterator[Change]:
    key, value = node.args[:2]
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        text = f"{source.of(method.value)}.{key.value} = {source.of(value)}"
        yield Change((source.replaced(node, text),), f"the buffer {key.value} is a plain attribute")
    if keyword(node, "persistent") is None and len(node.args) == 2:  # noqa: PLR2004 - a name and a tensor
        end = source.span(value)[1]
        yield Change((Edit(end, end, ", persistent=False"),), "a buffer is not saved")


def super_init_dropped(source: Source, node: ast.AST) -> Iterator[Change]:
    """``super().__init__()`` forgotten."""
    if isinstance(node, ast.Expr) and called(node.value) == "__init__":
        yield Change((source.replaced(node, "pass"),), "super().__init__() is dropped")


def zero_grad_removed(source: Source, node: ast.AST) -> Iterator[Change]:
    """Gradients add up."""
    if isinstance(node, ast.Expr) and called(node.value) == "zero_grad":
        yield Change((source.replaced(node, "pass"),), "zero_grad() is dropped")


def step_reordered(source: Source, node: ast.AST) -> Iterator[Change]:
    """``zero_grad``, ``backward`` and ``step`` in another order, or before the loop that they belong in."""
    if not isinstance(node, ast.Expr) or called(node.value) not in _STEP:
        return
    name = called(node.value)
    for later in _later(source, node):
        if isinstance(later, ast.Expr) and called(later.value) in _STEP:
            told = f"{name}() comes after {called(later.value)}()"
            indented = f"\n{source.indentation(later)}{source.of(node)}"
            end = source.span(later)[1]
            yield Change((source.replaced(node, "pass"), Edit(end, end, indented)), told)
    loop = source.parent(node)
    if name == "zero_grad" and isinstance(loop, ast.For | ast.While):
        start = source.span(loop)[0]
        before = Edit(start, start, f"{source.of(node)}\n{source.indentation(loop)}")
        yield Change((source.replaced(node, "pass"), before), "zero_grad() comes before the loop")
    if name in ("zero_grad", "step") and isinstance(loop, ast.For | ast.While):
        end = source.span(loop)[1]
        after = Edit(end, end, f"\n{source.indentation(loop)}{source.of(node)}")
        yield Change((source.replaced(node, "pass"), after), f"{name}() comes after the loop")


def _later(source: Source, node: ast.stmt) -> Sequence[ast.stmt]:
    """The statements after this one in its block."""
    parent = source.parent(node)
    for name in ("body", "orelse", "finalbody"):
        block = getattr(parent, name, [])
        if isinstance(block, list) and node in block:
            return block[block.index(node) + 1 :]
    return ()
