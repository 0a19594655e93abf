"""Hidden checks of the exercise softmax; the expected numbers come from torch.softmax.

Tolerances leave room for exp(x - logsumexp(x)), which rounds at the size of x: near 1000, a float32 is off by 3e-5, and
so is, relatively, the result.
"""

import torch

from quizzer.checks import check, expect

INFINITY = float("inf")
GRADIENT = {"en": "the gradient of x", "zh-CN": "x 的梯度"}


def about(x, dim):
    return {
        "en": f"the result for x of shape {tuple(x.shape)}, dim={dim}",
        "zh-CN": f"x 形状为 {tuple(x.shape)}、dim={dim} 时的结果",
    }


def gradient_of(x, dim, upstream):
    leaf = x.clone().requires_grad_()
    (gradient,) = torch.autograd.grad(torch.softmax(leaf, dim), leaf, upstream)
    return gradient


@check(
    {"en": "Along any dimension", "zh-CN": "沿任意维度"},
    points=2,
    hint={"en": "Use `dim` in the sum too, and keep the axis.", "zh-CN": "求和时也要用 `dim`，并保留该轴。"},
    visible=True,
)
def works_along_any_dimension(learner, case):
    for shape, dim in (((4, 6), 0), ((4, 6), 1), ((3, 5), -2), ((2, 3, 4), 1), ((2, 3, 4, 5), -3), ((7,), -1)):
        x = case.randn(*shape) * 2
        expect.close(learner.softmax(x, dim), torch.softmax(x, dim), rtol=1e-5, atol=1e-6, of=x, what=about(x, dim))


@check(
    {"en": "A square matrix: sums line up with their own axis", "zh-CN": "方阵：总和与自己的轴对齐"},
    points=2,
    hint={
        "en": "Without `keepdim=True`, the sums of rows divide columns, and no error tells you.",
        "zh-CN": "不写 `keepdim=True`，各行的总和就会去除各列，而且不会报错。",
    },
)
def lines_up_on_square_input(learner, case):
    for shape, dim in (((5, 5), 0), ((5, 5), 1), ((4, 4, 4), 1), ((3, 3, 3), -1)):
        x = case.randn(*shape) * 2
        expect.close(learner.softmax(x, dim), torch.softmax(x, dim), rtol=1e-5, atol=1e-6, of=x, what=about(x, dim))


@check(
    {"en": "Rows near 1000 and near -1000 in one batch", "zh-CN": "同一批中既有 1000 附近的行，也有 -1000 附近的行"},
    points=2,
    hint={
        "en": "Subtract the maximum, of each row its own.",
        "zh-CN": "减去最大值，每一行减去自己的最大值。",
    },
)
def survives_large_numbers(learner, case):
    shift = torch.tensor([1000.0, -1000.0, 0.0, -4000.0], device=case.device)
    x = case.randn(4, 5) + shift[:, None]
    for one, dim in ((x, 1), (x.T.contiguous(), 0)):
        what = {
            "en": f"the result for rows at 1000, -1000, 0 and -4000, dim={dim},",
            "zh-CN": f"各组数在 1000、-1000、0 和 -4000 附近、dim={dim} 时的结果",
        }
        expect.close(learner.softmax(one, dim), torch.softmax(one, dim), rtol=2e-3, atol=1e-5, what=what)


@check(
    {"en": "Numbers far apart in one row", "zh-CN": "同一行里相差很大的数"},
    hint={"en": "A mean is not enough: subtract the maximum.", "zh-CN": "均值不够：要减去最大值。"},
)
def survives_large_gaps(learner, case):
    x = case.randn(3, 4)
    x[0, 1] += case.uniform(900, 1100)
    x[1, 2] -= case.uniform(900, 1100)
    x[2, 0] += case.uniform(900, 1100)
    x[2, 3] = x[2, 0] - 0.5
    expect.close(learner.softmax(x, 1), torch.softmax(x, 1), rtol=2e-3, atol=1e-5)


@check(
    {"en": "-inf gives exactly 0", "zh-CN": "-inf 恰好得到 0"},
    points=2,
    hint={
        "en": "The maximum of a row with -inf is finite, its mean or minimum is not.",
        "zh-CN": "含 -inf 的行最大值是有限的，均值和最小值则不是。",
    },
)
def masks_with_minus_infinity(learner, case):
    x = case.randn(4, 6)
    mask = torch.zeros(4, 6, dtype=torch.bool, device=case.device)
    mask[0, 1], mask[1, 2:5], mask[3, :5] = True, True, True
    x[3, 5] = -20000.0  # smaller than any finite stand-in for -inf
    x = x.masked_fill(mask, -INFINITY)
    for one, dim in ((x, 1), (x.T.contiguous(), 0)):
        want = torch.softmax(one, dim)
        got = learner.softmax(one, dim)
        expect.close(got, want, rtol=1e-5, atol=1e-6)
        what = {"en": "the result where x is -inf", "zh-CN": "x 为 -inf 处的结果"}
        where = one == -INFINITY
        expect.equal(got[where], want[where], what=what)


@check(
    {"en": "The gradient, along any dimension", "zh-CN": "沿任意维度的梯度"},
    points=2,
    hint={"en": "The sum depends on x: do not detach it.", "zh-CN": "总和依赖 x：不要 detach。"},
)
def differentiates(learner, case):
    for shape, dim in (((5, 3), 0), ((4, 4), 1), ((2, 3, 4), -2)):
        x, upstream = case.randn(*shape, dtype=torch.float64), case.randn(*shape, dtype=torch.float64)
        got = learner.vjp(learner.softmax, x, dim, upstream=upstream)
        expect.close(got.inputs[0], gradient_of(x, dim, upstream), rtol=1e-6, what=GRADIENT)


@check(
    {
        "en": "The gradient is finite for large and masked entries",
        "zh-CN": "遇到很大的数和被遮住的元素，梯度仍是有限的",
    },
    points=2,
    hint={
        "en": "A finite result can hide an overflow: 1/inf is 0, but its gradient is NaN.",
        "zh-CN": "结果有限，也可能藏着溢出：1/inf 是 0，但它的梯度是 NaN。",
    },
)
def has_a_finite_gradient(learner, case):
    x, upstream = case.randn(4, 5), case.randn(4, 5)
    x[0] += 1000
    x[1] -= 1000
    x[2, 3] += case.uniform(900, 1100)
    x[3, 1] = x[3, 4] = -INFINITY
    got = learner.vjp(learner.softmax, x, 1, upstream=upstream)
    expect.close(got.inputs[0], gradient_of(x, 1, upstream), rtol=2e-3, atol=1e-3, what=GRADIENT)


@check(
    {"en": "float64 is kept, with its precision", "zh-CN": "float64 保持不变，精度也不丢失"},
    hint={"en": "Do not convert `x` to a smaller type.", "zh-CN": "不要把 `x` 转换成更小的类型。"},
)
def keeps_float64(learner, case):
    x = case.randn(4, 5, dtype=torch.float64) * 2
    what = {"en": "the result for float64", "zh-CN": "float64 的结果"}
    expect.close(learner.softmax(x, 0), torch.softmax(x, 0), rtol=1e-9, atol=1e-12, what=what)


@check(
    {"en": "float16 is kept, and does not overflow", "zh-CN": "float16 保持不变，也不溢出"},
    hint={
        "en": "In float16, exp(12) is inf already. Has the result the dtype of `x`?",
        "zh-CN": "在 float16 中，exp(12) 就已是 inf。结果的 dtype 与 `x` 相同吗？",
    },
)
def keeps_float16(learner, case):
    x = case.randn(3, 5) + 4 * torch.arange(3, device=case.device)[:, None]
    x[:, 2] += 14
    x[:, 4] += 14
    x = x.half()
    # float16 keeps 3 digits: exp(x - logsumexp(x)) is off by 2 % where x is near 30.
    what = {"en": "the result for float16", "zh-CN": "float16 的结果"}
    expect.close(learner.softmax(x, 1), torch.softmax(x.double(), 1).half(), rtol=4e-2, atol=2e-3, what=what)


@check(
    {"en": "Sizes of 1 and 0", "zh-CN": "大小为 1 和 0 的维"},
    hint={"en": "Along a size of 1, every element becomes 1.", "zh-CN": "沿大小为 1 的维，每个元素都变为 1。"},
)
def takes_small_sizes(learner, case):
    for shape, dim in (((4, 1), 1), ((1, 3), 0), ((1, 3), 1), ((0, 3), 1), ((3, 0), -2)):
        x = case.randn(*shape) * 5
        expect.close(learner.softmax(x, dim), torch.softmax(x, dim), rtol=1e-5, what=about(x, dim))


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={
        "en": "`x -= maximum` and `exp_()` change the caller's tensor.",
        "zh-CN": "`x -= maximum` 和 `exp_()` 会修改调用者的张量。",
    },
)
def leaves_the_input_alone(learner, case):
    x = case.randn(4, 3)
    x[1, 2] = -INFINITY
    seen = learner.observe(learner.softmax, x.clone(), 1)
    expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})


@check(
    {"en": "The result stays on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "New tensors need device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    expect.follows_the_device(learner.on_fake_gpu(learner.softmax, case.randn(4, 3).cpu(), 0))
