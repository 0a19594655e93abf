"""Hidden checks of the exercise sgd; the expected numbers come from the update rule in float64.

That rule was compared with torch.optim.SGD, whose ``step`` cannot be used here: it imports a compiler that writes files.
"""

import torch

from quizzer.checks import cached, check, expect

# Two of one shape: state that is kept by shape would be shared.
SHAPES = ((3, 4), (5,), (), (5,))


def draw(case, steps, skip=()):
    """Start values, and gradients for each step; ``skip`` holds pairs (step, parameter) without a gradient."""
    values = [case.randn(*shape, dtype=torch.float64) for shape in SHAPES]
    gradients = [
        [None if (t, i) in skip else case.randn(*shape, dtype=torch.float64) + 0.5 for i, shape in enumerate(SHAPES)]
        for t in range(steps)
    ]
    # A gradient of zeros is no missing gradient: averages and velocities go on.
    gradients[steps // 2][3] = torch.zeros_like(values[3])
    return values, gradients


DEFAULTS = {"lr": 1e-3, "momentum": 0, "dampening": 0, "weight_decay": 0, "nesterov": False}


def advance(p, g, state, *, lr, momentum, dampening, weight_decay, nesterov):
    """The parameter after one step."""
    g = g + weight_decay * p
    if momentum == 0:
        return p - lr * g
    state["v"] = momentum * state["v"] + (1 - dampening) * g if "v" in state else g
    return p - lr * (g + momentum * state["v"] if nesterov else state["v"])


@cached
def expected(values, gradients, rates, options):
    """The values after each step of the update rule."""
    values, states = list(values), [{} for _ in values]
    options, after = {**DEFAULTS, **options}, []
    for row, rate in zip(gradients, rates, strict=True):
        options["lr"] = options["lr"] if rate is None else rate
        for i, g in enumerate(row):
            if g is not None:
                values[i] = advance(values[i], g, states[i], **options)
        after.append(list(values))
    return after


def compare(learner, case, options, *, steps=8, rates=None, skip=(), scale=1.0):
    values, gradients = draw(case, steps, skip)
    gradients = [[None if g is None else g * scale for g in row] for row in gradients]
    rates = rates or [None] * steps
    kept = learner.fixtures.start(learner.SGD, values, options, case.pick([True, False]))
    got, _ = learner.fixtures.drive(kept, gradients, rates)
    text = "SGD(params, " + ", ".join(f"{name}={value}" for name, value in options.items()) + ")"
    for t, (row, want) in enumerate(zip(got, expected(values, gradients, rates, options), strict=True)):
        for i, (value, wanted) in enumerate(zip(row, want, strict=True)):
            what = {
                "en": f"parameter {i} after step {t + 1} of `{text}`",
                "zh-CN": f"`{text}` 第 {t + 1} 步之后的参数 {i}",
            }
            expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)


@check(
    {"en": "Plain steps: p -= lr * g", "zh-CN": "普通更新：p -= lr * g"},
    hint={"en": "Momentum 0 means no memory at all.", "zh-CN": "动量为 0 就是完全没有记忆。"},
    visible=True,
)
def makes_plain_steps(learner, case):
    compare(learner, case, {"lr": case.uniform(0.01, 0.1)})
    compare(learner, case, {})


@check(
    {"en": "Momentum", "zh-CN": "动量"},
    points=2,
    hint={
        "en": "v = mu * v + g; p -= lr * v. The gradient is not scaled by 1 - mu.",
        "zh-CN": "v = mu * v + g；p -= lr * v。梯度不乘 1 - mu。",
    },
)
def keeps_a_velocity(learner, case):
    compare(learner, case, {"lr": 0.05, "momentum": case.uniform(0.6, 0.9)})


@check(
    {"en": "A learning rate that changes half-way", "zh-CN": "中途改变学习率"},
    points=2,
    hint={
        "en": "The velocity holds gradients, not steps: multiply by lr when p is updated.",
        "zh-CN": "速度里累积的是梯度，而不是步长：更新 p 时才乘 lr。",
    },
)
def reads_the_rate_at_each_step(learner, case):
    rates = [None, None, None, None, 0.004, None, None, None]
    for options in ({"lr": 0.05, "momentum": 0.8}, {"lr": 0.05, "momentum": 0.7, "nesterov": True}, {"lr": 0.05}):
        compare(learner, case, options, rates=rates)


@check(
    {"en": "Dampening, but not in the first step", "zh-CN": "阻尼，但第一步除外"},
    hint={"en": "The first velocity is the gradient itself.", "zh-CN": "第一个速度就是梯度本身。"},
)
def dampens_from_the_second_step(learner, case):
    compare(learner, case, {"lr": 0.05, "momentum": 0.8, "dampening": case.uniform(0.2, 0.7)})
    # Without a momentum there is no velocity, and nothing to dampen.
    compare(learner, case, {"lr": 0.05, "dampening": case.uniform(0.2, 0.7)})


@check(
    {"en": "Weight decay goes into the gradient", "zh-CN": "权重衰减加到梯度里"},
    hint={"en": "g + weight_decay * p, before the velocity.", "zh-CN": "在计算速度之前：g + weight_decay * p。"},
)
def decays_through_the_gradient(learner, case):
    compare(learner, case, {"lr": 0.05, "weight_decay": 0.3})
    compare(learner, case, {"lr": 0.05, "momentum": 0.8, "weight_decay": 0.2, "dampening": 0.1})


@check(
    {"en": "Nesterov", "zh-CN": "Nesterov"},
    points=2,
    hint={"en": "Step along g + mu * v, with the new v.", "zh-CN": "沿 g + mu * v 更新，v 用新的。"},
)
def looks_ahead(learner, case):
    compare(learner, case, {"lr": 0.05, "momentum": 0.8, "nesterov": True})
    compare(learner, case, {"lr": 0.05, "momentum": 0.6, "nesterov": True, "weight_decay": 0.2})


@check(
    {"en": "Nesterov without momentum raises", "zh-CN": "没有动量的 Nesterov 抛出异常"},
    hint={"en": "Raise ValueError in __init__.", "zh-CN": "在 __init__ 里抛出 ValueError。"},
)
def refuses_nesterov_without_momentum(learner, case):
    values, _ = draw(case, 1)
    for options in ({"nesterov": True}, {"lr": 0.1, "momentum": 0.0, "nesterov": True}):
        with expect.raises(ValueError, what="SGD(params, momentum=0, nesterov=True)"):
            learner.fixtures.start(learner.SGD, values, options, False)


@check(
    {"en": "A parameter without a gradient is skipped", "zh-CN": "没有梯度的参数被跳过"},
    points=2,
    hint={
        "en": "grad is None: neither the parameter nor its state may change in that step.",
        "zh-CN": "grad 为 None 时：这一步里参数及其状态都不能变。",
    },
)
def skips_parameters_without_gradient(learner, case):
    skip = {(0, 2), (1, 2), (3, 0), (4, 1), (5, 1)}
    for options in ({"lr": 0.05}, {"lr": 0.05, "momentum": 0.8, "weight_decay": 0.1, "dampening": 0.2}):
        compare(learner, case, options, skip=skip)


@check(
    {"en": "The gradients are left as they are and not kept", "zh-CN": "梯度保持不变，也不被保存"},
    hint={
        "en": "Copy a gradient that you keep; the caller writes into the same tensor again. Change none in place.",
        "zh-CN": "要保存的梯度请复制一份：调用者会再次写入同一个张量。也不要就地修改梯度。",
    },
)
def leaves_the_gradients_alone(learner, case):
    for weight_decay in (0.2, 0):
        keeps_no_gradient(learner, case, {"lr": 0.05, "momentum": 0.8, "weight_decay": weight_decay})


def keeps_no_gradient(learner, case, options):
    values, gradients = draw(case, 5)
    kept = learner.fixtures.start(learner.SGD, values, options, False)
    _, left = learner.fixtures.drive(kept, gradients, [None] * 5)
    for t, (row, want) in enumerate(zip(left, gradients, strict=True)):
        for value, wanted in zip(row, want, strict=True):
            what = {"en": f"a gradient after step {t + 1}", "zh-CN": f"第 {t + 1} 步之后的梯度"}
            expect.equal(value, wanted, what=what)
    kept = learner.fixtures.start(learner.SGD, values, options, False)
    got = learner.fixtures.accumulate(kept, gradients)
    want = expected(values, gradients, [None] * 5, options)[-1]
    for value, wanted in zip(got, want, strict=True):
        what = {
            "en": "a parameter, where each gradient is written into the same tensor",
            "zh-CN": "每次都把梯度写入同一个张量时的参数",
        }
        expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)


@check(
    {
        "en": "Parameters stay leaves, optimizers are independent, zero_grad clears",
        "zh-CN": "参数仍是叶子，各优化器互不影响，zero_grad 清空梯度",
    },
    hint={
        "en": "Update inside torch.no_grad(), in place.",
        "zh-CN": "在 torch.no_grad() 里就地更新。",
    },
)
def keeps_parameters_as_leaves(learner, case):
    values, gradients = draw(case, 3)
    first = learner.fixtures.start(learner.SGD, values, {"lr": 0.1}, True)
    second = learner.fixtures.start(learner.SGD, values, {"lr": 0.1}, False)
    leaves = learner.fixtures.graphs(first)
    expect.that(leaves, {"en": "the parameters are no leaves any more", "zh-CN": "参数不再是叶子张量"})
    got, _ = learner.fixtures.drive(second, gradients, [None] * 3)
    want = expected(values, gradients, [None] * 3, {"lr": 0.1})
    for value, wanted in zip(got[-1], want[-1], strict=True):
        what = {"en": "a parameter of a second optimizer", "zh-CN": "第二个优化器的参数"}
        expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)
    what = {"en": "zero_grad should leave None or zeros", "zh-CN": "zero_grad 之后应为 None 或零"}
    expect.that(learner.fixtures.cleared(second), what)
    options = {"lr": 0.1, "momentum": 0.7}
    third = learner.fixtures.start(learner.SGD, values, options, False)
    got, _ = learner.fixtures.drive(third, gradients, [None] * 3, clear=True)
    want = expected(values, gradients, [None] * 3, options)
    for value, wanted in zip(got[-1], want[-1], strict=True):
        what = {
            "en": "a parameter after three steps with zero_grad() before each, momentum 0.7",
            "zh-CN": "每步之前调用 zero_grad()、动量为 0.7 时，三步之后的参数",
        }
        expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)
