"""Hidden checks of the exercise dynamic-graph."""

import torch

from quizzer.checks import check, expect

SHAPES = ((5,), (2, 3), (2, 2, 4))


def draw(case, shape, dtype=torch.float32):
    """Numbers of both signs, none near 0, whose sum is far from their norm."""
    sign = torch.where(case.rand(*shape) < 0.5, -1.0, 1.0)
    x = sign * (case.rand(*shape) + 0.3)
    return x.to(dtype)


def limit_for(case, x, n):
    """A limit for which the n-th doubling is the first to reach it, with a margin on both sides."""
    return float(x.double().norm()) * 2**n * case.uniform(0.6, 0.9)


def pair(result):
    expect.is_type(result, tuple, what={"en": "what double_until returns", "zh-CN": "double_until 的返回值"})
    expect.equal(len(result), 2, what={"en": "the number of values returned", "zh-CN": "返回值的个数"})
    return result


def compare(learner, x, limit, n):
    y, number = pair(learner.double_until(x, limit))
    norm = float(x.double().norm())
    what = {
        "en": f"the number of doublings for norm {norm:.4g} and limit {limit:.4g}",
        "zh-CN": f"范数为 {norm:.4g}、limit 为 {limit:.4g} 时的翻倍次数",
    }
    expect.equal(number, n, what=what)
    expect.equal(y, x * 2**n, what={"en": f"`y` for {n} doublings", "zh-CN": f"翻倍 {n} 次时的 `y` "})


@check(
    {"en": "The data decide how often", "zh-CN": "次数由数据决定"},
    points=2,
    hint={"en": "Double as long as the norm is less than the limit.", "zh-CN": "只要范数小于 limit 就翻倍。"},
    visible=True,
)
def doubles_until_the_limit(learner, case):
    for shape, n in ((SHAPES[0], 3), (SHAPES[1], 1), (SHAPES[2], 5), (SHAPES[0], case.integer(18, 25))):
        x = draw(case, shape)
        compare(learner, x, limit_for(case, x, n), n)
    x = draw(case, (4,), torch.float64)
    compare(learner, x, limit_for(case, x, 2), 2)
    # A limit is no whole number: 10 is not enough for it.
    compare(learner, torch.tensor([3.0, 4.0]), 10.4, 2)


@check(
    {"en": "It is the norm of all elements", "zh-CN": "是全部元素的范数"},
    hint={"en": "Not the sum, the largest element, or the mean.", "zh-CN": "不是总和、最大元素或平均值。"},
)
def uses_the_norm(learner, case):
    # Norm 5 and 10; the sums are 7 and -1 and 14, the largest elements 4 and 8.
    compare(learner, torch.tensor([3.0, 4.0]), 6.5, 1)
    compare(learner, torch.tensor([3.0, -4.0]), 4.5, 0)
    compare(learner, torch.tensor([[1.0, 1.0], [1.0, 1.0]]), 3.0, 1)
    compare(learner, torch.tensor([-3.0, -4.0]), 11.0, 2)
    compare(learner, torch.tensor([[3.0, 0.0], [0.0, 4.0]]), 4.8, 0)


@check(
    {"en": "A norm equal to the limit is enough", "zh-CN": "范数等于 limit 就算达到"},
    points=2,
    hint={"en": "< in the condition of the loop, not <=.", "zh-CN": "循环条件用 <，不用 <=。"},
)
def stops_at_the_limit(learner, case):
    for n in (0, 1, 3):
        for values in ([3.0, 4.0], [5.0, -12.0]):
            x = torch.tensor(values)
            compare(learner, x, float(x.norm()) * 2**n, n)
    compare(learner, torch.tensor([3.0, 4.0]), 10, 1)


@check(
    {"en": "No doubling if the norm is enough already", "zh-CN": "范数已经达到时不翻倍"},
    hint={"en": "Ask before the first doubling.", "zh-CN": "在第一次翻倍之前就要判断。"},
)
def may_double_nothing(learner, case):
    x = draw(case, (6,))
    norm = float(x.norm())
    for limit in (0.5 * norm, 0.0, -1.0):
        compare(learner, x, limit, 0)
    upstream = case.randn(6)
    got = learner.vjp(learner.fixtures.tensor_of, learner.double_until, x, 0.5 * norm, upstream=upstream).inputs[0]
    expect.close(got, upstream, what={"en": "the gradient of x without doubling", "zh-CN": "不翻倍时 x 的梯度"})


@check(
    {"en": "The gradient is 2^n times the upstream one", "zh-CN": "梯度是上游的 2^n 倍"},
    points=3,
    hint={
        "en": "Neither detach() nor no_grad nor .data in the doubling.",
        "zh-CN": "翻倍时不要用 detach()、no_grad 或 .data。",
    },
)
def differentiates(learner, case):
    for shape, n in ((SHAPES[0], 1), (SHAPES[1], 4), (SHAPES[2], 2)):
        x, upstream = draw(case, shape), case.randn(*shape)
        limit = limit_for(case, x, n)
        run = learner.vjp(learner.fixtures.tensor_of, learner.double_until, x, limit, upstream=upstream)
        what = {"en": f"the gradient of x for {n} doublings", "zh-CN": f"翻倍 {n} 次时 x 的梯度"}
        expect.close(run.inputs[0], upstream * 2**n, what=what)


@check(
    {"en": "x is not changed", "zh-CN": "x 不被修改"},
    hint={"en": "y = y * 2 instead of y *= 2.", "zh-CN": "写 y = y * 2，不写 y *= 2。"},
)
def leaves_x_alone(learner, case):
    x = draw(case, (5,))
    seen = learner.observe(learner.double_until, x.clone(), limit_for(case, x, 3))
    expect.equal(seen.arguments[0], x, what={"en": "`x` after the call", "zh-CN": "调用之后的 `x` "})


@check(
    {"en": "A tensor of the dtype of x, and an int", "zh-CN": "与 x 同 dtype 的张量，以及 int"},
    hint={"en": "n counts in Python.", "zh-CN": "n 用 Python 计数。"},
)
def returns_tensor_and_int(learner, case):
    for dtype in (torch.float32, torch.float64):
        for n in (0, 2):
            x = draw(case, (3, 2), dtype)
            y, number = pair(learner.double_until(x, limit_for(case, x, n)))
            expect.tensor(y, shape=(3, 2), dtype=dtype, what={"en": "y", "zh-CN": "y"})
            expect.is_type(number, int, what={"en": "n", "zh-CN": "n"})
