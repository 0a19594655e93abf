"""Hidden checks of the exercise device-agnostic."""

import torch

from quizzer.checks import check, expect

RESULT = {"en": "the result", "zh-CN": "结果"}


def wanted(x):
    """x plus the sinusoids, made in float64."""
    _, steps, width = x.shape
    pair = torch.arange(width, device=x.device) // 2
    angle = torch.arange(steps, dtype=torch.float64, device=x.device)[:, None] / 10000.0 ** (2 * pair.double() / width)
    odd = torch.arange(width, device=x.device) % 2 == 1
    return (x.double() + torch.where(odd, angle.cos(), angle.sin())).to(x.dtype)


@check(
    {"en": "Sines and cosines of the positions are added", "zh-CN": "加上各位置的正弦和余弦"},
    points=2,
    hint={
        "en": "Sine in even columns, cosine in odd ones; both columns of a pair have the same angle.",
        "zh-CN": "偶数列为正弦，奇数列为余弦；同一对中的两列角度相同。",
    },
    visible=True,
)
def adds_sinusoids(learner, case):
    for shape in ((2, 7, 6), (3, 4, 4), (1, 1, 8), (4, 9, 2), (2, 5, 2 * case.integer(5, 9))):
        x = case.randn(*shape)
        got = expect.tensor(learner.positional(x), shape=shape, what=RESULT)
        # Angles up to 9 and numbers below 6, in float32.
        what = {"en": f"the result for the shape {shape}", "zh-CN": f"形状为 {shape} 时的结果"}
        expect.close(got, wanted(x), rtol=1e-5, atol=1e-5, what=what)


@check(
    {"en": "An odd D ends with a sine", "zh-CN": "D 为奇数时以正弦结尾"},
    hint={"en": "There is one sine column more than cosine columns.", "zh-CN": "正弦列比余弦列多一列。"},
)
def takes_an_odd_width(learner, case):
    for width in (5, 1, 2 * case.integer(4, 8) + 1):
        x = case.randn(2, 6, width)
        got = expect.tensor(learner.positional(x), shape=(2, 6, width), what=RESULT)
        expect.close(
            got,
            wanted(x),
            rtol=1e-5,
            atol=1e-5,
            what={"en": f"the result for D={width}", "zh-CN": f"D={width} 时的结果"},
        )


@check(
    {"en": "The dtype of x is kept", "zh-CN": "保持 x 的 dtype"},
    hint={"en": "dtype=x.dtype, where tensors are made.", "zh-CN": "创建张量时写 dtype=x.dtype。"},
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.float32, torch.float64):
        x = case.randn(2, 4, 5, dtype=dtype)
        got = expect.tensor(learner.positional(x), shape=(2, 4, 5), dtype=dtype, what=RESULT)
        expect.close(got, wanted(x), rtol=1e-5, atol=1e-5, what=RESULT)


@check(
    {"en": "float64 is exact, even at position 399", "zh-CN": "float64 精确，位置 399 也是如此"},
    points=2,
    hint={
        "en": "A float32 angle cannot be made exact afterwards: positions and frequencies must be float64 from the beginning.",
        "zh-CN": "float32 的角度之后无法再变精确：位置和频率从一开始就要用 float64。",
    },
)
def is_exact_in_float64(learner, case):
    x = case.randn(2, 400, 6, dtype=torch.float64)
    got = expect.tensor(learner.positional(x), shape=(2, 400, 6), dtype=torch.float64, what=RESULT)
    # An angle of 399 has an error of a few 1e-14; a float32 angle, one of 1e-5.
    expect.close(got - x, wanted(x) - x, rtol=0, atol=1e-9, what={"en": "what was added", "zh-CN": "所加的数"})
    x = case.randn(1, 400, 4)
    got = expect.tensor(learner.positional(x), shape=(1, 400, 4), dtype=torch.float32, what=RESULT)
    # In float32 the frequency may be off by 2e-7, and the angle of 399 by 1e-4.
    what = {"en": "the result in float32 for 400 positions", "zh-CN": "400 个位置、float32 时的结果"}
    expect.close(got, wanted(x), rtol=0, atol=1e-3, what=what)


@check(
    {"en": "Everything is on the device of x", "zh-CN": "一切都在 x 所在的设备上"},
    points=3,
    hint={
        "en": "Every torch.arange, torch.zeros and torch.tensor needs device=x.device.",
        "zh-CN": "每个 torch.arange、torch.zeros、torch.tensor 都要写 device=x.device。",
    },
)
def follows_the_device(learner, case):
    for width in (6, 5):
        expect.follows_the_device(learner.on_fake_gpu(learner.positional, torch.ones(2, 7, width)))
        x = torch.empty(2, 3, width, device="meta")
        expect.tensor(
            learner.positional(x),
            shape=(2, 3, width),
            device="meta",
            what={"en": "the result for x on `meta`", "zh-CN": "x 在 `meta` 上时的结果"},
        )


@check(
    {"en": "The gradient passes unchanged", "zh-CN": "梯度原样通过"},
    hint={
        "en": "Add to x itself; detach() and .data cut the graph.",
        "zh-CN": "直接加到 x 上；detach() 和 .data 会切断计算图。",
    },
)
def passes_the_gradient(learner, case):
    x, upstream = case.randn(3, 5, 4), case.randn(3, 5, 4)
    result = learner.vjp(learner.positional, x, upstream=upstream)
    expect.close(result.inputs[0], upstream, what={"en": "the gradient of x", "zh-CN": "x 的梯度"})


@check(
    {"en": "x is not changed", "zh-CN": "x 不被修改"},
    hint={"en": "x += ... writes into the caller's tensor.", "zh-CN": "x += …… 会写入调用者的张量。"},
)
def leaves_x_alone(learner, case):
    x = case.randn(3, 5, 4)
    seen = learner.observe(learner.positional, x.clone())
    expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})
    expect.close(seen.value, wanted(x), rtol=1e-5, atol=1e-5, what=RESULT)
