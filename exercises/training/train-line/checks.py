"""Hidden checks of the exercise train-line.

The target is an RMSE of 0.1. The noise alone gives 0.030 (500 samples: deviation 0.001), a converged model 0.0305; the wrong solutions
stay above 0.15 (60 trials each). Each feature contributes a deviation of at least 0.8 to y, so none can be left out. The learner's generator is seeded.
"""

import torch

from quizzer.checks import check, expect

TARGET = 0.1
NOISE = 0.03


def source(case, scales):
    """A function that draws samples."""
    scales = torch.tensor(scales, device=case.device)
    means = scales * (case.rand(len(scales)) * 2 + 2)
    size = case.rand(len(scales)) * 0.6 + 0.8
    signs = torch.where(case.rand(len(scales)) < 0.5, -1.0, 1.0)
    if (signs * size * means / scales).sum().abs() < 1:
        # The means' parts must not cancel: whoever forgets them would go unnoticed.
        signs = torch.ones_like(signs)
    weight = signs * size / scales
    intercept = case.uniform(1.0, 3.0)

    def draw(count):
        x = case.randn(count, len(scales)) * scales + means
        return x, x @ weight + intercept + NOISE * case.randn(count)

    return draw


def layer_of(learner, case, x, y):
    learner.seed(case.integer(1, 10**6))
    layer = learner.fit_line(x, y)
    handle = hasattr(layer, "is_a")
    expect.that(
        handle and layer.is_a("torch.nn.modules.linear.Linear"),
        {
            "en": f"fit_line should return an nn.Linear, but it returns {layer!r}.",
            "zh-CN": f"fit_line 应返回 nn.Linear，实际返回 {layer!r}。",
        },
    )
    return layer


def reaches_the_target(learner, case, scales):
    draw = source(case, scales)
    (x, y), (x_new, y_new) = draw(200), draw(500)
    layer = layer_of(learner, case, x, y)
    what = {"en": "the layer's output on 500 new samples", "zh-CN": "该层对 500 个新样本的输出"}
    predicted = expect.tensor(layer(x_new), shape=(500, 1), what=what)
    error = (predicted[:, 0].double() - y_new.double()).square().mean().sqrt().item()
    spread = y_new.double().std().item()
    expect.that(
        error < TARGET,
        {
            "en": f"The RMSE on new samples should be below {TARGET}, but it is {error:.3g} (always predicting the mean gives {spread:.3g};"
            f" standard deviations of the features: {scales}).",
            "zh-CN": f"在新样本上 RMSE 应小于 {TARGET}，实际是 {error:.3g}（总是预测均值可得 {spread:.3g}；各特征的标准差：{scales}）。",
        },
    )


@check(
    {"en": "Three features, 2500 times apart", "zh-CN": "三个特征，相差 2500 倍"},
    points=3,
    hint={
        "en": "Standardise the features for training, then bring the layer back to the original units.",
        "zh-CN": "训练时先把特征标准化，再把这一层换回原来的单位。",
    },
    visible=True,
)
def fits_three_features(learner, case):
    reaches_the_target(learner, case, [50.0, 1.0, 0.02])


@check(
    {"en": "Other features, in another order", "zh-CN": "其他特征，另一种顺序"},
    points=2,
    hint={"en": "Take the number of features and their scales from x.", "zh-CN": "特征的个数和尺度都要从 x 得到。"},
)
def fits_other_features(learner, case):
    reaches_the_target(learner, case, [0.02, 5.0, 0.3, 50.0, 1.5])


@check(
    {"en": "An nn.Linear for one sample or many", "zh-CN": "对一个或多个样本都能用的 nn.Linear"},
    hint={
        "en": "One nn.Linear with D inputs and one output; no Sequential.",
        "zh-CN": "一个有 D 个输入、1 个输出的 nn.Linear，不是 Sequential。",
    },
)
def returns_a_usable_layer(learner, case):
    draw = source(case, [0.02, 50.0])
    layer = layer_of(learner, case, *draw(200))
    x_new, y_new = draw(3)
    for count in (1, 3):
        predicted = expect.tensor(layer(x_new[:count]), shape=(count, 1), dtype=torch.float32)
        # One sample's noise has the deviation 0.03; 0.25 is more than 8 of them.
        what = {"en": f"the largest error on {count} new samples", "zh-CN": f"{count} 个新样本上的最大误差"}
        expect.between((predicted[:, 0] - y_new[:count]).abs().max().item(), 0, 0.25, what=what)


@check(
    {"en": "x and y are not changed", "zh-CN": "不修改 x 和 y"},
    hint={
        "en": "x -= mean writes into the caller's tensor; x = x - mean does not.",
        "zh-CN": "x -= mean 会写入调用者的张量；x = x - mean 不会。",
    },
)
def leaves_the_data_alone(learner, case):
    x, y = source(case, [0.02, 50.0])(200)
    seen = learner.observe(learner.fit_line, x, y)
    for name, before, after in zip("xy", (x, y), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
