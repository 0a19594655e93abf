"""Hidden checks of the exercise linear-function."""

import torch

from quizzer.checks import check, expect

WITH_BIAS = {True: {"en": "with", "zh-CN": "有"}, False: {"en": "without", "zh-CN": "没有"}}


def compare(learner, case, shape, out, *, bias, **tolerance):
    dtype = tolerance.pop("dtype", torch.float32)
    x, weight = case.randn(*shape, dtype=dtype), case.randn(out, shape[-1], dtype=dtype)
    added = case.randn(out, dtype=dtype) * 3 if bias else None
    wanted = torch.nn.functional.linear(x.double(), weight.double(), None if added is None else added.double())
    what = {
        "en": f"the result for x of shape {shape} and weight of shape {(out, shape[-1])}, {WITH_BIAS[bias]['en']} a bias,",
        "zh-CN": f"x 形状为 {shape}、weight 形状为 {(out, shape[-1])}、{WITH_BIAS[bias]['zh-CN']}偏置时的结果",
    }
    got = learner.linear(x, weight, added) if bias else learner.linear(x, weight)
    expect.close(got, wanted.to(dtype), what=what, **{"rtol": 1e-4, "atol": 1e-4, **tolerance})


@check(
    {"en": "A batch of rows", "zh-CN": "一批行向量"},
    points=2,
    hint={"en": "Multiply by the transpose of the weight.", "zh-CN": "乘以权重的转置。"},
    visible=True,
)
def transforms_each_row(learner, case):
    for shape, out in (((5, 3), 4), ((3, 7), 2), ((4, 2), 1)):
        compare(learner, case, shape, out, bias=False)


@check(
    {"en": "A square weight", "zh-CN": "权重是方阵"},
    points=2,
    hint={
        "en": "Here `x @ weight` has the right shape, but its rows and columns are exchanged.",
        "zh-CN": "此时 `x @ weight` 的形状是对的，但行和列弄反了。",
    },
)
def reads_a_square_weight_by_rows(learner, case):
    for shape in ((5, 4), (4, 4)):
        compare(learner, case, shape, 4, bias=False)


@check(
    {"en": "Any number of leading axes", "zh-CN": "前面有任意多个轴"},
    points=2,
    hint={
        "en": "`matmul` takes a vector and a batch of matrices as well; `mm` takes matrices only.",
        "zh-CN": "`matmul` 也接受向量和一批矩阵，`mm` 只接受矩阵。",
    },
)
def takes_any_leading_shape(learner, case):
    for shape, out in (((6,), 4), ((2, 5, 3), 4), ((4, 4, 4), 4), ((2, 3, 2, 5), 2)):
        compare(learner, case, shape, out, bias=False)


@check(
    {"en": "The bias is added along the last axis", "zh-CN": "偏置沿最后一轴相加"},
    points=2,
    hint={
        "en": "A bias of shape (out,) broadcasts to the rows as it is.",
        "zh-CN": "形状为 (out,) 的偏置可以直接广播到各行。",
    },
)
def adds_the_bias(learner, case):
    # In the second and the last one, a bias as a column has the right shape.
    for shape, out in (((5, 3), 4), ((4, 3), 4), ((6,), 4), ((2, 5, 3), 5), ((7, 2), 1)):
        compare(learner, case, shape, out, bias=True)


@check(
    {"en": "bias=None, by name too, means none", "zh-CN": "bias=None 表示没有偏置，也可按名字传入"},
    hint={"en": "Ask `bias is not None`.", "zh-CN": "用 `bias is not None` 判断。"},
)
def works_without_a_bias(learner, case):
    x, weight = case.randn(5, 3), case.randn(4, 3)
    what = {"en": "the result for bias=None", "zh-CN": "bias=None 时的结果"}
    expect.close(learner.linear(x, weight, bias=None), x @ weight.t(), rtol=1e-4, atol=1e-4, what=what)
    # A single bias of 0 is a bias like any other, and may be asked for its gradient.
    bias = torch.zeros(1, device=x.device)
    got = learner.linear(x, weight[:1], bias=bias)
    what = {"en": "the result for bias=tensor([0.])", "zh-CN": "bias=tensor([0.]) 时的结果"}
    expect.close(got, x @ weight[:1].t(), rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": "The gradient reaches x, weight and bias", "zh-CN": "梯度传到 x、weight 和 bias"},
    points=2,
    hint={
        "en": "Neither detach nor `.data`, no new tensors from values.",
        "zh-CN": "不要用 detach 或 `.data`，也不要用数值新建张量。",
    },
)
def differentiates(learner, case):
    for shape in ((5, 3), (2, 4, 3), (3,)):
        leaves = [case.randn(*size, dtype=torch.float64) for size in (shape, (4, 3), (4,))]
        upstream = case.randn(*shape[:-1], 4, dtype=torch.float64)
        own = [leaf.clone().requires_grad_() for leaf in leaves]
        wanted = torch.autograd.grad(torch.nn.functional.linear(*own), own, upstream)
        got = learner.vjp(learner.linear, *leaves, upstream=upstream)
        for name, mine, right in zip(("x", "weight", "bias"), got.inputs, wanted, strict=True):
            what = {"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"}
            expect.close(mine, right, rtol=1e-6, atol=1e-6, what=what)


@check(
    {"en": "An empty batch gives an empty result", "zh-CN": "空批次得到空的结果"},
    hint={
        "en": "No special case is needed if whole tensors are multiplied.",
        "zh-CN": "对整个张量相乘，就不需要特殊处理。",
    },
)
def takes_no_rows(learner, case):
    weight, bias = case.randn(4, 3), case.randn(4)
    for shape in ((0, 3), (2, 0, 3)):
        what = {"en": f"the result for x of shape {shape}", "zh-CN": f"x 形状为 {shape} 时的结果"}
        got = learner.linear(torch.empty(shape, device=weight.device), weight, bias)
        expect.tensor(got, shape=(*shape[:-1], 4), dtype=torch.float32, what=what)


@check(
    {"en": "float64 stays float64, with its precision", "zh-CN": "float64 保持不变，精度也不丢失"},
    hint={"en": "Do not convert anything.", "zh-CN": "不要做类型转换。"},
)
def keeps_the_dtype(learner, case):
    compare(learner, case, (5, 3), 4, bias=True, dtype=torch.float64, rtol=1e-10, atol=1e-10)


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={"en": "`t_()` and `+=` change the caller's tensors.", "zh-CN": "`t_()` 和 `+=` 会修改调用者的张量。"},
)
def leaves_the_input_alone(learner, case):
    given = case.randn(3, 3), case.randn(3, 3), case.randn(3)
    seen = learner.observe(learner.linear, *(tensor.clone() for tensor in given))
    for name, before, after in zip(("x", "weight", "bias"), given, seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})


@check(
    {"en": "The result is on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "A tensor made anew needs device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    x, weight = case.randn(5, 3).cpu(), case.randn(4, 3).cpu()
    expect.follows_the_device(learner.on_fake_gpu(learner.linear, x, weight))
    expect.follows_the_device(learner.on_fake_gpu(learner.linear, x, weight, case.randn(4).cpu()))
