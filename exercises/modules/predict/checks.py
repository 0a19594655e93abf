"""Hidden checks of the exercise predict."""

import torch

from quizzer.checks import check, expect

EVALUATING = (
    [],
    ["inner", "inner.0"],
    ["model", "first", "inner", "inner.0", "inner.1", "breaks", "last"],
    ["model", "inner.1"],
)


def draw(case):
    """Weights, running statistics far from those of any batch, and the last weight."""
    return [case.randn(6, 4), case.randn(6), case.randn(6) * 2 + 3, case.rand(6) + 0.5, case.randn(3, 6)]


def wanted(numbers, x):
    weight, bias, mean, var, last = numbers
    h = x @ weight.T + bias
    return ((h - mean) / torch.sqrt(var + 1e-5)) @ last.T


def compare_modes(before, after, when="", when_zh=""):
    for (name, was), (_, now) in zip(before, after, strict=True):
        expect.that(
            now is was,
            {
                "en": f"The submodule {name} had training={was} before the call and should have it after it{when},"
                f" but it has {now}.",
                "zh-CN": f"调用之前子模块 {name} 的 training={was}，之后{when_zh}也应如此，实际为 {now}。",
            },
        )


@check(
    {"en": "Every layer evaluates, for a batch of one too", "zh-CN": "每一层都处于评估模式，只有一个样本也可以"},
    points=3,
    hint={
        "en": "torch.no_grad() does not switch dropout or BatchNorm: eval() does.",
        "zh-CN": "torch.no_grad() 不会改变 dropout 和 BatchNorm；eval() 才会。",
    },
    visible=True,
)
def evaluates(learner, case):
    for evaluating in EVALUATING:
        for n in (40, 1):
            numbers, x = draw(case), case.randn(n, 4)
            results = learner.fixtures.run(learner.predict, numbers, evaluating, x, 2)[0]
            for number, result in enumerate(results):
                what = {
                    "en": f"the result of call {number + 1} for a batch of {n}",
                    "zh-CN": f"批大小为 {n} 时第 {number + 1} 次调用的结果",
                }
                expect.close(result, wanted(numbers, x), rtol=1e-3, atol=1e-4, what=what)


@check(
    {"en": "The running statistics and parameters do not change", "zh-CN": "滑动统计量和参数不变"},
    points=2,
    hint={
        "en": "In training mode, each forward pass of BatchNorm updates its statistics.",
        "zh-CN": "训练模式下，BatchNorm 每次前向都会更新统计量。",
    },
)
def changes_nothing(learner, case):
    for evaluating in EVALUATING:
        _, _, before, after = learner.fixtures.run(learner.predict, draw(case), evaluating, case.randn(20, 4))
        for (name, was), (_, now) in zip(before[1], after[1], strict=True):
            expect.equal(now, was, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
        expect.equal(
            after[2], before[2], what={"en": "requires_grad of the parameters", "zh-CN": "各参数的 requires_grad"}
        )
        for (name, was), (_, now) in zip(before[3], after[3], strict=True):
            expect.that(
                (was is None) == (now is None),
                {
                    "en": f"{name} should have a .grad after the call just if it had one before.",
                    "zh-CN": f"{name} 调用之后是否有 .grad 应与之前相同。",
                },
            )
            if was is not None:
                expect.equal(
                    now, was, what={"en": f"the gradient of {name} after the call", "zh-CN": f"调用之后 {name} 的梯度"}
                )


@check(
    {"en": "The result has no graph", "zh-CN": "结果没有计算图"},
    points=2,
    hint={
        "en": "eval() does not stop recording: torch.no_grad() does.",
        "zh-CN": "eval() 不会停止记录；torch.no_grad() 才会。",
    },
)
def records_nothing(learner, case):
    flag = learner.fixtures.run(learner.predict, draw(case), [], case.randn(5, 4))[1]
    expect.that(
        flag is False,
        {
            "en": f"The result should have requires_grad=False, but it is {flag}.",
            "zh-CN": f"结果的 requires_grad 应为 False，实际为 {flag}。",
        },
    )
    for enabled in (True, False):
        left = learner.fixtures.mode(learner.predict, draw(case), case.randn(5, 4), enabled)
        expect.that(
            left is enabled,
            {
                "en": f"torch.is_grad_enabled() was {enabled} before the call and should be so after it, but it is {left}.",
                "zh-CN": f"调用之前 torch.is_grad_enabled() 为 {enabled}，之后也应如此，实际为 {left}。",
            },
        )


@check(
    {"en": "The result can be used with gradients later", "zh-CN": "结果之后可用于带梯度的计算"},
    hint={
        "en": "Tensors made in torch.inference_mode() cannot be saved for a backward pass.",
        "zh-CN": "在 torch.inference_mode() 里生成的张量不能被保存用于反向传播。",
    },
)
def gives_a_usable_result(learner, case):
    numbers, x, factor = draw(case), case.randn(5, 4), case.randn(5, 3)
    got = learner.fixtures.used_later(learner.predict, numbers, x, factor)
    what = {"en": "the gradient of a factor of the result", "zh-CN": "与结果相乘的因子的梯度"}
    expect.close(got, wanted(numbers, x), rtol=1e-3, atol=1e-4, what=what)


@check(
    {"en": "Each submodule's mode is restored", "zh-CN": "每个子模块的模式都恢复"},
    points=3,
    hint={
        "en": "model.train() at the end sets all of them. Save the flag of each module first.",
        "zh-CN": "最后调用 model.train() 会设置全部子模块。请先保存每个模块的标志。",
    },
)
def restores_each_mode(learner, case):
    for evaluating in EVALUATING:
        _, _, before, after = learner.fixtures.run(learner.predict, draw(case), evaluating, case.randn(6, 4))
        compare_modes(before[0], after[0])


@check(
    {"en": "Also after an exception", "zh-CN": "发生异常之后也是如此"},
    points=2,
    hint={"en": "try: ... finally: ...", "zh-CN": "try: ... finally: ..."},
)
def restores_after_an_exception(learner, case):
    for evaluating in EVALUATING:
        arrived, before, after = learner.fixtures.broken(learner.predict, draw(case), evaluating, case.randn(6, 4))
        expect.that(
            arrived,
            {
                "en": "The model raised an exception, which should reach the caller, but it does not.",
                "zh-CN": "模型抛出的异常应传给调用者，实际没有。",
            },
        )
        compare_modes(before[0], after[0], ", also when the model raises", "（即使模型抛出异常）")
