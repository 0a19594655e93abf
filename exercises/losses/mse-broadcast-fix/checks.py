"""Hidden checks of the exercise mse-broadcast-fix."""

import torch

from quizzer.checks import check, expect


def draw(case, n, dtype=torch.float32):
    """Weights, bias, inputs, and targets far from the predictions."""
    weight, bias = case.randn(3, dtype=dtype), case.randn(dtype=dtype)
    x, y = case.randn(n, 3, dtype=dtype), case.randn(n, dtype=dtype) * 3 + 1
    return weight, bias, x, y


def compare(learner, case, n, column, dtype=torch.float32):
    weight, bias, x, y = draw(case, n, dtype)
    target = y[:, None] if column else y
    what = {
        "en": f"the loss for predictions of shape {(n, 1)} and y of shape {tuple(target.shape)}",
        "zh-CN": f"预测形状为 {(n, 1)}、y 形状为 {tuple(target.shape)} 时的损失",
    }
    got = learner.regression_loss(learner.fixtures.linear(weight, bias), x, target)
    expect.close(got, ((x @ weight + bias - y) ** 2).mean(), rtol=1e-4, what=what)


@check(
    {"en": "Targets of shape (N,)", "zh-CN": "形状为 (N,) 的目标"},
    points=2,
    hint={"en": "(N, 1) - (N,) is (N, N).", "zh-CN": "(N, 1) - (N,) 的形状是 (N, N)。"},
    visible=True,
)
def takes_flat_targets(learner, case):
    for n in (6, case.integer(2, 9)):
        compare(learner, case, n, column=False)
    compare(learner, case, 5, column=False, dtype=torch.float64)


@check(
    {"en": "Targets of shape (N, 1)", "zh-CN": "形状为 (N, 1) 的目标"},
    points=2,
    hint={
        "en": "If you change the shape of only one side, it must come out right for both kinds of y.",
        "zh-CN": "如果只改变一边的形状，要保证两种 y 都正确。",
    },
)
def takes_column_targets(learner, case):
    for n in (6, case.integer(2, 9)):
        compare(learner, case, n, column=True)
    compare(learner, case, 4, column=True, dtype=torch.float64)


@check(
    {"en": "A batch of one", "zh-CN": "只有一个样本的批"},
    hint={
        "en": "squeeze() drops the batch axis too when it has size 1.",
        "zh-CN": "批大小为 1 时，squeeze() 会把批维度也去掉。",
    },
)
def takes_a_batch_of_one(learner, case):
    compare(learner, case, 1, column=False)
    compare(learner, case, 1, column=True)


@check(
    {"en": "A wrong number of targets raises", "zh-CN": "目标个数不对时抛出异常"},
    points=2,
    hint={
        "en": "One target broadcasts to any number of predictions: compare the numbers of elements.",
        "zh-CN": "一个目标能广播到任意多个预测：请比较元素个数。",
    },
)
def refuses_a_wrong_number_of_targets(learner, case):
    n = case.integer(4, 7)
    for rows, shape in ((n, (1,)), (n, (1, 1)), (1, (n,)), (1, (n, 1)), (n, (n + 2,)), (n, (n - 1, 1)), (n, ())):
        weight, bias, x, _ = draw(case, rows)
        what = {
            "en": f"predictions of shape {(rows, 1)} with y of shape {shape}",
            "zh-CN": f"预测形状为 {(rows, 1)}、y 形状为 {shape}",
        }
        with expect.raises(ValueError, RuntimeError, IndexError, AssertionError, what=what):
            learner.regression_loss(learner.fixtures.linear(weight, bias), x, case.randn(*shape))


@check(
    {"en": "The gradient reaches the model", "zh-CN": "梯度能传到模型"},
    hint={
        "en": "No detach(), no .item(), no torch.no_grad().",
        "zh-CN": "不要用 detach()、.item() 或 torch.no_grad()。",
    },
)
def differentiates(learner, case):
    for column in (False, True):
        weight, bias, x, y = draw(case, 5)
        model = learner.fixtures.linear(weight, bias)
        got = learner.fixtures.gradients(learner.regression_loss, model, x, y[:, None] if column else y)
        error = 2 * (x @ weight + bias - y) / 5
        for value, want, name in zip(got, ((error @ x)[None], error.sum()[None]), ("weight", "bias"), strict=True):
            what = {"en": f"the gradient of the model's {name}", "zh-CN": f"模型 {name} 的梯度"}
            expect.close(value, want, rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": "The target is left as it is", "zh-CN": "目标保持不变"},
    hint={
        "en": "unsqueeze_, squeeze_ and resize_ change the caller's tensor.",
        "zh-CN": "unsqueeze_、squeeze_、resize_ 会改变调用者的张量。",
    },
)
def leaves_the_target_alone(learner, case):
    for column in (False, True):
        weight, bias, x, y = draw(case, 5)
        target = y[:, None] if column else y
        seen = learner.observe(learner.regression_loss, learner.fixtures.linear(weight, bias), x, target)
        what = {"en": "y after the call", "zh-CN": "调用之后的 y"}
        expect.equal(seen.arguments[1], target, what=what)
