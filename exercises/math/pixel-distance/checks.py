"""Hidden checks of the exercise pixel-distance.

A small number under the root, or torch's own eps in the difference, is allowed: tolerances are a thousandth.
"""

import torch

from quizzer.checks import check, expect


def wanted(f1, f2):
    return torch.linalg.vector_norm(f1 - f2, dim=1)


def compare(learner, f1, f2):
    shape = tuple(f1.shape)
    what = {"en": f"the result for maps of shape {shape}", "zh-CN": f"特征图形状为 {shape} 时的结果"}
    expect.close(learner.pixel_distance(f1, f2), wanted(f1, f2), rtol=1e-3, atol=1e-3, what=what)


@check(
    {"en": "The distance over the channels", "zh-CN": "沿通道的距离"},
    points=3,
    hint={"en": "Reduce axis 1, and nothing else.", "zh-CN": "只沿第 1 轴归约。"},
    visible=True,
)
def measures_over_the_channels(learner, case):
    for shape in ((2, 3, 4, 5), (1, 8, 2, 6), (3, 2, 5, 1)):
        compare(learner, case.randn(*shape) * 2 + 1, case.randn(*shape) * 2 - 1)


@check(
    {"en": "Cubic maps: the axis is still that of the channels", "zh-CN": "各维相等的特征图：仍沿通道轴"},
    points=2,
    hint={
        "en": "Here reducing the width has the right shape, too: `F.pairwise_distance` reduces the last axis.",
        "zh-CN": "此时沿宽度归约，形状也是对的：`F.pairwise_distance` 沿最后一轴归约。",
    },
)
def keeps_to_the_channels_on_cubic_maps(learner, case):
    compare(learner, case.randn(4, 4, 4, 4) * 2, case.randn(4, 4, 4, 4) * 2)


@check(
    {"en": "Equal pixels have distance 0", "zh-CN": "相等的像素距离为 0"},
    hint={
        "en": "A number under the root must be tiny: its own root is the distance that is left.",
        "zh-CN": "根号里加的数必须极小：它的平方根就是剩下的距离。",
    },
)
def gives_0_for_equal_pixels(learner, case):
    f1 = case.randn(2, 3, 4, 5)
    f2 = f1.clone()
    f2[:, :, 1:3] += 2
    compare(learner, f1, f2)


@check(
    {"en": "The gradient is finite where the maps are equal", "zh-CN": "两图相等处梯度有限"},
    points=3,
    hint={
        "en": "The root has an infinite slope at 0. Keep what stands under it above 0, or use a norm of torch.",
        "zh-CN": "平方根在 0 处斜率无穷大。让根号里的数大于 0，或使用 torch 的范数。",
    },
)
def has_a_finite_gradient_at_equal_pixels(learner, case):
    # A small number under the root is welcome, one that swallows small distances is not.
    f1 = case.randn(2, 3, 4, 5)
    f2 = f1 + 0.03 * (case.rand(2, 3, 4, 5) + 0.5)
    what = {"en": "the result for distances of about 0.05", "zh-CN": "距离约为 0.05 时的结果"}
    expect.close(learner.pixel_distance(f1, f2), wanted(f1, f2), rtol=0, atol=1e-3, what=what)
    f2 = f1.clone()
    f2[0, :, 2] += 2
    result = learner.vjp(learner.pixel_distance, f1, f2, upstream=case.randn(2, 4, 5))
    for name, gradient in zip(("f1", "f2"), result.inputs, strict=True):
        gradient = expect.tensor(
            gradient, shape=tuple(f1.shape), what={"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"}
        )
        count = int((~torch.isfinite(gradient)).sum())
        expect.that(
            count == 0,
            {
                "en": f"The gradient of {name} should be finite, but {count} of its {gradient.numel()} elements are NaN or infinite.",
                "zh-CN": f"{name} 的梯度应是有限的，实际 {gradient.numel()} 个元素中有 {count} 个是 NaN 或无穷大。",
            },
        )


@check(
    {"en": "Elsewhere the gradient is that of the distance", "zh-CN": "其他地方的梯度是距离的梯度"},
    points=2,
    hint={"en": "It must reach both maps.", "zh-CN": "梯度要传到两个特征图。"},
)
def differentiates(learner, case):
    for shape in ((2, 3, 4, 5), (3, 3, 3, 3)):
        # Some two units apart in each channel: no distance is near 0.
        f1 = case.randn(*shape, dtype=torch.float64) * 0.2
        f2 = case.randn(*shape, dtype=torch.float64) * 0.2 + 2
        upstream = case.randn(shape[0], *shape[2:], dtype=torch.float64)
        leaves = [f1.clone().requires_grad_(), f2.clone().requires_grad_()]
        gradients = torch.autograd.grad(wanted(*leaves), leaves, upstream)
        got = learner.vjp(learner.pixel_distance, f1, f2, upstream=upstream)
        for name, mine, right in zip(("f1", "f2"), got.inputs, gradients, strict=True):
            what = {"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"}
            expect.close(mine, right, rtol=1e-3, atol=1e-3, what=what)


@check(
    {"en": "The dtype of the maps is kept", "zh-CN": "dtype 与特征图相同"},
    hint={"en": "Do not convert.", "zh-CN": "不要做类型转换。"},
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.float32, torch.float64):
        got = learner.pixel_distance(case.randn(2, 3, 4, 5, dtype=dtype), case.randn(2, 3, 4, 5, dtype=dtype))
        expect.tensor(got, shape=(2, 4, 5), dtype=dtype)


@check(
    {"en": "The maps are not changed", "zh-CN": "不修改特征图"},
    hint={"en": "`f1 -= f2` changes the caller's map.", "zh-CN": "`f1 -= f2` 会修改调用者的特征图。"},
)
def leaves_the_maps_alone(learner, case):
    given = case.randn(2, 3, 4, 5), case.randn(2, 3, 4, 5)
    seen = learner.observe(learner.pixel_distance, *(one.clone() for one in given))
    for name, before, after in zip(("f1", "f2"), given, seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})


@check(
    {"en": "The result is on the device of the maps", "zh-CN": "结果与特征图在同一设备上"},
    hint={"en": "A tensor made anew needs device=f1.device.", "zh-CN": "新建张量时要写 device=f1.device。"},
)
def follows_the_device(learner, case):
    expect.follows_the_device(
        learner.on_fake_gpu(learner.pixel_distance, torch.zeros(2, 3, 4, 5), torch.ones(2, 3, 4, 5))
    )
