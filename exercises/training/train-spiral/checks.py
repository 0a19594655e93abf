"""Hidden checks of the exercise train-spiral.

The target is 93 % on 1500 new points. In 10 trials each the accepted solutions had 99 % at least and the wrong ones 80 % at
most. The learner's generator is seeded. Each of the three runs trains once for the target; the other checks take few steps.
"""

import math

import torch

from quizzer.checks import check, expect

TARGET = 0.93
BUDGET = 20_000


def spirals(case, count):
    """Points of three spiral arms, and their classes."""
    y = torch.randint(0, 3, (count,), generator=case.generator).to(case.device)
    radius = 0.12 + 0.83 * case.rand(count)
    angle = y * (2 * math.pi / 3) + 4.5 * radius + (0.12 * case.randn(count)).clamp(-0.4, 0.4)
    return torch.stack([radius * angle.cos(), radius * angle.sin()], dim=1), y


def trained(learner, case, x, y, steps=None):
    """The module that train returns, and the number of its parameters."""
    learner.seed(case.integer(1, 10**6))
    model = learner.train(x, y) if steps is None else learner.train(x, y, steps=steps)
    count = learner.fixtures.parameters(model)
    expect.that(
        count >= 0,
        {
            "en": f"train should return an nn.Module, but it returns {model!r}.",
            "zh-CN": f"train 应返回 nn.Module，实际返回 {model!r}。",
        },
    )
    return model, count


@check(
    {"en": "More than 93 % of new points are right", "zh-CN": "新的点超过 93 % 判断正确"},
    points=4,
    hint={
        "en": "A nonlinearity between the layers, zeroed gradients, and a learning rate with which the loss falls.",
        "zh-CN": "层与层之间要有非线性，梯度要清零，学习率要能让损失下降。",
    },
    visible=True,
)
def classifies_new_points(learner, case):
    x, y = spirals(case, 300)
    x_new, y_new = spirals(case, 1500)
    model, _ = trained(learner, case, x, y)
    what = {"en": "the scores of 1500 new points", "zh-CN": "1500 个新点的分数"}
    scores = expect.tensor(learner.fixtures.scores(model, x_new), shape=(1500, 3), what=what)
    accuracy = (scores.argmax(dim=1) == y_new).double().mean().item()
    on_training = learner.fixtures.scores(model, x)
    seen = (on_training.argmax(dim=1) == y).double().mean().item()
    expect.that(
        accuracy > TARGET,
        {
            "en": f"More than {TARGET:.0%} of the new points should be right, but {accuracy:.1%} are ({seen:.1%} of the training points).",
            "zh-CN": f"新的点应有超过 {TARGET:.0%} 判断正确，实际为 {accuracy:.1%}（训练点上为 {seen:.1%}）。",
        },
    )


@check(
    {"en": "At most 20 000 parameters, scores (M, 3)", "zh-CN": "最多 20 000 个参数，分数形状为 (M, 3)"},
    hint={"en": "A layer from a to b has a*b + b parameters.", "zh-CN": "从 a 到 b 的一层有 a*b + b 个参数。"},
)
def keeps_to_the_budget(learner, case):
    x, y = spirals(case, 300)
    model, count = trained(learner, case, x, y, steps=2)
    expect.between(count, 1, BUDGET, what={"en": "the number of parameters", "zh-CN": "参数个数"})
    for points in (1, 7):
        what = {"en": f"the scores of {points} points", "zh-CN": f"{points} 个点的分数"}
        expect.tensor(learner.fixtures.scores(model, x[:points]), shape=(points, 3), what=what)


@check(
    {"en": "steps is the number of steps", "zh-CN": "steps 就是步数"},
    hint={
        "en": "With steps=0 the module comes back untrained; more steps change it further.",
        "zh-CN": "steps=0 时返回未训练的模块；步数越多，变化越大。",
    },
)
def takes_the_steps_asked_for(learner, case):
    x, y = spirals(case, 300)
    losses = []
    for steps in (0, 60):
        model, _ = trained(learner, case, x, y, steps=steps)
        scores = expect.tensor(learner.fixtures.scores(model, x), shape=(300, 3))
        losses.append(torch.nn.functional.cross_entropy(scores, y).item())
    expect.that(
        losses[0] > 0.85,
        {
            "en": f"After 0 steps the loss should be near log 3 = 1.10, but it is {losses[0]:.3f}: the module is trained already.",
            "zh-CN": f"走 0 步之后损失应接近 log 3 = 1.10，实际是 {losses[0]:.3f}：模块已经训练过了。",
        },
    )
    expect.that(
        losses[1] < losses[0] * 0.97,
        {
            "en": f"60 steps should lower the loss, but it goes from {losses[0]:.3f} to {losses[1]:.3f}.",
            "zh-CN": f"走 60 步应使损失下降，实际从 {losses[0]:.3f} 变为 {losses[1]:.3f}。",
        },
    )


@check(
    {"en": "x and y are not changed", "zh-CN": "不修改 x 和 y"},
    hint={"en": "Neither shuffle nor scale them in place.", "zh-CN": "不要原地打乱或缩放它们。"},
)
def leaves_the_data_alone(learner, case):
    x, y = spirals(case, 300)
    seen = learner.observe(learner.train, x, y, 2)
    for name, before, after in zip("xy", (x, y), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
