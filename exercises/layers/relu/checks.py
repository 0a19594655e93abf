"""Hidden checks of the exercise relu; the expected numbers come from torch.relu, and are exact."""

import torch

from quizzer.checks import check, expect

INFINITY, NAN = float("inf"), float("nan")
GRADIENT = {"en": "the gradient of x", "zh-CN": "x 的梯度"}


def away_from_zero(case, *shape, dtype=torch.float32):
    """Numbers of both signs, none of them nearer to 0 than 0.1."""
    x = case.randn(*shape, dtype=dtype) * 3
    return x + 0.1 * torch.where(x < 0, -1.0, 1.0).to(dtype)


def with_both_signs(case, *shape, dtype=torch.float32):
    x = away_from_zero(case, *shape, dtype=dtype)
    x.view(-1)[0].abs_()
    x.view(-1)[1].abs_().neg_()
    return x


@check(
    {"en": "Elements above 0 stay, the others become 0", "zh-CN": "大于 0 的元素不变，其余变为 0"},
    points=2,
    hint={"en": "Choose between x and 0, element by element.", "zh-CN": "逐元素地在 x 和 0 之间选择。"},
    visible=True,
)
def keeps_what_is_above_zero(learner, case):
    for shape in ((4, 3), (7,), (2, 3, 2)):
        x = with_both_signs(case, *shape)
        what = {"en": f"the result for shape {shape}", "zh-CN": f"形状 {shape} 的结果"}
        expect.equal(learner.relu(x), torch.relu(x), of=x, what=what)
    for sign in (1, -1):
        x = torch.tensor(sign * case.uniform(0.5, 4), device=case.device)
        what = {"en": "the result for a 0-d tensor", "zh-CN": "0 维张量的结果"}
        expect.equal(learner.relu(x), torch.relu(x), what=what)


@check(
    {"en": "Very small and very large numbers", "zh-CN": "很小和很大的数"},
    hint={"en": "Every number above 0 stays, whatever its size.", "zh-CN": "只要大于 0，无论大小都保持不变。"},
)
def keeps_small_and_large_numbers(learner, case):
    sizes = torch.tensor([1e-30, 1e-7, 1e-3, 7.0, 1e4, 3e38], device=case.device) * case.uniform(0.5, 1)
    x = torch.cat([sizes, -sizes, torch.zeros(2, device=case.device)])
    expect.equal(learner.relu(x), torch.relu(x))


@check(
    {"en": "inf stays, -inf becomes 0", "zh-CN": "inf 不变，-inf 变为 0"},
    points=2,
    hint={"en": "-inf * 0 is NaN: do not multiply.", "zh-CN": "-inf * 0 是 NaN：不要用乘法。"},
)
def handles_infinities(learner, case):
    x = with_both_signs(case, 6)
    x[case.integer(2, 3)], x[case.integer(4, 5)] = INFINITY, -INFINITY
    expect.equal(learner.relu(x), torch.relu(x))


@check(
    {"en": "NaN stays NaN", "zh-CN": "NaN 仍是 NaN"},
    hint={"en": "Every comparison with NaN is False.", "zh-CN": "与 NaN 的任何比较都是 False。"},
)
def passes_nan_on(learner, case):
    x = with_both_signs(case, 7)
    x[case.integer(2, 6)] = NAN
    expect.close(learner.relu(x), torch.relu(x), rtol=0, atol=0, equal_nan=True)


@check(
    {"en": "The gradient is 1 above 0 and 0 below", "zh-CN": "梯度在 0 以上为 1，以下为 0"},
    points=2,
    hint={
        "en": "Stay with tensor operations; no detach(), no .data.",
        "zh-CN": "只用张量运算；不要 detach()，不要 .data。",
    },
)
def differentiates(learner, case):
    for shape in ((5, 3), (2, 2, 4)):
        x, upstream = with_both_signs(case, *shape), case.randn(*shape)
        got = learner.vjp(learner.relu, x, upstream=upstream)
        expect.close(got.inputs[0], torch.where(x > 0, upstream, torch.zeros_like(x)), what=GRADIENT)


@check(
    {"en": "The gradient at 0 is 0", "zh-CN": "0 处的梯度为 0"},
    points=2,
    hint={
        "en": "`maximum` gives 0.5 there. Let 0 be among the elements that become a constant.",
        "zh-CN": "`maximum` 在那里给出 0.5。让 0 也属于被换成常数的元素。",
    },
)
def has_gradient_zero_at_zero(learner, case):
    x, upstream = with_both_signs(case, 3, 4), case.rand(3, 4) + 0.5
    x[1, 2], x[2, 0] = 0.0, -0.0
    got = learner.vjp(learner.relu, x, upstream=upstream)
    expect.close(got.inputs[0], torch.where(x > 0, upstream, torch.zeros_like(x)), what=GRADIENT)


@check(
    {"en": "float16 and float64 are kept", "zh-CN": "float16 与 float64 保持不变"},
    hint={"en": "A new tensor needs dtype=x.dtype.", "zh-CN": "新建张量时要写 dtype=x.dtype。"},
)
def keeps_the_float_dtype(learner, case):
    for dtype in (torch.float16, torch.float64):
        x = with_both_signs(case, 4, 3, dtype=torch.float64).to(dtype)
        name = str(dtype).removeprefix("torch.")
        what = {"en": f"the result for {name}", "zh-CN": f"{name} 的结果"}
        expect.equal(learner.relu(x), torch.relu(x), what=what)


@check(
    {"en": "int64 is kept, with all its digits", "zh-CN": "int64 保持不变，一位数字也不丢"},
    hint={"en": "0.0 makes floats of whole numbers.", "zh-CN": "0.0 会把整数变成浮点数。"},
)
def keeps_whole_numbers(learner, case):
    large = 2**60 + 2 * case.integer(1, 10**6) + 1
    x = torch.tensor([[-case.integer(1, 9), case.integer(1, 9), 0], [large, -large, 1]], device=case.device)
    what = {"en": "the result for int64", "zh-CN": "int64 的结果"}
    expect.equal(learner.relu(x), torch.relu(x), what=what)


@check(
    {"en": "An empty tensor stays empty", "zh-CN": "空张量仍是空张量"},
    hint={"en": "There is no largest element among none.", "zh-CN": "空张量没有最大元素。"},
)
def takes_empty_tensors(learner, case):
    for shape in ((0,), (3, 0)):
        x = case.randn(*shape)
        what = {"en": f"the result for shape {shape}", "zh-CN": f"形状 {shape} 的结果"}
        expect.equal(learner.relu(x), x, what=what)


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={
        "en": "`x[x < 0] = 0` writes into the caller's tensor.",
        "zh-CN": "`x[x < 0] = 0` 会写入调用者的张量。",
    },
)
def leaves_the_input_alone(learner, case):
    whole = torch.tensor([-case.integer(1, 9), case.integer(1, 9)], device=case.device)
    for x in (with_both_signs(case, 5, 3), whole):
        seen = learner.observe(learner.relu, x.clone())
        expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})


@check(
    {"en": "The result stays on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "New tensors need device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    expect.follows_the_device(learner.on_fake_gpu(learner.relu, with_both_signs(case, 4, 3).cpu()))
