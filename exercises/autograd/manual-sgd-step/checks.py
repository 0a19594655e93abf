"""Hidden checks of the exercise manual-sgd-step."""

import torch

from quizzer.checks import check, expect

SHAPES = ((3, 4), (5,), (), (2, 2))


def draw(case):
    """Values and gradients of four parameters, in float64."""
    return [[case.randn(*shape, dtype=torch.float64) + 1 for shape in SHAPES] for _ in range(2)]


def call(learner, case, values, gradients, frozen=(False,) * 4, *, enabled=True, as_generator=False):
    lr = case.uniform(0.05, 0.3)
    got = learner.fixtures.run(learner.sgd_step, values, gradients, list(frozen), lr, enabled, as_generator)
    return lr, got


def compare(got, values, gradients, frozen, lr):
    """The value of each parameter: moved, or left where it was."""
    for number, value in enumerate(values):
        still = frozen[number] or gradients[number] is None
        reason, reason_zh = "", ""
        if still:
            reason = " (frozen)" if frozen[number] else " (without a gradient)"
            reason_zh = "（已冻结）" if frozen[number] else "（没有梯度）"
        what = {"en": f"parameter {number}{reason} after the step", "zh-CN": f"更新之后的参数 {number}{reason_zh}"}
        expect.close(got[number], value if still else value - lr * gradients[number], what=what)


@check(
    {"en": "Each parameter moves against its gradient", "zh-CN": "每个参数沿负梯度方向移动"},
    points=2,
    hint={
        "en": "Assigning to the loop variable changes no parameter: change it in place.",
        "zh-CN": "给循环变量赋值不会改变任何参数：请就地修改。",
    },
    visible=True,
)
def moves_the_parameters(learner, case):
    for as_generator in (False, True):
        values, gradients = draw(case)
        lr, got = call(learner, case, values, gradients, as_generator=as_generator)
        compare(got[0], values, gradients, (False,) * 4, lr)


@check(
    {"en": "Several steps of training", "zh-CN": "连续多步训练"},
    points=2,
    hint={
        "en": "The parameter must stay a leaf, or the next backward() does not fill its .grad.",
        "zh-CN": "参数必须仍是叶子，否则下一次 backward() 不会填充它的 .grad。",
    },
)
def trains(learner, case):
    x, y, weight = (case.randn(*shape, dtype=torch.float64) for shape in ((7, 3), (7,), (3,)))
    lr = case.uniform(0.05, 0.1)
    want = weight
    for number, value in enumerate(learner.fixtures.descend(learner.sgd_step, weight, x, y, lr, 4)):
        want = want - lr * 2 * x.T @ (x @ want - y) / 7
        what = {"en": f"the weight after step {number + 1}", "zh-CN": f"第 {number + 1} 步之后的权重"}
        expect.close(value, want, what=what)


@check(
    {"en": "The parameters stay leaves", "zh-CN": "参数仍是叶子"},
    hint={
        "en": "Nothing about the update is recorded, and requires_grad is not touched.",
        "zh-CN": "更新过程不被记录，requires_grad 也不改变。",
    },
)
def keeps_leaves(learner, case):
    values, gradients = draw(case)
    frozen = (False, False, True, False)
    _, got = call(learner, case, values, gradients, frozen)
    for number, (leaf, flag) in enumerate(got[2]):
        expect.that(
            leaf is True,
            {
                "en": f"Parameter {number} should be a leaf after the step, but it is not.",
                "zh-CN": f"更新之后参数 {number} 应仍是叶子，实际不是。",
            },
        )
        expect.that(
            flag is not frozen[number],
            {
                "en": f"`requires_grad` of parameter {number} should still be {not frozen[number]}, but it is {flag}.",
                "zh-CN": f"参数 {number} 的 requires_grad 应仍为 {not frozen[number]}，实际为 {flag}。",
            },
        )


@check(
    {"en": "A parameter without a gradient is skipped", "zh-CN": "没有梯度的参数被跳过"},
    hint={
        "en": "lr * None raises an error; the parameters after it must still move.",
        "zh-CN": "lr * None 会报错；它后面的参数仍要更新。",
    },
)
def skips_missing_gradients(learner, case):
    for missing in (0, 2, 3):
        values, gradients = draw(case)
        gradients[missing] = None
        lr, got = call(learner, case, values, gradients)
        compare(got[0], values, gradients, (False,) * 4, lr)


@check(
    {"en": "A frozen parameter is skipped", "zh-CN": "被冻结的参数被跳过"},
    points=2,
    hint={
        "en": "It may have a gradient from before it was frozen: ask requires_grad.",
        "zh-CN": "它可能还留有冻结之前的梯度：请查看 requires_grad。",
    },
)
def skips_frozen_parameters(learner, case):
    for frozen in ((True, False, False, True), (False, False, True, False)):
        values, gradients = draw(case)
        lr, got = call(learner, case, values, gradients, frozen)
        compare(got[0], values, gradients, frozen, lr)


@check(
    {"en": "The gradients are kept", "zh-CN": "梯度保持不变"},
    hint={"en": "Neither clear nor scale them.", "zh-CN": "既不要清零，也不要缩放。"},
)
def keeps_the_gradients(learner, case):
    values, gradients = draw(case)
    gradients[1] = None
    _, got = call(learner, case, values, gradients, (False, False, True, False))
    for number, (before, after) in enumerate(zip(gradients, got[1], strict=True)):
        what = {"en": f"the gradient of parameter {number} after the step", "zh-CN": f"更新之后参数 {number} 的梯度"}
        if before is None:
            expect.that(
                after is None,
                {
                    "en": f"The gradient of parameter {number} should still be None, but it is a tensor.",
                    "zh-CN": f"参数 {number} 的梯度应仍为 None，实际是一个张量。",
                },
            )
        else:
            expect.equal(after, before, what=what)


@check(
    {"en": "Recording is left as it was", "zh-CN": "是否记录梯度保持原样"},
    hint={
        "en": "`with torch.no_grad():` restores what was there before.",
        "zh-CN": "`with torch.no_grad():` 结束时会恢复之前的模式。",
    },
)
def restores_the_mode(learner, case):
    for enabled in (True, False):
        values, gradients = draw(case)
        _, got = call(learner, case, values, gradients, enabled=enabled)
        expect.that(
            got[3] is enabled,
            {
                "en": f"`torch.is_grad_enabled()` was {enabled} before the call and should be so after it, but it is {got[3]}.",
                "zh-CN": f"调用之前 torch.is_grad_enabled() 为 {enabled}，之后也应如此，实际为 {got[3]}。",
            },
        )
