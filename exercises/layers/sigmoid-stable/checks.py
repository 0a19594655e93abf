"""Hidden checks of the exercise sigmoid-stable; the expected numbers come from torch.sigmoid in float64.

Relative tolerances leave room for exp(-softplus(-x)): rounding -x to float32 moves the result by |x| * 6e-8 of itself,
5e-6 at x = -80. F.softplus is linear above 20, which is off by exp(-20) = 2e-9.
"""

import torch

from quizzer.checks import check, expect

GRADIENT = {"en": "the gradient of x", "zh-CN": "x 的梯度"}


def wanted(x):
    return torch.sigmoid(x.double()).to(x.dtype)


def slope(x, upstream):
    s = torch.sigmoid(x.double())
    return (upstream * s * torch.sigmoid(-x.double())).to(x.dtype)


def large(case, dtype=torch.float32):
    """Numbers so large that exp overflows in float32 (beyond 88), float64 (beyond 709) or both, of both signs."""
    sizes = torch.tensor([10000.0, case.uniform(100, 300), case.uniform(800, 5000)], dtype=dtype, device=case.device)
    return torch.cat([sizes, -sizes])


@check(
    {"en": "Ordinary numbers, in any shape", "zh-CN": "普通的数，任意形状"},
    points=2,
    hint={"en": "Mind the sign: the sigmoid grows with x.", "zh-CN": "注意符号：sigmoid 随 x 增大。"},
    visible=True,
)
def is_a_sigmoid(learner, case):
    for shape in ((4, 3), (7,), (2, 3, 2)):
        x = case.randn(*shape) * 3
        what = {"en": f"the result for shape {shape}", "zh-CN": f"形状 {shape} 的结果"}
        expect.close(learner.sigmoid(x), wanted(x), rtol=1e-5, atol=1e-6, what=what)


@check(
    {"en": "0-d and empty tensors", "zh-CN": "0 维张量和空张量"},
    hint={"en": "No loop over rows, and no maximum of nothing.", "zh-CN": "不要逐行循环，也不要对空张量求最大值。"},
)
def takes_any_shape(learner, case):
    for x in (torch.tensor(case.uniform(1, 3)), torch.tensor(case.uniform(-3, -1)), case.randn(0), case.randn(3, 0)):
        x = x.to(case.device)
        what = {"en": f"the result for shape {tuple(x.shape)}", "zh-CN": f"形状 {tuple(x.shape)} 的结果"}
        expect.close(learner.sigmoid(x), wanted(x), rtol=1e-5, what=what)


@check(
    {"en": "Values at ±10000", "zh-CN": "±10000 处的值"},
    points=2,
    hint={"en": "exp(10000) is inf, and inf/inf is NaN.", "zh-CN": "exp(10000) 是 inf，而 inf/inf 是 NaN。"},
)
def survives_large_numbers(learner, case):
    for dtype in (torch.float32, torch.float64):
        x = torch.cat([large(case, dtype), case.randn(3, dtype=dtype)])
        expect.close(learner.sigmoid(x), wanted(x), rtol=1e-5, atol=1e-6)


@check(
    {"en": "Small results keep their relative accuracy", "zh-CN": "很小的结果保持相对精度"},
    points=2,
    hint={
        "en": "Neither clamp x, nor subtract from 1: 1 - 1e-35 is 1.",
        "zh-CN": "不要截断 x，也不要从 1 去减：1 - 1e-35 就是 1。",
    },
)
def is_accurate_where_it_is_small(learner, case):
    for x in (
        torch.tensor([-80.0, -case.uniform(10, 30), -case.uniform(30, 50), -case.uniform(60, 80)]),
        torch.tensor([-case.uniform(50, 100), -case.uniform(200, 600), -700.0], dtype=torch.float64),
    ):
        x = x.to(case.device)
        name = str(x.dtype).removeprefix("torch.")
        places = ", ".join(f"{value:.4g}" for value in x.tolist())
        what = {"en": f"the result at {places} in {name}", "zh-CN": f"{name} 在 {places} 处的结果"}
        expect.close(learner.sigmoid(x), wanted(x), rtol=5e-5, atol=0, what=what)


@check(
    {"en": "The gradient at ordinary numbers", "zh-CN": "普通的数处的梯度"},
    hint={
        "en": "Stay with tensor operations; no detach(), no .data.",
        "zh-CN": "只用张量运算；不要 detach()，不要 .data。",
    },
)
def differentiates(learner, case):
    x, upstream = case.randn(4, 3) * 3, case.randn(4, 3)
    x = torch.where(x.abs() < 1e-3, torch.ones_like(x), x)
    got = learner.vjp(learner.sigmoid, x, upstream=upstream)
    expect.close(got.inputs[0], slope(x, upstream), rtol=1e-4, atol=1e-5, what=GRADIENT)


@check(
    {"en": "The gradient at 0 is 0.25", "zh-CN": "0 处的梯度为 0.25"},
    hint={
        "en": "`abs` has the gradient 0 at 0, and `maximum` 0.5.",
        "zh-CN": "`abs` 在 0 处的梯度是 0，`maximum` 则是 0.5。",
    },
)
def has_its_slope_at_zero(learner, case):
    x, upstream = case.rand(5) + 0.5, case.rand(5) + 0.5
    x[1], x[3] = 0.0, -0.0
    got = learner.vjp(learner.sigmoid, x, upstream=upstream)
    expect.close(got.inputs[0], slope(x, upstream), rtol=1e-4, what=GRADIENT)


@check(
    {"en": "The gradient at ±10000 is 0, not NaN", "zh-CN": "±10000 处的梯度是 0，而不是 NaN"},
    points=3,
    hint={
        "en": "The gradient runs through both branches of `where`: the unchosen one must not overflow either.",
        "zh-CN": "梯度会经过 `where` 的两个分支：没被选中的那个也不能溢出。",
    },
)
def has_a_finite_gradient(learner, case):
    for dtype in (torch.float32, torch.float64):
        x = torch.cat([large(case, dtype), case.rand(3, dtype=dtype) + 0.5, -case.rand(3, dtype=dtype) - 0.5])
        upstream = case.randn(len(x), dtype=dtype)
        got = learner.vjp(learner.sigmoid, x, upstream=upstream)
        expect.close(got.inputs[0], slope(x, upstream), rtol=1e-4, atol=1e-5, what=GRADIENT)


@check(
    {"en": "float64 is kept, with its precision", "zh-CN": "float64 保持不变，精度也不丢失"},
    hint={"en": "Do not convert `x` to a smaller type.", "zh-CN": "不要把 `x` 转换成更小的类型。"},
)
def keeps_float64(learner, case):
    x = case.randn(4, 5, dtype=torch.float64) * 3
    what = {"en": "the result for float64", "zh-CN": "float64 的结果"}
    expect.close(learner.sigmoid(x), wanted(x), rtol=1e-8, atol=1e-10, what=what)


@check(
    {"en": "float16 is kept, and does not overflow", "zh-CN": "float16 保持不变，也不溢出"},
    hint={
        "en": "The result has the dtype of `x`. In float16, exp(12) is inf.",
        "zh-CN": "结果的 dtype 与 `x` 相同。在 float16 中，exp(12) 是 inf。",
    },
)
def keeps_float16(learner, case):
    x = torch.cat([case.randn(6) * 3, torch.tensor([12.0, 40.0, 10000.0, -40.0, -10000.0], device=case.device)]).half()
    # float16 keeps 3 digits: exp(-softplus(-x)) is off by 1 % at x = -9.
    what = {"en": "the result for float16", "zh-CN": "float16 的结果"}
    expect.close(learner.sigmoid(x), wanted(x), rtol=1e-2, atol=1e-3, what=what)


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={"en": "Methods ending in _ change the caller's tensor.", "zh-CN": "以 _ 结尾的方法会修改调用者的张量。"},
)
def leaves_the_input_alone(learner, case):
    x = torch.cat([large(case), case.randn(6)])
    seen = learner.observe(learner.sigmoid, x.clone())
    expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})


@check(
    {"en": "The result stays on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "New tensors need device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    expect.follows_the_device(learner.on_fake_gpu(learner.sigmoid, case.randn(4, 3).cpu()))
