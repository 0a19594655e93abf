"""Mutations of what is computed with tensors: axes, reductions, layout, dtype, device, in place, chance. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from quizzer.domain.mutation.source import Change, Edit, Source, called, is_method, keyword, name_of

_KEEPS_DIM = frozenset(
    {"sum", "mean", "amax", "amin", "max", "min", "prod", "var", "std", "logsumexp", "argmax", "argmin", "any", "all"}
)
_DIM_METHODS = _KEEPS_DIM | {
    "softmax", "log_softmax", "cumsum", "cumprod", "argsort", "sort", "unbind", "squeeze", "unsqueeze", "select",
    "narrow", "gather", "index_select", "flip",
}  # fmt: skip
_DIM_FUNCTIONS = _DIM_METHODS | {"cat", "stack"}
_REDUCTIONS = {
    "mean": "sum", "sum": "mean", "amax": "amin", "amin": "amax", "argmax": "argmin", "argmin": "argmax", "max": "min",
    "min": "max", "var": "std", "std": "var", "prod": "sum", "any": "all", "all": "any", "maximum": "minimum",
    "minimum": "maximum", "cumsum": "cumprod", "floor": "ceil", "ceil": "floor", "zeros": "ones", "ones": "zeros",
    "zeros_like": "ones_like", "ones_like": "zeros_like", "rand": "randn", "randn": "rand", "rand_like": "randn_like",
    "randn_like": "rand_like", "exp": "exp2", "log": "log2", "log_softmax": "softmax", "softmax": "log_softmax",
    "logsigmoid": "sigmoid", "tril": "triu", "triu": "tril",
}  # fmt: skip
_IN_PLACE = frozenset(
    {"add", "sub", "mul", "div", "clamp", "exp", "log", "sqrt", "rsqrt", "neg", "abs", "pow", "sigmoid", "tanh", "relu",
     "round", "floor", "masked_fill", "index_fill", "scatter", "scatter_add", "index_add", "lerp", "addcmul", "addcdiv",
     "squeeze", "unsqueeze", "t", "transpose"}
)  # fmt: skip
_FACTORIES = frozenset({"zeros", "ones", "full", "rand", "randn", "tensor", "arange", "eye", "empty", "linspace"})
_DRAWS = frozenset(
    {"rand", "randn", "rand_like", "randn_like", "randint", "randperm", "bernoulli", "multinomial", "dropout", "normal"}
)
_CASTS = frozenset({"float", "double", "half", "long", "int", "bool"})
_TRANSPOSES = frozenset({"t", "transpose", "permute", "movedim", "swapaxes"})
_VIEWS = _TRANSPOSES | {
    "view", "reshape", "squeeze", "unsqueeze", "flatten", "expand", "narrow", "select", "detach", "contiguous", "to",
    "unfold", "diagonal", "view_as", "reshape_as", "expand_as",
}  # fmt: skip
"""What these return may share its memory with what they were given."""
_KEPT = "_kept"


def other_dim(source: Source, node: ast.AST) -> Iterator[Change]:
    """Another axis, or one of several axes left out."""
    for axis in _axes(node):
        if isinstance(axis, ast.Tuple) and len(axis.elts) > 1:
            for shorter in (axis.elts[:-1], axis.elts[1:]):
                text = "(" + ", ".join(map(source.of, shorter)) + ("," if len(shorter) == 1 else "") + ")"
                yield Change((source.replaced(axis, text),), f"dim {source.of(axis)} becomes {text}")
        elif (number := _integer(axis)) is not None:
            text = str(_beside(number))
            yield Change((source.replaced(axis, text),), f"dim {number} becomes {text}")


def _axes(node: ast.AST) -> Iterator[ast.expr]:
    if not isinstance(node, ast.Call):
        return
    for one in node.keywords:
        if one.arg in ("dim", "axis", "dims"):
            yield one.value
    if is_method(node) and called(node) in _DIM_METHODS and node.args:
        yield node.args[0]
    elif not is_method(node) and called(node) in _DIM_FUNCTIONS and len(node.args) > 1:
        yield node.args[1]


def _integer(node: ast.expr) -> int | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        number = _integer(node.operand)
        return None if number is None else -number
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return node.value
    return None


def _beside(axis: int) -> int:
    """An axis next to this one, on the same side of the count."""
    return axis + 1 if axis == 0 or axis < -1 else axis - 1


def keepdim_flipped(source: Source, node: ast.AST) -> Iterator[Change]:
    """A reduced axis kept or not; one that stays by nobody's word is asked for."""
    if not isinstance(node, ast.Call):
        return
    given = keyword(node, "keepdim", "keepdims")
    if given is not None:
        if isinstance(given.value, ast.Constant) and isinstance(given.value.value, bool):
            text = str(not given.value.value)
            yield Change((source.replaced(given.value, text),), f"keepdim becomes {text}")
    elif called(node) in _KEEPS_DIM and any(True for _ in _axes(node)):
        yield Change((_added(source, node, "keepdim=True"),), "keepdim=True is added")


def _added(source: Source, node: ast.Call, argument: str) -> Edit:
    """One more argument at the end of a call."""
    end = source.span(node)[1] - 1
    last = [*node.args, *(one.value for one in node.keywords)]
    if not last:
        return Edit(end, end, argument)
    after = max(source.span(one)[1] for one in last)
    between = source.text[after:end]
    start = end if "," in between or "#" in between else after
    return Edit(start, start, argument if start == end and "," in between else f", {argument}")


def other_reduction(source: Source, node: ast.AST) -> Iterator[Change]:
    """Another function of the same kind: a sum for a mean, a least for a most."""
    name = called(node)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and name in _REDUCTIONS:
        other = _REDUCTIONS[name]
        end = source.span(node.func)[1]
        yield Change((Edit(end - len(name), end, other),), f"{name} becomes {other}")
    if isinstance(node, ast.keyword) and node.arg == "reduction" and isinstance(node.value, ast.Constant):
        other = "sum" if node.value.value == "mean" else "mean"
        yield Change((source.replaced(node.value, f'"{other}"'),), f"reduction becomes {other}")


def other_correction(source: Source, node: ast.AST) -> Iterator[Change]:
    """A variance divided by n for one divided by n - 1, or the other way round."""
    if not isinstance(node, ast.Call) or called(node) not in ("var", "std", "var_mean", "std_mean"):
        return
    given = keyword(node, "correction", "unbiased")
    if given is None:
        yield Change((_added(source, node, "correction=0"),), "correction=0 is added")
    elif isinstance(given.value, ast.Constant):
        text = str(not given.value.value) if given.arg == "unbiased" else str(int(not given.value.value))
        yield Change((source.replaced(given.value, text),), f"{given.arg} becomes {text}")


def in_place(source: Source, node: ast.AST) -> Iterator[Change]:
    """A value changed where it is for a new one, or the other way round."""
    name = called(node)
    if isinstance(node, ast.Call) and is_method(node) and name.rstrip("_") in _IN_PLACE:
        assert isinstance(node.func, ast.Attribute)
        if not name.endswith("_") and _is_fresh(node.func.value):
            return
        other = name[:-1] if name.endswith("_") else f"{name}_"
        end = source.span(node.func)[1]
        yield Change((Edit(end - len(name), end, other),), f"{name} becomes {other}")
    elif isinstance(node, ast.AugAssign) and not _is_plain_number(node.value):
        sign = _augmented_sign(source, node)
        target, value = source.of(node.target), source.of(node.value)
        text = f"{target} = {target} {sign} ({value})"
        yield Change((source.replaced(node, text),), f"{sign}= makes a new value")
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp) and len(node.targets) == 1:
        yield from _assigned_in_place(source, node, node.value)


def _is_plain_number(value: ast.expr) -> bool:
    """Whether a value is seen to be a number of Python's: there is nothing to change in place."""
    return isinstance(value, ast.Constant) or called(value) in ("item", "len", "float", "int", "numel")


def _is_fresh(value: ast.expr) -> bool:
    """Whether a value was just made and belongs to nobody: to change it in place is no mistake."""
    return isinstance(value, ast.BinOp | ast.UnaryOp) or (isinstance(value, ast.Call) and called(value) not in _VIEWS)


def _augmented_sign(source: Source, node: ast.AugAssign) -> str:
    between = source.text[source.span(node.target)[1] : source.span(node.value)[0]]
    return between.partition("=")[0].strip()


def _assigned_in_place(source: Source, node: ast.Assign, value: ast.BinOp) -> Iterator[Change]:
    target = node.targets[0]
    between = source.text[source.span(value.left)[1] : source.span(value.right)[0]].strip()
    if isinstance(target, ast.Name) and source.of(value.left) == target.id and between in {"+", "-", "*", "/"}:
        text = f"{target.id} {between}= {source.of(value.right)}"
        yield Change((source.replaced(node, text),), f"{between}= works in place")


def layout_assumed(source: Source, node: ast.AST) -> Iterator[Change]:
    """Memory taken for contiguous: no ``contiguous()``, a view where a copy may be needed."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not is_method(node):
        return
    if node.func.attr == "contiguous":
        yield Change((source.kept(node, node.func.value),), "contiguous() is dropped")
    if node.func.attr == "reshape":
        end = source.span(node.func)[1]
        yield Change((Edit(end - len("reshape"), end, "view"),), "reshape becomes view")


def clone_dropped(source: Source, node: ast.AST) -> Iterator[Change]:
    """A copy that is none."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_method(node):
        if node.func.attr != "clone":
            return
        yield Change((source.kept(node, node.func.value),), "clone() is dropped")


def transposed(source: Source, node: ast.AST) -> Iterator[Change]:
    """A transposition left out."""
    if isinstance(node, ast.Attribute) and node.attr in ("T", "mT") and isinstance(node.ctx, ast.Load):
        yield Change((source.kept(node, node.value),), f".{node.attr} is dropped")
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not is_method(node):
        return
    if node.func.attr in _TRANSPOSES:
        yield Change((source.kept(node, node.func.value),), f"{node.func.attr} is dropped")


def dtype_forced(source: Source, node: ast.AST) -> Iterator[Change]:
    """float32 whatever came in; a cast left out."""
    if isinstance(node, ast.keyword) and node.arg == "dtype" and source.of(node.value) != "torch.float32":
        yield Change((source.replaced(node.value, "torch.float32"),), "dtype becomes torch.float32")
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return
    name = node.func.attr
    if name == "to" and is_method(node) and "dtype" in "".join(map(source.of, node.args)):
        yield Change((source.replaced(node, f"{source.of(node.func.value)}.float()"),), "to(dtype) becomes float()")
    elif name in _CASTS and is_method(node) and not node.args:
        yield Change((source.kept(node, node.func.value),), f"{name}() is dropped")
    elif name.endswith("_like") and not keyword(node, "dtype") and not isinstance(source.parent(node), ast.Compare):
        yield Change((_added(source, node, "dtype=torch.float32"),), "dtype=torch.float32 is added")


def device_forgotten(source: Source, node: ast.AST) -> Iterator[Change]:
    """A tensor made on the default device."""
    if not isinstance(node, ast.Call) or name_of(node.func).partition(".")[0] != "torch":
        return
    name = called(node)
    device = keyword(node, "device")
    if name in _FACTORIES and device is not None:
        yield Change((source.replaced(device.value, '"cpu"'),), "device becomes cpu")
    elif name.endswith("_like") and device is None and node.args:
        yield Change((_added(source, node, 'device="cpu"'),), "device=cpu is added")


def draw_cached(source: Source, node: ast.AST) -> Iterator[Change]:
    """What was drawn first is used again for each later draw of the same shape."""
    if isinstance(node, ast.Call) and called(node) in _DRAWS and source.function(node) is not None:
        text = f"(lambda drawn: {_KEPT}.setdefault(tuple(drawn.shape), drawn))({source.of(node)})"
        yield Change((source.replaced(node, text),), f"the first {called(node)} is kept", below=f"{_KEPT} = {{}}")
