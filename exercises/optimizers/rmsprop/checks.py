"""Hidden checks of the exercise rmsprop; the expected numbers come from the update rule in float64.

That rule was compared with torch.optim.RMSprop, whose ``step`` cannot be used here: it imports a compiler that writes files.
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


DEFAULTS = {"lr": 1e-2, "alpha": 0.99, "eps": 1e-8, "weight_decay": 0, "momentum": 0, "centered": False}


def advance(p, g, state, *, lr, alpha, eps, weight_decay, momentum, centered):
    """The parameter after one step."""
    zero = torch.zeros_like(p)
    g = g + weight_decay * p
    state["s"] = alpha * state.get("s", zero) + (1 - alpha) * g * g
    state["a"] = alpha * state.get("a", zero) + (1 - alpha) * g
    spread = state["s"] - state["a"] ** 2 if centered else state["s"]
    state["v"] = momentum * state.get("v", zero) + g / (spread.sqrt() + eps)
    return p - lr * state["v"]


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
    kept = learner.fixtures.start(learner.RMSprop, values, options, case.pick([True, False]))
    got, _ = learner.fixtures.drive(kept, gradients, rates)
    text = "RMSprop(params, " + ", ".join(f"{name}={value}" for name, value in options.items()) + ")"
    for t, (row, want) in enumerate(zip(got, expected(values, gradients, rates, options), strict=True)):
        for i, (value, wanted) in enumerate(zip(row, want, strict=True)):
            what = {
                "en": f"parameter {i} after step {t + 1} of `{text}`",
                "zh-CN": f"`{text}` 第 {t + 1} 步之后的参数 {i}",
            }
            expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)


@check(
    {"en": "The plain update, with the defaults", "zh-CN": "默认参数下的普通更新"},
    points=2,
    hint={"en": "An average of squares, without bias correction.", "zh-CN": "平方的平均值，不做偏差修正。"},
    visible=True,
)
def follows_torch_by_default(learner, case):
    compare(learner, case, {})
    compare(learner, case, {"lr": case.uniform(0.01, 0.1)})


@check(
    {"en": "Another alpha", "zh-CN": "其他 alpha"},
    hint={"en": "alpha is the share of the old average.", "zh-CN": "alpha 是旧平均值所占的比例。"},
)
def uses_alpha(learner, case):
    compare(learner, case, {"lr": 0.05, "alpha": case.uniform(0.6, 0.8)})


@check(
    {"en": "A large eps stands outside the root", "zh-CN": "较大的 eps 在根号外面"},
    points=2,
    hint={"en": "sqrt(average) + eps.", "zh-CN": "sqrt(平均值) + eps。"},
)
def adds_eps_outside_the_root(learner, case):
    compare(learner, case, {"lr": 0.05, "eps": case.uniform(0.1, 0.5)})
    compare(learner, case, {"lr": 0.05, "eps": 0.3, "centered": True, "alpha": 0.8})


@check(
    {"en": "centered subtracts the squared mean", "zh-CN": "centered 减去均值的平方"},
    points=2,
    hint={
        "en": "A second average, of g itself, with the same alpha.",
        "zh-CN": "再维护一个 g 本身的平均值，alpha 相同。",
    },
)
def centres(learner, case):
    compare(learner, case, {"lr": 0.02, "centered": True, "alpha": 0.7})
    compare(learner, case, {"lr": 0.02, "centered": True, "momentum": 0.6, "weight_decay": 0.1})


@check(
    {"en": "Momentum, and a learning rate that changes half-way", "zh-CN": "动量，以及中途改变的学习率"},
    points=2,
    hint={
        "en": "The velocity holds scaled gradients; lr is applied when p is updated.",
        "zh-CN": "速度里累积的是缩放后的梯度；更新 p 时才乘 lr。",
    },
)
def keeps_a_velocity(learner, case):
    compare(learner, case, {"lr": 0.02, "momentum": case.uniform(0.5, 0.9)})
    rates = [None, None, None, None, 0.002, None, None, None]
    for options in ({"lr": 0.02, "momentum": 0.8}, {"lr": 0.02}, {"lr": 0.02, "momentum": 0.7, "centered": True}):
        compare(learner, case, options, rates=rates)


@check(
    {"en": "Weight decay goes into the gradient", "zh-CN": "权重衰减加到梯度里"},
    hint={"en": "g + weight_decay * p enters the averages.", "zh-CN": "g + weight_decay * p 进入平均值。"},
)
def decays_through_the_gradient(learner, case):
    compare(learner, case, {"lr": 0.05, "weight_decay": 0.4})
    compare(learner, case, {"lr": 0.05, "weight_decay": 0.3, "momentum": 0.7})


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
    for options in ({"lr": 0.05}, {"lr": 0.02, "momentum": 0.7, "centered": True, "weight_decay": 0.1}):
        compare(learner, case, options, skip=skip)


@check(
    {"en": "The gradients are left as they are and not kept", "zh-CN": "梯度保持不变，也不被保存"},
    hint={
        "en": "Copy a gradient that you keep; the caller writes into the same tensor again. Change none in place.",
        "zh-CN": "要保存的梯度请复制一份：调用者会再次写入同一个张量。也不要就地修改梯度。",
    },
)
def leaves_the_gradients_alone(learner, case):
    options = {"lr": 0.05, "weight_decay": 0.2, "momentum": 0.6}
    values, gradients = draw(case, 5)
    kept = learner.fixtures.start(learner.RMSprop, values, options, False)
    _, left = learner.fixtures.drive(kept, gradients, [None] * 5)
    for t, (row, want) in enumerate(zip(left, gradients, strict=True)):
        for value, wanted in zip(row, want, strict=True):
            what = {"en": f"a gradient after step {t + 1}", "zh-CN": f"第 {t + 1} 步之后的梯度"}
            expect.equal(value, wanted, what=what)
    kept = learner.fixtures.start(learner.RMSprop, values, options, False)
    got = learner.fixtures.accumulate(kept, gradients)
    want = expected(values, gradients, [None] * 5, options)[-1]
    for value, wanted in zip(got, want, strict=True):
        what = {
            "en": "a parameter, where each gradient is written into the same tensor",
            "zh-CN": "每次都把梯度写入同一个张量时的参数",
        }
        expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)


@check(
    {"en": "Parameters stay leaves, optimizers are independent", "zh-CN": "参数仍是叶子，各优化器互不影响"},
    hint={
        "en": "Update inside torch.no_grad(), in place.",
        "zh-CN": "在 torch.no_grad() 里就地更新。",
    },
)
def keeps_parameters_as_leaves(learner, case):
    values, gradients = draw(case, 3)
    first = learner.fixtures.start(learner.RMSprop, values, {"lr": 0.1}, True)
    second = learner.fixtures.start(learner.RMSprop, values, {"lr": 0.1}, False)
    leaves = learner.fixtures.graphs(first)
    expect.that(leaves, {"en": "the parameters are no leaves any more", "zh-CN": "参数不再是叶子张量"})
    got, _ = learner.fixtures.drive(second, gradients, [None] * 3)
    want = expected(values, gradients, [None] * 3, {"lr": 0.1})
    for value, wanted in zip(got[-1], want[-1], strict=True):
        what = {"en": "a parameter of a second optimizer", "zh-CN": "第二个优化器的参数"}
        expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)
