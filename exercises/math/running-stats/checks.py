"""Hidden checks of the exercise running-stats.

The levels of the batches lie far apart where a forgotten term must show. Where rounding must show, the sum of the
squares of 2000 float32 numbers near 1000 or more is off by up to 100 of its own size; an error of less than 0.2 % of the
variance in all four streams has a chance below 1e-6.
"""

import torch

from quizzer.checks import check, expect

SIZES = (7, 1, 30, 12)
MEAN = {"en": "the mean", "zh-CN": "均值"}


def stream(case, sizes, *, level=0.0, spread=1.0, apart=0.0, dtype=torch.float32):
    """Batches whose levels lie ``apart``, the first at ``level``."""
    return [
        (case.randn(size, dtype=torch.float64) * spread + level + apart * i).to(dtype) for i, size in enumerate(sizes)
    ]


def compare(learner, batches, *, corrections=(None,), mean=True, variance=True):
    count, got_mean, got_variances = learner.fixtures.after(learner.RunningStats(), batches, list(corrections))
    all_values = torch.cat(batches).double().cpu()
    expect.equal(count, len(all_values), what={"en": "the count", "zh-CN": "count"})
    got_mean = expect.tensor(got_mean, shape=(), dtype=torch.float64, what=MEAN)
    if mean:
        expect.close(got_mean, all_values.mean(), rtol=2e-5, atol=1e-5, what=MEAN)
    for correction, got in zip(corrections, got_variances, strict=True):
        told = "var()" if correction is None else f"var(correction={correction})"
        got = expect.tensor(got, shape=(), dtype=torch.float64, what=told)
        wanted = all_values.var(correction=1 if correction is None else correction)
        if variance:
            expect.close(got, wanted, rtol=2e-3, atol=1e-6, what=told)


@check(
    {"en": "Count and variance of a single batch", "zh-CN": "只有一个批次时的个数与方差"},
    points=1,
    hint={
        "en": "The squared distances from the mean, summed and divided by count - 1.",
        "zh-CN": "到均值的距离的平方和，除以 count - 1。",
    },
    visible=True,
)
def knows_one_batch(learner, case):
    compare(learner, stream(case, (case.integer(8, 20),), level=3), mean=False)


@check(
    {"en": "The mean over batches of different size", "zh-CN": "大小不同的批次的均值"},
    points=2,
    hint={
        "en": "A batch of 30 counts thirty times as much as a single number.",
        "zh-CN": "30 个数的批次，分量是单个数的 30 倍。",
    },
)
def weighs_batches_by_size(learner, case):
    for apart in (5.0, -3.0):
        compare(learner, stream(case, SIZES, apart=apart), variance=False)


@check(
    {"en": "The variance, between the batches too", "zh-CN": "方差，也包括批次之间的差异"},
    points=3,
    hint={
        "en": "Where the means of two groups differ, joining them adds delta² · n_a · n_b / n.",
        "zh-CN": "两组均值不同时，合并会增加 delta² · n_a · n_b / n。",
    },
)
def joins_the_batches(learner, case):
    compare(learner, stream(case, SIZES, apart=5.0))
    compare(learner, stream(case, (12, 30, 1, 7), apart=-3.0, spread=0.5))
    compare(learner, stream(case, (1, 1, 1, 1, 1), apart=2.0))


@check(
    {"en": "correction is honoured", "zh-CN": "correction 起作用"},
    hint={"en": "Divide by count - correction.", "zh-CN": "除以 count - correction。"},
)
def honours_the_correction(learner, case):
    compare(learner, stream(case, (3, 2), apart=2.0), corrections=(None, 0, 1, 2))


@check(
    {"en": "float32 numbers near 1000 keep their variance", "zh-CN": "1000 附近的 float32 数也能得到正确的方差"},
    points=3,
    hint={
        "en": "E[x²] - E[x]² has no digits left here. Sum squared distances from the mean, or compute in float64.",
        "zh-CN": "在这里 E[x²] - E[x]² 已没有有效数字。请累加到均值的距离的平方，或用 float64 计算。",
    },
)
def survives_a_large_mean(learner, case):
    compare(learner, stream(case, SIZES, level=1000.0))
    for level in (1000.0, 1500.0, -2000.0, 3000.0):
        compare(learner, stream(case, (700, 1, 900, 399), level=level))


@check(
    {"en": "Neither batches nor a graph are kept", "zh-CN": "既不保留批次，也不保留计算图"},
    points=2,
    hint={"en": "Detach what you keep.", "zh-CN": "保留的东西要 detach。"},
)
def keeps_nothing_that_grows(learner, case):
    weight = case.rand(1) + 0.5
    weight.requires_grad_()
    asking, size = learner.fixtures.tracked(learner.RunningStats(), weight, stream(case, (40, 25, 60), level=2.0))
    expect.that(
        asking is False,
        {
            "en": "Nothing that is kept or returned should require a gradient, but something does: its graph stays alive.",
            "zh-CN": "保留的和返回的东西都不应需要梯度，实际却有：它的计算图会一直存在。",
        },
    )
    expect.that(
        isinstance(size, int) and size <= 20,
        {
            "en": f"After 125 numbers the object should hold a few, but it holds {size}.",
            "zh-CN": f"看过 125 个数之后，对象只应保存几个数，实际保存了 {size} 个。",
        },
    )


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={"en": "`x -= mean` changes the caller's tensor.", "zh-CN": "`x -= mean` 会修改调用者的张量。"},
)
def leaves_the_input_alone(learner, case):
    x = case.randn(9) + 4
    stats = learner.RunningStats()
    seen = learner.observe(stats.update, x.clone())
    expect.equal(seen.arguments[0], x, what={"en": "x after update", "zh-CN": "update 之后的 x"})


@check(
    {"en": "Two objects do not share their numbers", "zh-CN": "两个对象互不影响"},
    hint={
        "en": "State belongs into `__init__`, as attributes of self.",
        "zh-CN": "状态应在 `__init__` 里设为 self 的属性。",
    },
)
def starts_from_nothing(learner, case):
    expect.equal(
        learner.RunningStats().count, 0, what={"en": "the count before any update", "zh-CN": "update 之前的 count"}
    )
    compare(learner, stream(case, (5, 3), level=7.0))
    compare(learner, stream(case, (4, 2), level=-7.0))
