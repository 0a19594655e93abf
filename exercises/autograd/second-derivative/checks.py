"""Hidden checks of the exercise second-derivative; the expected values are closed formulas."""

import torch

from quizzer.checks import check, expect

WANTED = {
    "sin(x)": lambda x: -torch.sin(x),
    "x**4": lambda x: 12 * x**2,
    "exp(2x)": lambda x: 4 * torch.exp(2 * x),
    "x**2": lambda x: torch.full_like(x, 2),
    "3x + 1": torch.zeros_like,
    "-x": torch.zeros_like,
}


def subject(name, when="", when_zh=""):
    return {"en": f"the second derivative of {name}{when}", "zh-CN": f"{when_zh}{name} 的二阶导数"}


def compare(learner, case, name, shape, *, requires_grad=False):
    x = case.randn(*shape, dtype=torch.float64) * 1.5
    old = case.randn(*shape, dtype=torch.float64) if requires_grad else None
    value, *after = learner.fixtures.run(learner.second_derivative, name, x, requires_grad, old)
    # Every formulation is good to a few 1e-16 of the size of the value; finite differences to 1e-8 at best.
    expect.close(value, WANTED[name](x), rtol=1e-11, atol=1e-12, what=subject(name))
    return x, old, after


@check(
    {"en": "sin, x**4 and exp(2x), to float64 precision", "zh-CN": "sin、x**4、exp(2x)，精确到 float64"},
    points=3,
    hint={
        "en": "The first derivative needs a graph: create_graph=True.",
        "zh-CN": "一阶导数需要计算图：create_graph=True。",
    },
    visible=True,
)
def differentiates_twice(learner, case):
    for name in ("sin(x)", "x**4", "exp(2x)"):
        compare(learner, case, name, (17,))


@check(
    {"en": "Any shape", "zh-CN": "任意形状"},
    hint={
        "en": "Autograd starts from a single number: sum, or pass grad_outputs.",
        "zh-CN": "autograd 从单个数开始：先求和，或传入 grad_outputs。",
    },
)
def takes_any_shape(learner, case):
    for name, shape in (("x**4", (3, 5)), ("sin(x)", ()), ("exp(2x)", (2, 3, 4)), ("sin(x)", (4, 4)), ("x**4", (1,))):
        compare(learner, case, name, shape)


@check(
    {"en": "A linear function gives zeros", "zh-CN": "线性函数得到全零"},
    points=2,
    hint={
        "en": "Its first derivative is a constant without a graph: ask requires_grad before you go on.",
        "zh-CN": "它的一阶导数是没有计算图的常数：继续之前先看 requires_grad。",
    },
)
def gives_zeros_for_a_linear_function(learner, case):
    for name, shape in (("3x + 1", (6,)), ("-x", (2, 3)), ("3x + 1", ())):
        compare(learner, case, name, shape)


@check(
    {"en": "A quadratic gives a constant", "zh-CN": "二次函数得到常数"},
    hint={
        "en": "The second derivative of x**2 is 2, in every element.",
        "zh-CN": "x**2 的二阶导数在每个元素处都是 2。",
    },
)
def gives_a_constant_for_a_quadratic(learner, case):
    compare(learner, case, "x**2", (5,))
    compare(learner, case, "x**2", (2, 4), requires_grad=True)


@check(
    {"en": "x and its gradient are left as they are", "zh-CN": "x 及其梯度不变"},
    points=2,
    hint={
        "en": "backward() adds to x.grad; torch.autograd.grad returns instead. Work on a detached copy of x.",
        "zh-CN": "backward() 会累加到 x.grad；torch.autograd.grad 则是返回结果。请在 x 的 detach 副本上操作。",
    },
)
def leaves_x_alone(learner, case):
    for name in ("x**4", "3x + 1"):
        for requires_grad in (False, True):
            x, old, (values, flag, gradient) = compare(learner, case, name, (4, 3), requires_grad=requires_grad)
            expect.equal(values, x, what={"en": "`x` after the call", "zh-CN": "调用之后的 `x` "})
            expect.that(
                flag is requires_grad,
                {
                    "en": f"`x.requires_grad` should still be {requires_grad} after the call, but it is {flag}.",
                    "zh-CN": f"调用之后 x.requires_grad 应仍为 {requires_grad}，实际为 {flag}。",
                },
            )
            if old is not None:
                expect.equal(gradient, old, what={"en": "`x.grad` after the call", "zh-CN": "调用之后的 `x.grad` "})
            expect.that(
                old is not None or gradient is None,
                {
                    "en": "`x.grad` should still be None after the call, but it is a tensor.",
                    "zh-CN": "调用之后 x.grad 应仍为 None，实际是一个张量。",
                },
            )


@check(
    {"en": "The dtype of x is kept", "zh-CN": "dtype 与 x 相同"},
    hint={"en": "Convert nothing, and make zeros like x.", "zh-CN": "不要转换类型；全零张量用 zeros_like(x) 生成。"},
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.float32, torch.float64):
        for name in ("sin(x)", "3x + 1"):
            value = learner.fixtures.run(learner.second_derivative, name, case.randn(5, dtype=dtype), False, None)[0]
            expect.tensor(value, shape=(5,), dtype=dtype, what=subject(name))
