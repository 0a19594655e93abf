"""Hidden checks of the exercise standardize.

Constant columns have 4 or 8 elements and whole values: their mean is exact however it is computed.
"""

import torch

from quizzer.checks import check, expect


def wanted(x, dim):
    variance, mean = torch.var_mean(x, dim, correction=0, keepdim=True)
    return (x - mean) / (variance.sqrt() + 1e-8)


def compare(learner, x, dim):
    what = {
        "en": f"the result for x of shape {tuple(x.shape)}, dim={dim}",
        "zh-CN": f"x 形状为 {tuple(x.shape)}、dim={dim} 时的结果",
    }
    expect.close(learner.standardize(x, dim), wanted(x, dim), rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": "Columns and rows of a matrix", "zh-CN": "矩阵的各列与各行"},
    points=2,
    hint={
        "en": "Take mean and deviation along `dim` only, and divide by n in the deviation.",
        "zh-CN": "只沿 `dim` 求均值和标准差，标准差里除以 n。",
    },
    visible=True,
)
def standardises_columns_and_rows(learner, case):
    for shape, dim in (((6, 4), 0), ((6, 4), 1), ((3, 7), -1), ((3, 7), -2), ((9,), 0), ((4, 3, 5), 1)):
        compare(learner, case.randn(*shape) * 3 + 5, dim)
    # Far from 0, the mean of the squares minus the square of the mean has no digit left.
    x = case.randn(4, 16) * 0.5 + 1000
    what = {
        "en": "the result for values with mean 1000 and deviation 0.5",
        "zh-CN": "均值为 1000、标准差为 0.5 时的结果",
    }
    expect.close(learner.standardize(x, 1), wanted(x.double(), 1).float(), rtol=0.01, atol=0.01, what=what)


@check(
    {"en": "A square matrix: statistics line up with their own axis", "zh-CN": "方阵：统计量与自己的轴对齐"},
    points=2,
    hint={
        "en": "Without `keepdim=True`, row means are subtracted from columns, and no error tells you.",
        "zh-CN": "不写 `keepdim=True`，各行的均值就会从各列里减去，而且不会报错。",
    },
)
def lines_up_on_square_input(learner, case):
    for shape, dim in (((5, 5), 0), ((5, 5), 1), ((4, 4, 4), 1), ((4, 4, 4), -1)):
        compare(learner, case.randn(*shape) * 2 - 3, dim)


@check(
    {"en": "A tuple of dimensions, taken together", "zh-CN": "由多个维度组成的元组，一起计算"},
    points=2,
    hint={
        "en": "`mean` and `var` take a tuple. One dimension after the other is something else.",
        "zh-CN": "`mean` 和 `var` 可以接收元组。先沿一维、再沿另一维是另一回事。",
    },
)
def takes_several_dimensions(learner, case):
    for shape, dim in (
        ((6, 3, 4), (0, 2)),
        ((4, 4, 4), (0, 1)),
        ((5, 2, 3), (-1, -2)),
        ((3, 5), (0, 1)),
        ((3, 5), (1,)),
    ):
        compare(learner, case.randn(*shape) * torch.arange(1, shape[0] + 1).view(-1, *[1] * (len(shape) - 1)), dim)


@check(
    {"en": "Constant columns and rows give 0", "zh-CN": "常数列和常数行得到 0"},
    hint={"en": "0/0 is NaN: use `eps`.", "zh-CN": "0/0 是 NaN：请用上 `eps`。"},
)
def handles_constant_values(learner, case):
    x = case.randn(8, 5)
    x[:, 1] = case.integer(2, 9)
    x[:, 3] = 0.0
    compare(learner, x, 0)
    y = case.randn(3, 4, dtype=torch.float64)
    y[2] = -case.integer(2, 9)
    compare(learner, y, 1)
    got = learner.standardize(y, 1, eps=1e-6)
    expect.close(
        got, wanted(y, 1), rtol=1e-4, atol=1e-4, what={"en": "the result with eps=1e-6", "zh-CN": "eps=1e-6 时的结果"}
    )


@check(
    {"en": "A larger eps never enlarges the result", "zh-CN": "eps 较大时结果不会变大"},
    hint={
        "en": "`eps` is added: it makes the denominator larger, not smaller.",
        "zh-CN": "`eps` 是加上去的：它使分母变大，而不是变小。",
    },
)
def adds_eps(learner, case):
    x = case.randn(6, 4) * 3 + 1
    got = expect.tensor(learner.standardize(x, 0, eps=0.5), shape=(6, 4), dtype=torch.float32)
    # How much it shrinks depends on where eps is added, or whether it is a lower limit.
    factor = got.abs().sum().item() / wanted(x, 0).abs().sum().item()
    what = {
        "en": "the size of the result with eps=0.5, by that with eps=1e-8,",
        "zh-CN": "eps=0.5 与 eps=1e-8 时结果大小之比",
    }
    expect.between(factor, 0, 1 + 1e-4, what=what)


@check(
    {"en": "float64 stays float64, with its precision", "zh-CN": "float64 保持不变，精度也不丢失"},
    hint={"en": "Do not convert `x`.", "zh-CN": "不要转换 `x` 的类型。"},
)
def keeps_the_dtype(learner, case):
    x = case.randn(7, 5, dtype=torch.float64) + 1000
    expect.tensor(learner.standardize(x.float(), 0), shape=(7, 5), dtype=torch.float32)
    got = expect.tensor(learner.standardize(x, 0), shape=(7, 5), dtype=torch.float64)
    # float32 is off by 1e-5 and more near 1000; eps changes 1e-8 of a value, or 3e-7 where it is under the root.
    what = {"en": "the result for float64 values near 1000", "zh-CN": "float64、值在 1000 附近时的结果"}
    expect.close(got, wanted(x, 0), rtol=1e-6, atol=1e-6, what=what)


@check(
    {"en": "The gradient goes through mean and deviation", "zh-CN": "梯度经过均值和标准差"},
    hint={"en": "Mean and deviation depend on x: do not detach them.", "zh-CN": "均值和标准差都依赖 x：不要 detach。"},
)
def differentiates(learner, case):
    for shape, dim in (((6, 4), 0), ((5, 5), 1), ((2, 3, 4), (0, 2))):
        x, upstream = case.randn(*shape, dtype=torch.float64), case.randn(*shape, dtype=torch.float64)
        leaf = x.clone().requires_grad_()
        (gradient,) = torch.autograd.grad(wanted(leaf, dim), leaf, upstream)
        got = learner.vjp(learner.standardize, x, dim, upstream=upstream)
        what = {"en": f"the gradient of x for dim={dim}", "zh-CN": f"dim={dim} 时 x 的梯度"}
        expect.close(got.inputs[0], gradient, rtol=1e-4, atol=1e-5, what=what)


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={"en": "`x -= mean` changes the caller's tensor.", "zh-CN": "`x -= mean` 会修改调用者的张量。"},
)
def leaves_the_input_alone(learner, case):
    x = case.randn(6, 4) + 2
    seen = learner.observe(learner.standardize, x.clone(), 0)
    expect.equal(seen.arguments[0], x, what={"en": "`x` after the call", "zh-CN": "调用之后的 `x` "})


@check(
    {"en": "The result stays on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "New tensors need device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    expect.follows_the_device(learner.on_fake_gpu(learner.standardize, case.randn(5, 3).cpu(), 0))
    expect.follows_the_device(learner.on_fake_gpu(learner.standardize, case.randn(5, 3, 2).cpu(), (0, 2)))
