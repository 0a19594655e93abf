"""Hidden checks of the exercise pairwise-distance; what is wanted comes from torch.nn.functional.pairwise_distance."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

INF = float("inf")


def compare(learner, x1, x2, **options):
    told = "".join(f", {name}={value}" for name, value in options.items())
    what = {
        "en": f"the result for inputs of shape {tuple(x1.shape)}{told}",
        "zh-CN": f"输入形状为 {tuple(x1.shape)}{told} 时的结果",
    }
    got = learner.pairwise_distance(x1, x2, **options)
    expect.close(got, F.pairwise_distance(x1, x2, **options), rtol=1e-4, atol=1e-5, what=what)


def pair(case, *shape, dtype=torch.float32):
    """Two inputs whose differences are of both signs and of different size."""
    return case.randn(*shape, dtype=dtype) * 2, case.randn(*shape, dtype=dtype) - 0.5


@check(
    {"en": "The Euclidean distance of each row from its own", "zh-CN": "每一行到对应行的欧氏距离"},
    points=2,
    hint={"en": "One number for each row: not all pairs.", "zh-CN": "每一行一个数：不是所有行对。"},
    visible=True,
)
def measures_row_by_row(learner, case):
    for shape in ((6, 4), (5, 5), (3, 1)):
        compare(learner, *pair(case, *shape))


@check(
    {"en": "p = 1, 3 and infinity", "zh-CN": "p = 1、3 和无穷大"},
    points=2,
    hint={
        "en": "The powers are of the absolute values; for inf it is the largest.",
        "zh-CN": "取幂的是绝对值；inf 时取最大值。",
    },
)
def follows_p(learner, case):
    for p in (1, 1.5, 3, INF):
        compare(learner, *pair(case, 6, 4), p=p)
    compare(learner, *pair(case, 5, 5), p=3.0)
    # Here every difference is negative.
    x1, x2 = pair(case, 6, 4)
    for p in (1, 3, INF):
        compare(learner, x1 - 30, x2, p=p)


@check(
    {"en": "eps is added to the difference", "zh-CN": "eps 加在差上"},
    points=2,
    hint={"en": "Neither to its absolute value nor to the norm.", "zh-CN": "既不是加在绝对值上，也不是加在范数上。"},
)
def adds_eps_to_the_difference(learner, case):
    for eps in (0.5, 0.1):
        x1, x2 = pair(case, 6, 4)
        for p in (2.0, 1, INF):
            compare(learner, x1, x2, p=p, eps=eps)
        compare(learner, x2, x1, eps=eps)


@check(
    {"en": "Equal rows have the distance D^(1/p) · eps", "zh-CN": "相等的行距离为 D^(1/p) · eps"},
    hint={"en": "`eps` is 1e-6 unless another is given.", "zh-CN": "不另外给出时，`eps` 为 1e-6。"},
)
def keeps_equal_rows_apart(learner, case):
    x = case.randn(5, 9, dtype=torch.float64)
    for p, wanted in ((2.0, 3e-6), (1, 9e-6), (INF, 1e-6)):
        what = {"en": f"the distance of equal rows for p={p}", "zh-CN": f"p={p} 时相等的行的距离"}
        got = learner.pairwise_distance(x, x.clone(), p=p)
        expect.close(got, torch.full((5,), wanted, dtype=torch.float64, device=x.device), rtol=1e-4, atol=0, what=what)


@check(
    {"en": "Vectors and more axes: the last one is reduced", "zh-CN": "向量与更多的轴：沿最后一轴归约"},
    points=2,
    hint={"en": "`dim=-1`, not `dim=1`.", "zh-CN": "用 `dim=-1`，而不是 `dim=1`。"},
)
def reduces_the_last_axis(learner, case):
    for shape in ((7,), (2, 3, 4), (4, 4, 4), (2, 3, 2, 5), (0, 3)):
        compare(learner, *pair(case, *shape))


@check(
    {"en": "keepdim=True keeps an axis of size 1", "zh-CN": "keepdim=True 保留大小为 1 的轴"},
    hint={"en": "Pass it on to the norm, or unsqueeze the last axis.", "zh-CN": "把它传给范数，或在最后 unsqueeze。"},
)
def keeps_the_axis(learner, case):
    for shape, p in (((6, 4), 2.0), ((2, 3, 4), 1), ((5,), INF)):
        compare(learner, *pair(case, *shape), p=p, keepdim=True)


@check(
    {"en": "The gradient reaches both inputs", "zh-CN": "梯度传到两个输入"},
    points=2,
    hint={"en": "No detach, and no new tensors from values.", "zh-CN": "不要 detach，也不要用数值新建张量。"},
)
def differentiates(learner, case):
    for p, equal in ((2.0, False), (3.0, False), (2.0, True)):
        x1, x2 = pair(case, 5, 4, dtype=torch.float64)
        if equal:
            x2[1] = x1[1]
        upstream = case.randn(5, dtype=torch.float64)
        leaves = [x1.clone().requires_grad_(), x2.clone().requires_grad_()]
        wanted = torch.autograd.grad(F.pairwise_distance(*leaves, p=p), leaves, upstream)
        got = learner.vjp(learner.pairwise_distance, x1, x2, p=p, upstream=upstream)
        for name, mine, right in zip(("x1", "x2"), got.inputs, wanted, strict=True):
            what = {"en": f"the gradient of {name} for p={p}", "zh-CN": f"p={p} 时 {name} 的梯度"}
            expect.close(mine, right, rtol=1e-4, atol=1e-6, what=what)


@check(
    {"en": "The dtype of the inputs is kept", "zh-CN": "dtype 与输入相同"},
    hint={"en": "Do not convert.", "zh-CN": "不要做类型转换。"},
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.float32, torch.float64):
        x1, x2 = pair(case, 5, 4, dtype=dtype)
        got = expect.tensor(learner.pairwise_distance(x1, x2), shape=(5,), dtype=dtype)
        if dtype == torch.float64:
            what = {"en": "the result in float64", "zh-CN": "float64 的结果"}
            expect.close(got, F.pairwise_distance(x1, x2), rtol=1e-10, atol=1e-10, what=what)


@check(
    {"en": "The inputs are not changed", "zh-CN": "不修改输入"},
    hint={"en": "`x1 -= x2` changes the caller's tensor.", "zh-CN": "`x1 -= x2` 会修改调用者的张量。"},
)
def leaves_the_inputs_alone(learner, case):
    given = pair(case, 5, 4)
    seen = learner.observe(learner.pairwise_distance, *(one.clone() for one in given))
    for name, before, after in zip(("x1", "x2"), given, seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
