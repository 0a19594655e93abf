"""Hidden checks of the exercise log-softmax; the expected numbers come from torch.log_softmax.

Tolerances leave room for x - logsumexp(x), which rounds at the size of x: 6e-5 for a float32 near 1000.
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
    (gradient,) = torch.autograd.grad(torch.log_softmax(leaf, dim), leaf, upstream)
    return gradient


@check(
    {"en": "Along any dimension", "zh-CN": "沿任意维度"},
    points=2,
    hint={"en": "Sum along `dim`, and keep the axis.", "zh-CN": "沿 `dim` 求和，并保留该轴。"},
    visible=True,
)
def works_along_any_dimension(learner, case):
    for shape, dim in (((4, 6), 0), ((4, 6), 1), ((3, 5), -2), ((2, 3, 4), 1), ((2, 3, 4, 5), -3), ((7,), -1)):
        x = case.randn(*shape) * 2 + 1
        expect.close(learner.log_softmax(x, dim), torch.log_softmax(x, dim), rtol=1e-5, of=x, what=about(x, dim))


@check(
    {"en": "A square matrix: sums line up with their own axis", "zh-CN": "方阵：总和与自己的轴对齐"},
    hint={
        "en": "Without `keepdim=True`, the sums of rows are subtracted from columns, and no error tells you.",
        "zh-CN": "不写 `keepdim=True`，各行的总和就会从各列里减去，而且不会报错。",
    },
)
def lines_up_on_square_input(learner, case):
    for shape, dim in (((5, 5), 0), ((5, 5), 1), ((4, 4, 4), 1), ((3, 3, 3), -1)):
        x = case.randn(*shape) * 2 + 1
        expect.close(learner.log_softmax(x, dim), torch.log_softmax(x, dim), rtol=1e-5, of=x, what=about(x, dim))


@check(
    {"en": "200 and 20000 below the largest", "zh-CN": "比最大元素低 200 和 20000"},
    points=2,
    hint={
        "en": "The softmax is 0 there, and log(0) is -inf: simplify the logarithm first.",
        "zh-CN": "那里的 softmax 是 0，而 log(0) 是 -inf：先化简对数。",
    },
)
def is_exact_for_rare_classes(learner, case):
    gap = float(case.integer(150, 250))
    x = torch.tensor([[0.0, -gap, -gap - 20], [-10000.0, -300.0, 10000.0]], device=case.device)
    what = {
        "en": f"the result for rows (0, -{gap:g}, -{gap + 20:g}) and (-10000, -300, 10000)",
        "zh-CN": f"行 (0, -{gap:g}, -{gap + 20:g}) 和 (-10000, -300, 10000) 的结果",
    }
    expect.close(learner.log_softmax(x, 1), torch.log_softmax(x, 1), rtol=1e-5, what=what)


@check(
    {"en": "Rows near 1000 and near -1000 in one batch", "zh-CN": "同一批中既有 1000 附近的行，也有 -1000 附近的行"},
    points=2,
    hint={
        "en": "Subtract the maximum before exp, of each row its own.",
        "zh-CN": "取 exp 之前减去最大值，每一行减去自己的最大值。",
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
        expect.close(learner.log_softmax(one, dim), torch.log_softmax(one, dim), rtol=1e-5, atol=2e-3, what=what)


@check(
    {"en": "-inf stays -inf and disturbs no other", "zh-CN": "-inf 仍是 -inf，且不影响其他元素"},
    points=2,
    hint={
        "en": "exp(-inf) is 0: nothing special is needed, if nothing multiplies -inf by 0.",
        "zh-CN": "exp(-inf) 是 0：只要不把 -inf 乘以 0，就不需要特殊处理。",
    },
)
def keeps_minus_infinity(learner, case):
    x = case.randn(4, 6)
    x[0, 1] = x[1, 2] = x[1, 4] = -INFINITY
    x[3, :5] = -INFINITY
    for one, dim in ((x, 1), (x.T.contiguous(), 0)):
        expect.close(learner.log_softmax(one, dim), torch.log_softmax(one, dim), rtol=1e-5)


@check(
    {"en": "One class gives exactly 0", "zh-CN": "只有一类时恰好得到 0"},
    hint={
        "en": "log(1 + eps) is not 0, and squeeze() drops an axis.",
        "zh-CN": "log(1 + eps) 不是 0；squeeze() 会丢掉一个轴。",
    },
)
def gives_zero_for_one_class(learner, case):
    for shape, dim in (((5, 1), 1), ((1, 4), 0), ((1,), -1)):
        x = case.randn(*shape) * 30
        expect.equal(learner.log_softmax(x, dim), torch.zeros_like(x), what=about(x, dim))


@check(
    {"en": "Other sizes may be 0", "zh-CN": "其他维的大小可以为 0"},
    hint={
        "en": "A maximum over everything fails where there is nothing.",
        "zh-CN": "没有元素时，对所有元素求最大值会出错。",
    },
)
def takes_no_rows(learner, case):
    for shape, dim in (((0, 3), 1), ((3, 0), -2)):
        x = case.randn(*shape)
        expect.close(learner.log_softmax(x, dim), torch.log_softmax(x, dim), what=about(x, dim))


@check(
    {"en": "The gradient, along any dimension", "zh-CN": "沿任意维度的梯度"},
    points=2,
    hint={"en": "The sum depends on x: do not detach it.", "zh-CN": "总和依赖 x：不要 detach。"},
)
def differentiates(learner, case):
    for shape, dim in (((5, 3), 0), ((4, 4), 1), ((2, 3, 4), -2)):
        x, upstream = case.randn(*shape, dtype=torch.float64), case.randn(*shape, dtype=torch.float64)
        got = learner.vjp(learner.log_softmax, x, dim, upstream=upstream)
        expect.close(got.inputs[0], gradient_of(x, dim, upstream), rtol=1e-6, what=GRADIENT)


@check(
    {"en": "The gradient at rare classes and large numbers", "zh-CN": "稀少类别和很大的数处的梯度"},
    points=2,
    hint={
        "en": "Neither NaN nor 0: a rare class must still learn. A clamp or an eps cuts its gradient off.",
        "zh-CN": "既不是 NaN 也不是 0：稀少的类别也要能学习。截断或 eps 会切断它的梯度。",
    },
)
def has_a_gradient_at_rare_classes(learner, case):
    x, upstream = case.randn(4, 5), case.rand(4, 5) + 0.5
    x[0] += 1000
    x[1, 2] += case.uniform(150, 250)
    x[2, 3] -= case.uniform(150, 250)
    x[3, 0] += 20000
    got = learner.vjp(learner.log_softmax, x, 1, upstream=upstream)
    expect.close(got.inputs[0], gradient_of(x, 1, upstream), rtol=2e-3, atol=2e-3, what=GRADIENT)


@check(
    {"en": "The gradient is finite beside -inf", "zh-CN": "-inf 旁边的梯度是有限的"},
    hint={"en": "0 * -inf is NaN, in the backward pass too.", "zh-CN": "0 * -inf 是 NaN，反向传播中也是如此。"},
)
def has_a_gradient_beside_minus_infinity(learner, case):
    x, upstream = case.randn(3, 5), case.rand(3, 5) + 0.5
    x[0, 1] = x[2, 0] = x[2, 4] = -INFINITY
    # A loss leaves these out: their upstream is 0.
    upstream = upstream.masked_fill(x == -INFINITY, 0)
    got = learner.vjp(learner.log_softmax, x, 1, upstream=upstream)
    expect.close(got.inputs[0], gradient_of(x, 1, upstream), rtol=1e-4, what=GRADIENT)


@check(
    {"en": "float64 is kept, with its precision", "zh-CN": "float64 保持不变，精度也不丢失"},
    hint={"en": "Do not convert `x` to a smaller type.", "zh-CN": "不要把 `x` 转换成更小的类型。"},
)
def keeps_float64(learner, case):
    x = case.randn(4, 5, dtype=torch.float64) * 2
    what = {"en": "the result for float64", "zh-CN": "float64 的结果"}
    expect.close(learner.log_softmax(x, 0), torch.log_softmax(x, 0), rtol=1e-9, atol=1e-9, what=what)


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
    # float16 keeps 3 digits: logsumexp(x) rounds by 0.008 near 30.
    what = {"en": "the result for float16", "zh-CN": "float16 的结果"}
    want = torch.log_softmax(x.double(), 1).half()
    expect.close(learner.log_softmax(x, 1), want, rtol=4e-3, atol=4e-2, what=what)


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
    seen = learner.observe(learner.log_softmax, x.clone(), 1)
    expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})


@check(
    {"en": "The result stays on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "New tensors need device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    expect.follows_the_device(learner.on_fake_gpu(learner.log_softmax, case.randn(4, 3).cpu(), 0))
