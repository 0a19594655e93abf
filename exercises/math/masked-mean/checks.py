"""Hidden checks of the exercise masked-mean; the expected means come from indexing row by row."""

import torch

from quizzer.checks import check, expect


def draw(case, n, t, d, dtype=torch.float32):
    """Sequences far from 0, and a mask with at least one valid and one padded step in each row."""
    x = case.randn(n, t, d, dtype=dtype) + 3
    order = torch.stack([torch.randperm(t, generator=case.generator) for _ in range(n)])
    counts = torch.randint(1, t, (n, 1), generator=case.generator)
    return x, (order < counts).to(x.device)


def wanted(x, mask):
    rows = [row[valid] for row, valid in zip(x, mask, strict=True)]
    return torch.stack([row.mean(dim=0) if len(row) else row.sum(dim=0) for row in rows])


def compare(learner, x, mask, *, name="", name_zh=""):
    what = {
        "en": f"the result for x of shape {tuple(x.shape)}{name}",
        "zh-CN": f"x 形状为 {tuple(x.shape)}{name_zh} 时的结果",
    }
    right = wanted(torch.where(mask[..., None], x, 0.0), mask)
    expect.close(learner.masked_mean(x, mask), right, rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": "The mean of the valid steps", "zh-CN": "有效步的均值"},
    points=3,
    hint={
        "en": "Sum the valid steps, and divide by their number in that row.",
        "zh-CN": "对有效步求和，再除以该行有效步的个数。",
    },
    visible=True,
)
def averages_the_valid_steps(learner, case):
    for n, t, d in ((5, 7, 3), (4, 6, 2), (3, 9, 1)):
        compare(learner, *draw(case, n, t, d))


@check(
    {"en": "Cubic input: the axis is that of time", "zh-CN": "各维相等的输入：沿时间轴"},
    points=2,
    hint={
        "en": "The mask needs an axis at its end to line up with x.",
        "zh-CN": "掩码要在末尾加一个轴，才能与 x 对齐。",
    },
)
def keeps_to_the_time_axis(learner, case):
    compare(learner, *draw(case, 5, 5, 5))
    x, _ = draw(case, 4, 6, 4)
    mask = torch.ones(4, 6, dtype=torch.bool, device=x.device)
    compare(learner, x, mask, name=", all steps valid", name_zh="、所有步都有效")


@check(
    {"en": "No valid step gives 0", "zh-CN": "没有有效步时得到 0"},
    points=2,
    hint={"en": "0/0 is NaN: the denominator must be at least 1.", "zh-CN": "0/0 是 NaN：分母至少应为 1。"},
)
def gives_0_without_valid_steps(learner, case):
    x, mask = draw(case, 5, 6, 3)
    mask[1], mask[4] = False, False
    compare(learner, x, mask, name=", two rows without a valid step", name_zh="、两行没有有效步")


@check(
    {"en": "NaN and infinity in the padding do not leak", "zh-CN": "填充处的 NaN 和无穷大不会泄漏"},
    points=2,
    hint={"en": "Multiplying by 0 leaves NaN as it is: replace instead.", "zh-CN": "乘以 0 消除不了 NaN：应当替换。"},
)
def ignores_what_stands_in_the_padding(learner, case):
    for filler in (float("nan"), float("inf"), 1e30):
        x, mask = draw(case, 4, 6, 3)
        mask[2] = False
        x[~mask] = filler
        compare(learner, x, mask, name=f", padding {filler}", name_zh=f"、填充为 {filler}")


@check(
    {"en": "The gradient: a share for each valid step, 0 on padding", "zh-CN": "梯度：有效步平分，填充处为 0"},
    points=2,
    hint={
        "en": "`masked_fill` and `torch.where` cut the gradient of what they replace.",
        "zh-CN": "`masked_fill` 和 `torch.where` 会切断被替换处的梯度。",
    },
)
def differentiates(learner, case):
    for poisoned in (False, True):
        x, mask = draw(case, 4, 6, 3, dtype=torch.float64)
        mask[1] = False
        if poisoned:
            x[~mask] = float("nan")
        upstream = case.randn(4, 3, dtype=torch.float64)
        share = mask / mask.sum(dim=1, keepdim=True).clamp(min=1)
        got = learner.vjp(learner.masked_mean, x, mask, upstream=upstream).inputs[0]
        what = {"en": "the gradient of x", "zh-CN": "x 的梯度"}
        expect.close(got, upstream[:, None] * share[..., None], rtol=1e-6, atol=1e-9, what=what)


@check(
    {"en": "float64 stays float64, with its precision", "zh-CN": "float64 保持不变，精度也不丢失"},
    hint={"en": "Do not convert x, and give the mask x's dtype.", "zh-CN": "不要转换 x；掩码要转换成 x 的 dtype。"},
)
def keeps_the_dtype(learner, case):
    x, mask = draw(case, 4, 6, 3)
    expect.tensor(learner.masked_mean(x, mask), shape=(4, 3), dtype=torch.float32)
    # Near 1000, float32 is off by 1e-5 and more.
    x, mask = draw(case, 4, 6, 3, dtype=torch.float64)
    got = expect.tensor(learner.masked_mean(x + 1000, mask), shape=(4, 3), dtype=torch.float64)
    what = {"en": "the result for float64 values near 1000", "zh-CN": "float64、值在 1000 附近时的结果"}
    expect.close(got, wanted(x + 1000, mask), rtol=1e-10, atol=1e-8, what=what)


@check(
    {"en": "Neither x nor mask is changed", "zh-CN": "不修改 x 和 mask"},
    hint={
        "en": "`x[~mask] = 0` and `masked_fill_` change the caller's tensor.",
        "zh-CN": "`x[~mask] = 0` 和 `masked_fill_` 会修改调用者的张量。",
    },
)
def leaves_the_arguments_alone(learner, case):
    x, mask = draw(case, 4, 6, 3)
    mask[2] = False
    seen = learner.observe(learner.masked_mean, x.clone(), mask.clone())
    for name, before, after in zip(("x", "mask"), (x, mask), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})


@check(
    {"en": "The result is on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "A tensor made anew needs device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    mask = torch.tensor([[True, True, False], [True, False, False]])
    expect.follows_the_device(learner.on_fake_gpu(learner.masked_mean, torch.ones(2, 3, 4), mask))
