"""Hidden checks of the exercise perf-pairwise.

Values are compared with a tolerance of 2e-6 (float32) or 1e-14 (float64) of the largest |a|² + |b|² times 8, which every way of summing keeps.
"""

import torch

from quizzer.checks import check, expect

MOST_OPERATIONS = 25
# Operations that only look at a tensor in another way: they cost nothing, and einsum makes many of them.
VIEWS = {
    *("alias", "as_strided", "detach", "diagonal", "expand", "narrow", "permute", "select", "slice", "split"),
    *("squeeze", "t", "transpose", "unbind", "unsqueeze", "view", "_reshape_alias", "_unsafe_view"),
}


def exact(a, b):
    return ((a.double()[:, None] - b.double()) ** 2).sum(dim=2)


def close(got, a, b, what):
    got = expect.tensor(got, shape=(len(a), len(b)), dtype=a.dtype, what=what)
    size = (a.square().sum(dim=1).max() + b.square().sum(dim=1).max()).item()
    unit = 2e-6 if a.dtype == torch.float32 else 1e-14
    expect.close(got.double(), exact(a, b), rtol=0, atol=8 * unit * size, what=what)


@check(
    {"en": "The squared distances of all pairs", "zh-CN": "所有点对的平方距离"},
    points=2,
    hint={
        "en": "Row i belongs to a[i], column j to b[j]; no square root.",
        "zh-CN": "第 i 行对应 a[i]，第 j 列对应 b[j]；不开方。",
    },
    visible=True,
)
def computes_squared_distances(learner, case):
    shapes = ((7, 5, 3), (4, 4, 4), (1, 6, 2), (6, 1, 5), (5, 3, 1), (27, 26, 3))
    for n, m, d in shapes:
        for dtype in (torch.float32, torch.float64):
            a, b = case.randn(n, d, dtype=dtype) + 0.5, case.randn(m, d, dtype=dtype) * 2
            what = {"en": f"the result for N={n}, M={m}, D={d}", "zh-CN": f"N={n}、M={m}、D={d} 时的结果"}
            close(learner.sq_dists(a, b), a, b, what)


@check(
    {"en": "At most 25 operations", "zh-CN": "最多 25 次运算"},
    points=3,
    hint={"en": "No loop over points: one matrix product does it.", "zh-CN": "不要逐点循环：一次矩阵乘法就够了。"},
    visible=True,
)
def takes_few_operations(learner, case):
    for n, m in ((40, 11), (11, 40)):
        operations = learner.trace(learner.sq_dists, case.randn(n, 9), case.randn(m, 9)).operations
        count = sum(name not in VIEWS for name in operations)
        expect.that(
            count <= MOST_OPERATIONS,
            {
                "en": f"For N={n} and M={m}, at most {MOST_OPERATIONS} operations are allowed, but {count} are dispatched.",
                "zh-CN": f"N={n}、M={m} 时最多允许 {MOST_OPERATIONS} 次运算，实际分派了 {count} 次。",
            },
        )


@check(
    {"en": "No tensor above 2·N·M elements", "zh-CN": "没有超过 2·N·M 个元素的张量"},
    points=3,
    hint={
        "en": "a[:, None] - b has N·M·D elements. Expand the square instead.",
        "zh-CN": "a[:, None] - b 有 N·M·D 个元素。改为展开平方。",
    },
)
def makes_no_large_tensor(learner, case):
    for n, m, d in ((30, 25, 20), (35, 20, 5), (25, 30, 3)):
        largest = learner.trace(learner.sq_dists, case.randn(n, d), case.randn(m, d)).largest
        expect.that(
            largest <= 2 * n * m,
            {
                "en": f"For N={n}, M={m}, D={d}, tensors of up to {2 * n * m} elements are allowed, but one has {largest}.",
                "zh-CN": f"N={n}、M={m}、D={d} 时张量最多 {2 * n * m} 个元素，实际有一个达到 {largest} 个。",
            },
        )


@check(
    {"en": "Never negative", "zh-CN": "不为负"},
    points=2,
    hint={
        "en": "Two large numbers are subtracted: clamp what rounding leaves.",
        "zh-CN": "这是两个大数相减：把舍入留下的负值截断。",
    },
)
def is_never_negative(learner, case):
    a = case.randn(60, 10) + 20
    for b in (a.clone(), a[:30] + 1e-4 * case.randn(30, 10)):
        what = {
            "en": "the result for points far from 0 and close to each other",
            "zh-CN": "点离 0 很远而彼此很近时的结果",
        }
        got = expect.tensor(learner.sq_dists(a, b), shape=(60, len(b)), dtype=torch.float32, what=what)
        lowest = got.min().item()
        expect.that(
            lowest >= 0,
            {
                "en": f"No squared distance may be negative, but the lowest is {lowest:.3g}.",
                "zh-CN": f"平方距离不能为负，但最小的是 {lowest:.3g}。",
            },
        )
        close(got, a, b, what)


@check(
    {"en": "The gradient reaches both, and is 0 for equal points", "zh-CN": "梯度传到两者，两点相等时为 0"},
    points=2,
    hint={
        "en": "The derivative of |a - b|² is 2(a - b); a square root on the way has none at 0.",
        "zh-CN": "|a - b|² 的导数是 2(a - b)；途中若有平方根，它在 0 处不可导。",
    },
)
def differentiates(learner, case):
    for n, m, d in ((6, 4, 3), (5, 5, 5), (27, 26, 4)):
        a, b = case.randn(n, d, dtype=torch.float64), case.randn(m, d, dtype=torch.float64)
        b[1] = a[2]
        upstream = case.randn(n, m, dtype=torch.float64)
        difference = a[:, None] - b
        wanted = 2 * (upstream[..., None] * difference).sum(dim=1), -2 * (upstream[..., None] * difference).sum(dim=0)
        run = learner.vjp(learner.sq_dists, a, b, upstream=upstream)
        close(run.value, a, b, {"en": "the result with two equal points", "zh-CN": "有两点相等时的结果"})
        for name, gradient, want in zip("ab", run.inputs, wanted, strict=True):
            expect.close(
                gradient, want, rtol=1e-5, atol=1e-5, what={"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"}
            )


@check(
    {"en": "No points on one side", "zh-CN": "某一边没有点"},
    hint={"en": "The shape is (N, M), whatever N and M are.", "zh-CN": "无论 N 和 M 是多少，形状都是 (N, M)。"},
)
def takes_no_points(learner, case):
    for n, m in ((0, 4), (4, 0), (0, 0)):
        got = learner.sq_dists(case.randn(n, 3), case.randn(m, 3))
        expect.tensor(
            got,
            shape=(n, m),
            dtype=torch.float32,
            what={"en": f"the result for N={n}, M={m}", "zh-CN": f"N={n}、M={m} 时的结果"},
        )


@check(
    {"en": "a and b are not changed", "zh-CN": "a 和 b 不被修改"},
    hint={"en": "In-place operations only on tensors of your own.", "zh-CN": "只对自己创建的张量做就地运算。"},
)
def leaves_the_arguments_alone(learner, case):
    a, b = case.randn(6, 3), case.randn(4, 3)
    seen = learner.observe(learner.sq_dists, a.clone(), b.clone())
    for name, before, after in zip("ab", (a, b), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"`{name}` after the call", "zh-CN": f"调用之后的 `{name}` "})
    close(seen.value, a, b, {"en": "the result", "zh-CN": "结果"})
