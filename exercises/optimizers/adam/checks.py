"""Hidden checks of the exercise adam; the expected numbers come from the update rule in float64.

That rule was compared with torch.optim.Adam, whose ``step`` cannot be used here: it imports a compiler that writes files.
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


DEFAULTS = {"lr": 1e-3, "betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": 0, "amsgrad": False}


def advance(p, g, state, *, lr, betas, eps, weight_decay, amsgrad):
    """The parameter after one step."""
    zero = torch.zeros_like(p)
    g = g + weight_decay * p
    state["t"] = state.get("t", 0) + 1
    state["m"] = betas[0] * state.get("m", zero) + (1 - betas[0]) * g
    state["v"] = betas[1] * state.get("v", zero) + (1 - betas[1]) * g * g
    state["top"] = torch.maximum(state.get("top", zero), state["v"])
    second = state["top"] if amsgrad else state["v"]
    root = (second / (1 - betas[1] ** state["t"])).sqrt()
    return p - lr * state["m"] / (1 - betas[0] ** state["t"]) / (root + eps)


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


def compare(learner, case, options, *, steps=8, rates=None, skip=(), scale=1.0, as_iterator=False):
    values, gradients = draw(case, steps, skip)
    gradients = [[None if g is None else g * scale for g in row] for row in gradients]
    rates = rates or [None] * steps
    kept = learner.fixtures.start(learner.Adam, values, options, as_iterator)
    got, _ = learner.fixtures.drive(kept, gradients, rates)
    text = "Adam(params, " + ", ".join(f"{name}={value}" for name, value in options.items()) + ")"
    for t, (row, want) in enumerate(zip(got, expected(values, gradients, rates, options), strict=True)):
        for i, (value, wanted) in enumerate(zip(row, want, strict=True)):
            what = {
                "en": f"parameter {i} after step {t + 1} of `{text}`",
                "zh-CN": f"`{text}` 第 {t + 1} 步之后的参数 {i}",
            }
            expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)


@check(
    {"en": "Twenty steps with the defaults", "zh-CN": "默认参数下的 20 步"},
    points=2,
    hint={
        "en": "Both averages need bias correction, with t = 1 in the first step.",
        "zh-CN": "两个平均值都要做偏差修正，第一步 t = 1。",
    },
    visible=True,
)
def follows_torch_by_default(learner, case):
    compare(learner, case, {}, steps=20)
    compare(learner, case, {"lr": case.uniform(0.01, 0.1)})


@check(
    {"en": "The first step moves by lr, whatever the gradient", "zh-CN": "第一步移动 lr，与梯度大小无关"},
    hint={"en": "After bias correction m is g and v is g squared.", "zh-CN": "偏差修正后 m 等于 g，v 等于 g 的平方。"},
)
def moves_by_lr_first(learner, case):
    for scale in (1e-3, 1.0, 1e3):
        compare(learner, case, {"lr": 0.02}, steps=2, scale=scale)


@check(
    {"en": "A generator of parameters is accepted", "zh-CN": "params 可以是生成器"},
    hint={
        "en": "A generator can be gone through only once: make a list of it first.",
        "zh-CN": "生成器只能遍历一次：先把它变成列表。",
    },
)
def takes_a_generator(learner, case):
    compare(learner, case, {"lr": 0.03}, steps=3, as_iterator=True)


@check(
    {"en": "lr may be changed between two steps", "zh-CN": "两步之间可以改变 lr"},
    hint={
        "en": "Read the rate in step(), when p is updated: a scheduler sets it in between.",
        "zh-CN": "在 step() 里更新 p 时才读取学习率：调度器会在两步之间修改它。",
    },
)
def reads_the_rate_at_each_step(learner, case):
    compare(learner, case, {"lr": 0.05}, steps=6, rates=[None, None, 0.004, None, 0.3, None])


@check(
    {"en": "Other betas", "zh-CN": "其他 betas"},
    hint={
        "en": "beta1 belongs to the gradient, beta2 to its square.",
        "zh-CN": "beta1 用于梯度，beta2 用于梯度的平方。",
    },
)
def uses_the_betas(learner, case):
    compare(learner, case, {"lr": 0.05, "betas": (case.uniform(0.3, 0.6), case.uniform(0.7, 0.95))})
    compare(learner, case, {"lr": 0.05, "betas": (0.0, 0.9)})


@check(
    {"en": "A large eps stands outside the root", "zh-CN": "较大的 eps 在根号外面"},
    points=2,
    hint={"en": "sqrt(v_hat) + eps, after bias correction.", "zh-CN": "偏差修正之后：sqrt(v_hat) + eps。"},
)
def adds_eps_outside_the_root(learner, case):
    compare(learner, case, {"lr": 0.05, "eps": case.uniform(0.1, 0.5)})


@check(
    {"en": "Weight decay goes into the gradient (not AdamW)", "zh-CN": "权重衰减加到梯度里（不是 AdamW）"},
    points=2,
    hint={"en": "g + weight_decay * p enters both averages.", "zh-CN": "g + weight_decay * p 进入两个平均值。"},
)
def decays_through_the_gradient(learner, case):
    compare(learner, case, {"lr": 0.05, "weight_decay": 0.4})


@check(
    {"en": "amsgrad", "zh-CN": "amsgrad"},
    points=2,
    hint={"en": "The largest v so far, before bias correction.", "zh-CN": "偏差修正之前，到目前为止最大的 v。"},
)
def keeps_the_largest_average(learner, case):
    compare(learner, case, {"lr": 0.05, "amsgrad": True, "betas": (0.8, 0.6)})
    compare(learner, case, {"lr": 0.05, "amsgrad": True, "betas": (0.9, 0.95), "eps": 0.1, "weight_decay": 0.1})


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
    for options in ({"lr": 0.05}, {"lr": 0.05, "amsgrad": True, "weight_decay": 0.1, "eps": 0.01}):
        compare(learner, case, options, skip=skip)


@check(
    {"en": "The gradients are left as they are and not kept", "zh-CN": "梯度保持不变，也不被保存"},
    hint={
        "en": "Copy a gradient that you keep; the caller writes into the same tensor again. Change none in place.",
        "zh-CN": "要保存的梯度请复制一份：调用者会再次写入同一个张量。也不要就地修改梯度。",
    },
)
def leaves_the_gradients_alone(learner, case):
    options = {"lr": 0.05, "weight_decay": 0.2}
    values, gradients = draw(case, 5)
    kept = learner.fixtures.start(learner.Adam, values, options, False)
    _, left = learner.fixtures.drive(kept, gradients, [None] * 5)
    for t, (row, want) in enumerate(zip(left, gradients, strict=True)):
        for value, wanted in zip(row, want, strict=True):
            what = {"en": f"a gradient after step {t + 1}", "zh-CN": f"第 {t + 1} 步之后的梯度"}
            expect.equal(value, wanted, what=what)
    kept = learner.fixtures.start(learner.Adam, values, options, False)
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
    first = learner.fixtures.start(learner.Adam, values, {"lr": 0.1}, False)
    second = learner.fixtures.start(learner.Adam, values, {"lr": 0.1}, False)
    leaves = learner.fixtures.graphs(first)
    expect.that(leaves, {"en": "the parameters are no leaves any more", "zh-CN": "参数不再是叶子张量"})
    got, _ = learner.fixtures.drive(second, gradients, [None] * 3)
    want = expected(values, gradients, [None] * 3, {"lr": 0.1})
    for value, wanted in zip(got[-1], want[-1], strict=True):
        what = {"en": "a parameter of a second optimizer", "zh-CN": "第二个优化器的参数"}
        expect.close(value, wanted, rtol=1e-7, atol=1e-9, what=what)
