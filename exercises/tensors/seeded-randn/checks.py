"""Hidden checks of the exercise seeded-randn.

The statistical bounds are at least 6.5 standard deviations wide: 2 * (1 - Phi(6.5)) = 8e-11 for one two-sided comparison,
and 6 comparisons a run, so right weights are refused in fewer than 1e-9 of the runs.
"""

import torch

from quizzer.checks import check, expect

WEIGHTS = {"en": "the weights", "zh-CN": "权重"}
SEEDS = 2**31 - 1


def draw_seed(case):
    return case.integer(1, SEEDS // 2)


@check(
    {
        "en": "A float32 tensor of shape (out_features, in_features)",
        "zh-CN": "形状为 (out_features, in_features) 的 float32 张量",
    },
    hint={
        "en": "The number of outputs comes first, as in `nn.Linear`.",
        "zh-CN": "与 `nn.Linear` 一样，输出的个数在前。",
    },
    visible=True,
)
def has_the_shape(learner, case):
    for shape in ((4, 7), (6, 1), (1, 5), (3, 3)):
        expect.tensor(learner.init_weight(*shape, draw_seed(case)), shape=shape, dtype=torch.float32, what=WEIGHTS)


@check(
    {"en": "The same seed gives the same values", "zh-CN": "同样的种子得到同样的值"},
    points=2,
    hint={
        "en": "Seed a new generator in each call: one that lives on between calls moves on.",
        "zh-CN": "每次调用都要给新的生成器设种子：一直留着的生成器会继续往后走。",
    },
    visible=True,
)
def repeats_for_the_same_seed(learner, case):
    for seed in (draw_seed(case), 0, SEEDS):
        learner.seed(case.integer(0, 10**6))
        first = expect.tensor(learner.init_weight(5, 4, seed), shape=(5, 4))
        learner.seed(case.integer(10**6 + 1, 10**7))
        what = {"en": "the result of a second call with the same seed", "zh-CN": "用同样的种子第二次调用的结果"}
        expect.equal(learner.init_weight(5, 4, seed), first, what=what)


@check(
    {"en": "Another seed gives other values", "zh-CN": "换一个种子，值就不同"},
    hint={"en": "Is the argument used, all of it?", "zh-CN": "这个参数用上了吗？是整个都用上了吗？"},
)
def differs_for_another_seed(learner, case):
    seed = draw_seed(case)
    first = expect.tensor(learner.init_weight(5, 4, seed), shape=(5, 4))
    for other in (seed + 1, seed + 1000, seed + 2**16, seed - 1):
        learner.seed(1)
        second = expect.tensor(learner.init_weight(5, 4, other), shape=(5, 4))
        expect.that(
            not bool((first == second).any()),
            {
                "en": f"The seeds {seed} and {other} should give different weights, but some are the same.",
                "zh-CN": f"种子 {seed} 和 {other} 应得到不同的权重，实际却有相同的值。",
            },
        )


@check(
    {"en": "The values are standard normal and independent", "zh-CN": "值服从标准正态分布，且相互独立"},
    points=2,
    hint={
        "en": "`torch.rand` is uniform, `torch.randn` is normal.",
        "zh-CN": "`torch.rand` 是均匀分布，`torch.randn` 才是正态分布。",
    },
)
def is_standard_normal(learner, case):
    w = expect.tensor(learner.init_weight(400, 500, draw_seed(case)), shape=(400, 500), what=WEIGHTS).double()
    n = w.numel()
    margin = 6.5 / n**0.5
    expect.between(w.mean().item(), -margin, margin, what={"en": "the mean of the weights", "zh-CN": "权重的均值"})
    # The square of a standard normal number has mean 1 and variance 2.
    margin = 6.5 * (2 / n) ** 0.5
    what = {"en": "the mean square of the weights", "zh-CN": "权重平方的均值"}
    expect.between((w * w).mean().item(), 1 - margin, 1 + margin, what=what)
    for bound, share in ((0.6744897501960817, 0.5), (2.0, 0.045500263896358)):
        margin = 6.5 * (share * (1 - share) / n) ** 0.5
        what = {"en": f"the share of weights beyond ±{bound:.3g}", "zh-CN": f"超出 ±{bound:.3g} 的权重所占比例"}
        expect.between((w.abs() > bound).double().mean().item(), share - margin, share + margin, what=what)
    # Signs of neighbours agree in half of the cases; the products of neighbouring signs are independent of each other.
    for axis, names in enumerate(({"en": "rows", "zh-CN": "行"}, {"en": "columns", "zh-CN": "列"})):
        positive = (w > 0).movedim(axis, 0)
        agree = (positive[1:] == positive[:-1]).double()
        margin = 6.5 * (0.25 / agree.numel()) ** 0.5
        what = {
            "en": f"how often neighbouring {names['en']} agree in sign",
            "zh-CN": f"相邻两{names['zh-CN']}符号相同的比例",
        }
        expect.between(agree.mean().item(), 0.5 - margin, 0.5 + margin, what=what)


@check(
    {"en": "The global random state is not touched", "zh-CN": "不触动全局随机状态"},
    points=2,
    hint={
        "en": "Use a `torch.Generator` of your own instead of `torch.manual_seed`.",
        "zh-CN": "用自己的 `torch.Generator`，不要用 `torch.manual_seed`。",
    },
)
def leaves_the_global_state_alone(learner, case):
    state, before = case.integer(0, 10**6), case.integer(1, 9)
    for seed in (draw_seed(case), state):
        learner.seed(state)
        learner.fixtures.global_draws(before)
        wanted = learner.fixtures.global_draws(6)
        learner.seed(state)
        learner.fixtures.global_draws(before)
        learner.init_weight(3, 4, seed)
        what = {"en": "what torch.rand draws after the call", "zh-CN": "调用之后 torch.rand 抽到的数"}
        expect.equal(learner.fixtures.global_draws(6), wanted, what=what)


@check(
    {"en": "Each call returns a new tensor", "zh-CN": "每次调用都返回新的张量"},
    hint={"en": "A cache hands out the tensor that somebody has changed.", "zh-CN": "缓存会把别人改过的张量再交出去。"},
)
def returns_a_new_tensor(learner, case):
    first, second = learner.fixtures.around_an_edit(learner.init_weight, 4, 3, draw_seed(case))
    what = {
        "en": "the result of a call after an earlier result was set to zero",
        "zh-CN": "把先前的结果置零之后，再次调用的结果",
    }
    expect.equal(second, first, what=what)
