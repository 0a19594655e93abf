"""Hidden checks of the exercise std-correction; what is wanted comes from torch.std in float64."""

import torch

from quizzer.checks import check, expect


def compare(learner, x, *dim, rtol=1e-4, **options):
    told = "".join([*(f", dim={one}" for one in dim), *(f", {name}={value}" for name, value in options.items())])
    what = {
        "en": f"the result for x of shape {tuple(x.shape)}{told}",
        "zh-CN": f"x 形状为 {tuple(x.shape)}{told} 时的结果",
    }
    wanted = torch.std(x.double(), *(dim or (None,)), **options).to(x.dtype)
    expect.close(learner.std(x, *dim, **options), wanted, rtol=rtol, atol=1e-5, what=what)


@check(
    {"en": "Along a dimension", "zh-CN": "沿某一维"},
    points=2,
    hint={
        "en": "Divide by n - 1 unless `correction` says otherwise, and take the root.",
        "zh-CN": "除非 `correction` 另有说明，否则除以 n - 1，再开方。",
    },
    visible=True,
)
def reduces_one_dimension(learner, case):
    for shape, dim in (
        ((6, 4), 0),
        ((6, 4), 1),
        ((3, 5), -1),
        ((4, 3, 5), 1),
        ((4, 3, 5), -1),
        ((7,), 0),
        ((3, 4, 6), -3),
    ):
        compare(learner, case.randn(*shape) * 2 + 1, dim)


@check(
    {"en": "A square matrix: distances from the own mean", "zh-CN": "方阵：到各自均值的距离"},
    points=2,
    hint={
        "en": "The mean needs keepdim=True to line up with its axis.",
        "zh-CN": "均值要用 keepdim=True，才能与自己的轴对齐。",
    },
)
def lines_up_on_square_input(learner, case):
    for dim in (0, 1):
        # The rows and the columns lie at levels of their own.
        x = case.randn(5, 5)
        compare(learner, x + 4 * torch.arange(5.0, device=x.device), dim)
        compare(learner, x + 4 * torch.arange(5.0, device=x.device)[:, None], dim)


@check(
    {"en": "Without dim, or with None: over everything", "zh-CN": "不给 dim 或给 None：对所有元素"},
    hint={"en": "n is then the number of all elements.", "zh-CN": "此时 n 是元素总数。"},
)
def reduces_everything(learner, case):
    compare(learner, case.randn(4, 6) * 2 + 1)
    compare(learner, case.randn(2, 3, 4) - 1, None)
    compare(learner, case.randn(9), None, correction=0)


@check(
    {"en": "correction 0, 1 and 2", "zh-CN": "correction 为 0、1、2"},
    points=2,
    hint={"en": "It is subtracted from n, in the denominator.", "zh-CN": "在分母中从 n 里减去它。"},
)
def honours_the_correction(learner, case):
    for correction in (0, 1, 2):
        compare(learner, case.randn(5, 4), 0, correction=correction)
        compare(learner, case.randn(2, 3), correction=correction)


@check(
    {"en": "keepdim=True keeps the reduced dimensions", "zh-CN": "keepdim=True 保留被归约的维度"},
    hint={"en": "For dim=None all of them stay, with size 1.", "zh-CN": "dim=None 时全部保留，大小为 1。"},
)
def keeps_the_dimensions(learner, case):
    for dim in (0, 1, -1, None):
        compare(learner, case.randn(4, 3, 5), dim, keepdim=True)
    compare(learner, case.randn(4, 3), 0, correction=0, keepdim=True)


@check(
    {"en": "Values near 100000 keep their deviation", "zh-CN": "100000 附近的值也能得到正确的标准差"},
    points=2,
    hint={"en": "Subtract the mean before squaring.", "zh-CN": "先减去均值，再平方。"},
)
def survives_a_large_mean(learner, case):
    # Squares near 1e10 are rounded to multiples of 1024 in float32; the variance is 25.
    for sign in (1, -1):
        x = case.randn(40, 6) * 5 + sign * 1e5
        compare(learner, x, 0, rtol=1e-2)
        compare(learner, x, rtol=1e-2)


@check(
    {"en": "The gradient", "zh-CN": "梯度"},
    points=2,
    hint={
        "en": "No detach and no no_grad: the mean depends on x, too.",
        "zh-CN": "不要 detach，也不要 no_grad：均值也依赖 x。",
    },
)
def differentiates(learner, case):
    for shape, dim, correction in (((6, 4), 0, 1), ((5, 5), 1, 0), ((2, 3, 4), None, 1)):
        x = case.randn(*shape, dtype=torch.float64) + 2
        leaf = x.clone().requires_grad_()
        result = torch.std(leaf, dim, correction=correction)
        upstream = case.randn(*result.shape, dtype=torch.float64)
        (wanted,) = torch.autograd.grad(result, leaf, upstream)
        got = learner.vjp(learner.std, x, dim, correction=correction, upstream=upstream)
        what = {"en": f"the gradient of x for dim={dim}", "zh-CN": f"dim={dim} 时 x 的梯度"}
        expect.close(got.inputs[0], wanted, rtol=1e-5, atol=1e-7, what=what)


@check(
    {"en": "float64 stays float64, with its precision", "zh-CN": "float64 保持不变，精度也不丢失"},
    hint={"en": "Do not convert x.", "zh-CN": "不要转换 x 的类型。"},
)
def keeps_the_dtype(learner, case):
    expect.tensor(learner.std(case.randn(5, 4), 0), shape=(4,), dtype=torch.float32)
    x = case.randn(8, 5, dtype=torch.float64) + 1000
    got = expect.tensor(learner.std(x, 0), shape=(5,), dtype=torch.float64)
    # float32 is off by 1e-5 and more near 1000.
    what = {"en": "the result for float64 values near 1000", "zh-CN": "float64、值在 1000 附近时的结果"}
    expect.close(got, torch.std(x, 0), rtol=1e-7, atol=1e-9, what=what)


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={"en": "`x -= mean` changes the caller's tensor.", "zh-CN": "`x -= mean` 会修改调用者的张量。"},
)
def leaves_the_input_alone(learner, case):
    x = case.randn(6, 4) + 2
    seen = learner.observe(learner.std, x.clone(), 0)
    expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})
