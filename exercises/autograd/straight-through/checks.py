"""Hidden checks of the exercise straight-through."""

import torch

from quizzer.checks import check, expect

DTYPES = (torch.float64, torch.float32, torch.float16, torch.bfloat16)


@check(
    {"en": "The values are rounded exactly", "zh-CN": "值被精确取整"},
    points=2,
    hint={"en": "torch.round does it, halves included.", "zh-CN": "torch.round 就能做到，包括恰为一半的情形。"},
    visible=True,
)
def rounds_exactly(learner, case):
    halves = torch.tensor([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 3.0, -4.0, 0.0, 0.3, -0.3, 0.7, -0.7], device=case.device)
    for x in (
        case.randn(6, 5) * 4,
        case.randn(2, 3, 4) * 300,
        case.randn() * 5,
        case.randn(7) * 1e6,
        case.randn(4) * 1e12,
        halves,
    ):
        expect.equal(learner.round_ste(x), torch.round(x))


@check(
    {"en": "The gradient passes unchanged", "zh-CN": "梯度原样通过"},
    points=3,
    hint={
        "en": "With y = x the gradient of x is the gradient of y, whatever x is.",
        "zh-CN": "当 y = x 时，不论 x 是多少，x 的梯度就是 y 的梯度。",
    },
)
def passes_the_gradient(learner, case):
    what = {"en": "the gradient of x", "zh-CN": "x 的梯度"}
    for shape, scale in (((5, 4), 3), ((3, 3), 100), ((), 2), ((6,), 0.2)):
        x, upstream = case.randn(*shape) * scale, case.randn(*shape) * 2
        result = learner.vjp(learner.round_ste, x, upstream=upstream)
        expect.equal(expect.tensor(result.inputs[0], shape=shape, what=what), upstream, what=what)


@check(
    {"en": "Rounded values and their gradient together", "zh-CN": "取整的值与梯度同时正确"},
    hint={
        "en": "Both at once: also where x requires a gradient, the values are whole numbers.",
        "zh-CN": "两者要同时成立：x 需要梯度时，值也必须是整数。",
    },
)
def rounds_while_recording(learner, case):
    x, upstream = case.randn(4, 6) * 5, case.randn(4, 6)
    result = learner.vjp(learner.round_ste, x, upstream=upstream)
    what = {"en": "the result for an x that requires a gradient", "zh-CN": "x 需要梯度时的结果"}
    expect.equal(expect.tensor(result.value, shape=(4, 6), what=what), torch.round(x), what=what)


@check(
    {"en": "No graph where x needs none", "zh-CN": "x 不需要梯度时没有计算图"},
    hint={
        "en": "Do not call requires_grad_ on anything: detach and arithmetic keep what x says.",
        "zh-CN": "不要对任何张量调用 requires_grad_：detach 和算术运算会沿用 x 的设置。",
    },
)
def makes_no_graph_of_its_own(learner, case):
    seen = learner.observe(learner.round_ste, case.randn(4, 3) * 3)
    expect.tensor(seen.value, shape=(4, 3))
    expect.that(
        not seen.requires_grad,
        {
            "en": "x requires no gradient, so the result should not either, but it does.",
            "zh-CN": "x 不需要梯度，结果也应不需要，实际却需要。",
        },
    )


@check(
    {"en": "The dtype of x is kept", "zh-CN": "dtype 与 x 相同"},
    hint={
        "en": "Whole numbers, but still floats: no .int(), no .float().",
        "zh-CN": "虽是整数，仍是浮点类型：不要 .int() 或 .float()。",
    },
)
def keeps_the_dtype(learner, case):
    for dtype in DTYPES:
        x = (case.randn(5, 2) * 4).to(dtype)
        expect.equal(expect.tensor(learner.round_ste(x), shape=(5, 2), dtype=dtype), torch.round(x))
    expect.tensor(learner.round_ste(case.randn(0, 3)), shape=(0, 3), dtype=torch.float32)


@check(
    {"en": "x is left as it is", "zh-CN": "x 不被修改"},
    hint={
        "en": "round_ writes into the caller's tensor, and x.data and x.detach() share its memory.",
        "zh-CN": "round_ 会写入调用者的张量，而 x.data 和 x.detach() 与它共享内存。",
    },
)
def leaves_x_alone(learner, case):
    for x in (case.randn(5, 4) * 3, torch.round(case.randn(4, 2) * 9)):
        seen = learner.observe(learner.round_ste, x.clone())
        expect.equal(seen.arguments[0], x, what={"en": "`x` after the call", "zh-CN": "调用之后的 `x` "})
        expect.that(
            not seen.shares_memory,
            {
                "en": "The result should be a new tensor, but it shares its memory with x.",
                "zh-CN": "结果应是新的张量，实际与 x 共享内存。",
            },
        )
