"""Hidden checks of the exercise vjp; the expected products are written out."""

import torch

from quizzer.checks import check, expect


def draw(case, kind):
    """Weight, x, v, and the product that is wanted."""

    def normal(*shape):
        return case.randn(*shape, dtype=torch.float64) + 0.5

    if kind == "matrix":
        weight, x, v = normal(4, 3), normal(3), normal(4)
        return weight, x, v, v @ weight
    if kind == "square":
        weight, x, v = normal(4, 4), normal(4), normal(4)
        return weight, x, v, v @ weight
    if kind == "sum":
        weight, x, v = normal(3, 2), normal(3, 2), normal()
        return weight, x, v, v * 2 * x * weight
    if kind == "columns":
        weight, x, v = normal(1), normal(5, 3), normal(3)
        return weight, x, v, 3 * x**2 * v
    if kind == "table":
        weight, x, v = normal(2, 3), normal(3), normal(3, 2)
        return weight, x, v, v @ (weight @ x) + weight.T @ (v.T @ x)
    weight, x, v = normal(2, 3) * 0.3, normal(4, 3), normal(4, 2)
    return weight, x, v, (v * (1 - torch.tanh(x @ weight.T + 0.25) ** 2)) @ weight


def call(learner, case, kind, *, requires_grad=False, with_old=False):
    """What the fixture tells of a call, and the old gradient of x."""
    weight, x, v, want = draw(case, kind)
    old = case.randn(*x.shape, dtype=torch.float64) + 3 if with_old else None
    name = "matrix" if kind == "square" else kind
    # learner.vjp is a way to watch a call; the entry point of that name is asked for by its name.
    got = learner.fixtures.run(learner.__getattr__("vjp"), name, weight, x, v, requires_grad, old)
    what = {
        "en": f"the product for an x of shape {tuple(x.shape)} and a v of shape {tuple(v.shape)}",
        "zh-CN": f"x 的形状为 {tuple(x.shape)}、v 的形状为 {tuple(v.shape)} 时的积",
    }
    expect.close(got[0], want, what=what)
    return got, old


@check(
    {"en": "A vector-valued f", "zh-CN": "f 的值为向量"},
    points=2,
    hint={
        "en": "v weighs the outputs: hand it to autograd as the gradient of f(x).",
        "zh-CN": "v 是各输出的权重：把它作为 f(x) 的梯度交给 autograd。",
    },
    visible=True,
)
def multiplies_from_the_left(learner, case):
    for kind in ("matrix", "square"):
        call(learner, case, kind)


@check(
    {"en": "An f of any shape, a number too", "zh-CN": "f 的值形状任意，也可以是一个数"},
    points=2,
    hint={
        "en": "Inputs and outputs may be matrices, and a single number has a v as well.",
        "zh-CN": "输入和输出都可能是矩阵；输出为单个数时也有 v。",
    },
)
def takes_any_shape(learner, case):
    for kind in ("sum", "columns", "table", "module"):
        call(learner, case, kind)


@check(
    {"en": "A gradient in x.grad is left as it is", "zh-CN": "x.grad 保持不变"},
    points=2,
    hint={
        "en": "backward() adds to x.grad. Differentiate with respect to a leaf of your own.",
        "zh-CN": "backward() 会累加到 x.grad。请对你自己的叶子张量求导。",
    },
)
def leaves_the_gradient_of_x(learner, case):
    for kind in ("matrix", "columns"):
        got, old = call(learner, case, kind, requires_grad=True, with_old=True)
        expect.equal(got[3], old, what={"en": "`x.grad` after the call", "zh-CN": "调用之后的 `x.grad` "})
        for requires_grad in (True, False):
            got, _ = call(learner, case, kind, requires_grad=requires_grad)
            expect.that(
                got[3] is None,
                {
                    "en": "`x.grad` should still be None after the call, but it is a tensor.",
                    "zh-CN": "调用之后 x.grad 应仍为 None，实际是一个张量。",
                },
            )


@check(
    {"en": "x.requires_grad is left as it is", "zh-CN": "x.requires_grad 保持不变"},
    hint={
        "en": "requires_grad_() changes the tensor on which it is called: detach first.",
        "zh-CN": "requires_grad_() 会改变调用它的张量：先 detach。",
    },
)
def leaves_the_flag_of_x(learner, case):
    for requires_grad in (False, True):
        got, _ = call(learner, case, "matrix", requires_grad=requires_grad)
        expect.that(
            got[2] is requires_grad,
            {
                "en": f"`x.requires_grad` should still be {requires_grad} after the call, but it is {got[2]}.",
                "zh-CN": f"调用之后 x.requires_grad 应仍为 {requires_grad}，实际为 {got[2]}。",
            },
        )


@check(
    {"en": "Gradients of parameters are left as they are", "zh-CN": "参数的梯度保持不变"},
    points=2,
    hint={
        "en": "backward() fills the .grad of every leaf in the graph; torch.autograd.grad of none.",
        "zh-CN": "backward() 会填充图中每个叶子的 .grad；torch.autograd.grad 则不会。",
    },
)
def leaves_the_parameters(learner, case):
    got, _ = call(learner, case, "module")
    what = {"en": "the weight's .grad after the call", "zh-CN": "调用之后 weight 的 .grad"}
    expect.equal(got[4][0], torch.full((2, 3), 7.0, dtype=torch.float64), what=what)
    expect.that(
        got[4][1] is None,
        {
            "en": "The bias had no gradient before the call, so it should have none after it, but it has.",
            "zh-CN": "调用之前 bias 没有梯度，之后也应没有，实际却有。",
        },
    )


@check(
    {"en": "The result is detached", "zh-CN": "结果是 detach 过的"},
    hint={
        "en": "create_graph=True is for derivatives of derivatives; it is not needed here.",
        "zh-CN": "create_graph=True 用于对导数再求导，这里不需要。",
    },
)
def detaches_the_result(learner, case):
    for kind, requires_grad in (("columns", True), ("columns", False), ("module", False)):
        got, _ = call(learner, case, kind, requires_grad=requires_grad)
        expect.that(
            not got[1],
            {
                "en": "The result should not require a gradient, but it does.",
                "zh-CN": "结果应不需要梯度，实际却需要。",
            },
        )
