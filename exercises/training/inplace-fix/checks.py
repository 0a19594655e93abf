"""Hidden checks of the exercise inplace-fix."""

import torch

from quizzer.checks import check, expect

RESULT = {"en": "the result", "zh-CN": "结果"}


def formula(x, w):
    h = torch.tanh(x @ w)
    return x + h * torch.sigmoid(h)


def draw(case, *shape):
    """x and w in float64, with h spread over the bend of tanh."""
    width = shape[-1]
    return case.randn(*shape, dtype=torch.float64), case.randn(width, width, dtype=torch.float64) / width**0.5


def gradients(learner, case, shape):
    """The gradients that came and those that are wanted, for x and w."""
    x, w = draw(case, *shape)
    upstream = case.randn(*shape, dtype=torch.float64)
    leaves = [x.clone().requires_grad_(), w.clone().requires_grad_()]
    wanted = torch.autograd.grad(formula(*leaves), leaves, upstream)
    return learner.vjp(learner.gate, x, w, upstream=upstream).inputs, wanted


@check(
    {"en": "The values are x + h * sigmoid(h)", "zh-CN": "值为 x + h * sigmoid(h)"},
    points=2,
    hint={"en": "h = tanh(x @ w); the gate is the sigmoid of h.", "zh-CN": "h = tanh(x @ w)；门是 h 的 sigmoid。"},
    visible=True,
)
def computes_the_gate(learner, case):
    for shape in ((5, 3), (4, 4), (2, 3, 5), (1, case.integer(2, 6))):
        x, w = draw(case, *shape)
        what = {"en": f"the result for x of shape {shape}", "zh-CN": f"x 的形状为 {shape} 时的结果"}
        expect.close(learner.gate(x, w), formula(x, w), rtol=0, atol=1e-11, what=what)
        got = expect.tensor(learner.gate(x.float(), w.float()), shape=shape, dtype=torch.float32, what=what)
        expect.close(got.double(), formula(x, w), rtol=1e-4, atol=1e-5, what=what)


@check(
    {"en": "The gradient of x is right", "zh-CN": "x 的梯度正确"},
    points=3,
    hint={
        "en": "x reaches the result in three ways: through h, through the gate, and directly.",
        "zh-CN": "x 通过三条路径影响结果：经过 h、经过门，以及直接相加。",
    },
    visible=True,
)
def sends_the_gradient_to_x(learner, case):
    for shape in ((6, 4), (2, 3, 5)):
        got, wanted = gradients(learner, case, shape)
        expect.close(got[0], wanted[0], what={"en": "the gradient of x", "zh-CN": "x 的梯度"})


@check(
    {"en": "The gradient of w is right", "zh-CN": "w 的梯度正确"},
    points=3,
    hint={
        "en": "The backward pass of tanh uses its saved output: it must still hold tanh's values.",
        "zh-CN": "tanh 的反向传播使用保存的输出：它必须仍是 tanh 的值。",
    },
)
def sends_the_gradient_to_w(learner, case):
    for shape in ((6, 4), (2, 3, 5)):
        got, wanted = gradients(learner, case, shape)
        expect.close(got[1], wanted[1], what={"en": "the gradient of w", "zh-CN": "w 的梯度"})


@check(
    {"en": "x and w are not changed", "zh-CN": "x 和 w 不被修改"},
    hint={"en": "x += ... writes into the caller's tensor.", "zh-CN": "x += …… 会写入调用者的张量。"},
)
def leaves_the_arguments_alone(learner, case):
    x, w = draw(case, 5, 4)
    seen = learner.observe(learner.gate, x.clone(), w.clone())
    for name, before, after in zip("xw", (x, w), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
    expect.close(seen.value, formula(x, w), what=RESULT)


@check(
    {"en": "Two calls do not disturb each other", "zh-CN": "两次调用互不干扰"},
    hint={
        "en": "The result belongs to the caller: keep no buffer for the next call.",
        "zh-CN": "结果属于调用者：不要为下一次调用保留缓冲区。",
    },
)
def keeps_calls_apart(learner, case):
    for _ in range(2):
        (x, w), other = draw(case, 5, 4), case.randn(5, 4, dtype=torch.float64)
        leaves = [x.clone().requires_grad_(), w.clone().requires_grad_()]
        wanted = torch.autograd.grad(formula(*leaves) + formula(other, leaves[1]), leaves, torch.ones_like(x))
        got = learner.vjp(learner.fixtures.twice, learner.gate, x, w, other).inputs
        for name, gradient, want in zip("xw", got, wanted, strict=False):
            what = {"en": f"after two calls, the gradient of {name}", "zh-CN": f"两次调用之后 {name} 的梯度"}
            expect.close(gradient, want, what=what)
