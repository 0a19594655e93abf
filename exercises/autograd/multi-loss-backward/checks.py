"""Hidden checks of the exercise multi-loss-backward; the expected gradients come from one weighted sum."""

import torch

from quizzer.checks import check, expect

OUTPUTS = {
    "scalar": lambda h, b: (torch.exp(h) * h).sum(),
    "mean": lambda h, b: (h * h).mean(),
    "matrix": lambda h, b: torch.tanh(h @ b),
    "vector": lambda h, b: (h**3).sum(dim=0),
    "square": lambda h, b: h.T @ torch.exp(h),
}
SHAPES = {"scalar": (), "mean": (), "matrix": (5, 2), "vector": (4,), "square": (4, 4)}


def draw(case, kinds, rounds=1):
    """The two parameters, the input, and weights for each call."""
    a, b, x = (case.randn(*shape, dtype=torch.float64) for shape in ((3, 4), (4, 2), (5, 3)))
    return (
        a,
        b,
        x,
        [[case.randn(*SHAPES[kind], dtype=torch.float64) * 2 + 0.5 for kind in kinds] for _ in range(rounds)],
    )


def expected(a, b, x, kinds, rounds, old):
    """The gradients after all calls; None for a parameter that no output uses."""
    a, b = a.clone().requires_grad_(), b.clone().requires_grad_()
    total = [None, None] if old is None else list(old)
    for weights in rounds:
        h = torch.sin(x @ a)
        loss = sum((w * OUTPUTS[kind](h, b)).sum() for kind, w in zip(kinds, weights, strict=True))
        for i, gradient in enumerate(torch.autograd.grad(loss, (a, b), allow_unused=True)):
            if gradient is not None:
                total[i] = gradient if total[i] is None else total[i] + gradient
    return total


def compare(learner, case, kinds, *, rounds=1, with_old=False):
    a, b, x, weights = draw(case, kinds, rounds)
    old = [case.randn(*p.shape, dtype=torch.float64) + 2 for p in (a, b)] if with_old else None
    got = learner.fixtures.run(learner.weighted_backward, a, b, x, list(kinds), weights, old)
    names = ", ".join(str(SHAPES[kind]) for kind in kinds)
    for name, value, want in zip("ab", got[0], expected(a, b, x, kinds, weights, old), strict=True):
        if want is None:
            continue
        what = {
            "en": f"the gradient of parameter {name} for outputs of shapes {names}",
            "zh-CN": f"输出形状为 {names} 时参数 {name} 的梯度",
        }
        expect.close(value, want, what=what)
    return weights[-1], got


@check(
    {"en": "Several scalars", "zh-CN": "多个标量"},
    points=2,
    hint={
        "en": "Each output counts with its own weight.",
        "zh-CN": "每个输出按自己的权重计入。",
    },
    visible=True,
)
def adds_weighted_scalars(learner, case):
    compare(learner, case, ("scalar", "mean"))
    compare(learner, case, ("mean", "scalar"))


@check(
    {"en": "Scalars and a matrix that share a graph", "zh-CN": "共享计算图的标量和矩阵"},
    points=3,
    hint={
        "en": "A second backward() through the shared part finds it freed. Go through it once, for all outputs.",
        "zh-CN": "第二次 backward() 走到共享部分时，它已经被释放。请对所有输出只走一次。",
    },
)
def takes_scalars_and_a_matrix(learner, case):
    compare(learner, case, ("scalar", "matrix", "mean"))
    compare(learner, case, ("matrix", "vector", "square"))
    compare(learner, case, ("matrix", "scalar"))


@check(
    {"en": "A single output", "zh-CN": "只有一个输出"},
    hint={"en": "A list of one is a list too.", "zh-CN": "只有一个元素的列表也是列表。"},
)
def takes_a_single_output(learner, case):
    for kind in ("scalar", "matrix", "square"):
        compare(learner, case, (kind,))


@check(
    {"en": "Every element of an output has its own weight", "zh-CN": "输出的每个元素都有自己的权重"},
    points=2,
    hint={
        "en": "weights[i] has the shape of outputs[i]: element by element.",
        "zh-CN": "weights[i] 与 outputs[i] 形状相同：逐元素对应。",
    },
)
def weighs_each_element(learner, case):
    compare(learner, case, ("square", "scalar"))
    compare(learner, case, ("vector", "matrix"))


@check(
    {"en": "Gradients add up, as with backward()", "zh-CN": "与 backward() 一样累加梯度"},
    points=2,
    hint={
        "en": "Do not clear or replace what is in .grad; backward() adds by itself.",
        "zh-CN": "不要清除或替换 .grad 里已有的值；backward() 本来就会累加。",
    },
)
def accumulates(learner, case):
    compare(learner, case, ("scalar", "matrix"), with_old=True)
    compare(learner, case, ("matrix", "mean"), rounds=2)


@check(
    {"en": "Outputs and weights are left as they are", "zh-CN": "输出和权重不被修改"},
    hint={"en": "mul_ and *= write into the caller's tensors.", "zh-CN": "mul_ 和 *= 会写入调用者的张量。"},
)
def leaves_the_arguments_alone(learner, case):
    weights, got = compare(learner, case, ("scalar", "matrix", "vector"))
    for name, part in (("outputs", got[2]), ("weights", got[3])):
        what = {"en": f"the length of `{name}` after the call", "zh-CN": f"调用之后 `{name}` 的长度"}
        expect.equal(len(part), 3, what=what)
    for number, (before, after) in enumerate(zip(got[1], got[2], strict=True)):
        expect.equal(
            after,
            before,
            what={"en": f"`outputs[{number}]` after the call", "zh-CN": f"调用之后的 `outputs[{number}]` "},
        )
    for number, (before, after) in enumerate(zip(weights, got[3], strict=True)):
        expect.equal(
            after,
            before,
            what={"en": f"`weights[{number}]` after the call", "zh-CN": f"调用之后的 `weights[{number}]` "},
        )
