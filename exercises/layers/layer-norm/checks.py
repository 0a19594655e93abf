"""Hidden checks of the exercise layer-norm; the expected numbers come from F.layer_norm."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect


def compare(learner, x, shape, weight=None, bias=None, *, name="", name_zh="", **options):
    what = {
        "en": f"the result for x of shape {tuple(x.shape)}, normalized_shape={shape}{name}",
        "zh-CN": f"x 形状为 {tuple(x.shape)}、normalized_shape={shape}{name_zh} 时的结果",
    }
    want = F.layer_norm(x, shape, weight, bias, **options)
    rtol, atol = (1e-4, 1e-4) if x.dtype == torch.float32 else (1e-7, 1e-7)
    expect.close(learner.layer_norm(x, shape, weight, bias, **options), want, rtol=rtol, atol=atol, what=what)


@check(
    {"en": "The last dimension", "zh-CN": "最后一维"},
    points=2,
    hint={
        "en": "Statistics for each row, with keepdim, and var without Bessel's correction.",
        "zh-CN": "逐行统计，保留维度（keepdim），方差不做贝塞尔校正。",
    },
    visible=True,
)
def normalises_the_last_dimension(learner, case):
    for shape in ((7, 4), (5, 5), (2, 3, 6), (3,), (4, 4, 4), (0, 3)):
        compare(learner, case.randn(*shape) * 3 + 2, shape[-1:])


@check(
    {"en": "Rows with a large mean keep their precision", "zh-CN": "均值很大的行不失精度"},
    hint={
        "en": "The mean of the squares minus the square of the mean loses all digits there: subtract the mean first.",
        "zh-CN": "平方的均值减去均值的平方，在这里会丢掉所有有效数字：请先减去均值。",
    },
)
def keeps_precision_far_from_zero(learner, case):
    x = case.randn(6, 16) * 0.5 + 1000
    want = F.layer_norm(x.double(), (16,)).float()
    what = {
        "en": "the result for rows with mean 1000 and deviation 0.5",
        "zh-CN": "各行均值为 1000、标准差为 0.5 时的结果",
    }
    expect.close(learner.layer_norm(x, (16,)), want, rtol=0.01, atol=0.01, what=what)


@check(
    {"en": "Several trailing dimensions together", "zh-CN": "末尾多个维度一起"},
    points=2,
    hint={"en": "One mean for all elements of the trailing dimensions.", "zh-CN": "末尾各维的所有元素共用一个均值。"},
)
def normalises_several_dimensions(learner, case):
    for shape, count in (((6, 3, 4), 2), ((4, 4, 4), 2), ((2, 3, 4, 5), 3), ((2, 3, 4, 5), 2), ((3, 4), 2)):
        compare(learner, case.randn(*shape) * 2 - 1, shape[-count:])


@check(
    {"en": "Weight and bias, each alone too", "zh-CN": "weight 与 bias，可单独给出"},
    hint={"en": "Ask each of them for None.", "zh-CN": "分别判断它们是否为 None。"},
)
def applies_weight_and_bias(learner, case):
    for shape in ((3,), (4, 3), (3, 3)):
        x, weight, bias = case.randn(5, *shape), case.randn(*shape), case.randn(*shape)
        compare(learner, x, shape, weight, bias, name=", weight and bias", name_zh="、weight 与 bias")
        compare(learner, x, shape, weight, name=", weight only", name_zh="、只有 weight")
        compare(learner, x, shape, None, bias, name=", bias only", name_zh="、只有 bias")


@check(
    {"en": "Tiny values: eps is added to the variance", "zh-CN": "极小的值：eps 加在方差上"},
    points=2,
    hint={
        "en": "sqrt(var + eps), neither sqrt(var) + eps nor a fixed eps.",
        "zh-CN": "是 sqrt(var + eps)，不是 sqrt(var) + eps，eps 也不是固定值。",
    },
)
def adds_eps_under_the_root(learner, case):
    x = case.randn(6, 4) * 1e-3
    compare(learner, x, (4,), name=", values near 1e-3", name_zh="、值约为 1e-3")
    for eps in (1e-3, 0.5, 1e-12):
        compare(learner, case.randn(6, 5), (5,), name=f", eps={eps}", name_zh=f"、eps={eps}", eps=eps)
        compare(learner, case.randn(3, 2, 5) * 0.1, (2, 5), name=f", eps={eps}", name_zh=f"、eps={eps}", eps=eps)


@check(
    {"en": "A constant row gives 0 and a finite gradient", "zh-CN": "常数行得到 0，梯度有限"},
    hint={
        "en": "The root of 0 has an infinite slope: eps must be under it.",
        "zh-CN": "0 处平方根的斜率无穷大：eps 必须在根号里。",
    },
)
def handles_constant_rows(learner, case):
    x = case.randn(4, 8)
    x[1] = 8.0
    x[2] = 0.0
    upstream = case.randn(4, 8)
    leaf = x.clone().requires_grad_()
    want = F.layer_norm(leaf, (8,))
    (gradient,) = torch.autograd.grad(want, leaf, upstream)
    got = learner.vjp(learner.layer_norm, x, (8,), upstream=upstream)
    what = {"en": "the result with constant rows", "zh-CN": "含常数行时的结果"}
    expect.close(got.value, want, rtol=1e-4, atol=1e-4, what=what)
    what = {"en": "the gradient with constant rows", "zh-CN": "含常数行时的梯度"}
    # At a constant row the slope is 1/sqrt(eps) = 316.
    expect.close(got.inputs[0], gradient, rtol=1e-3, atol=1e-2, what=what)


@check(
    {"en": "The gradients of x, weight and bias, in float64", "zh-CN": "x、weight、bias 的梯度（float64）"},
    points=2,
    hint={"en": "Mean and variance depend on x: do not detach them.", "zh-CN": "均值和方差依赖 x：不要 detach。"},
)
def differentiates(learner, case):
    for shape in ((4,), (3, 4)):
        x = case.randn(5, *shape, dtype=torch.float64).transpose(0, -1).contiguous().transpose(0, -1)
        parts = [x, case.randn(*shape, dtype=torch.float64), case.randn(*shape, dtype=torch.float64)]
        upstream = case.randn(*x.shape, dtype=torch.float64)
        leaves = [part.clone().requires_grad_() for part in parts]
        want = F.layer_norm(leaves[0], shape, leaves[1], leaves[2])
        gradients = torch.autograd.grad(want, leaves, upstream)
        got = learner.vjp(learner.layer_norm, parts[0], shape, parts[1], parts[2], upstream=upstream)
        expect.close(got.value, want)
        for name, value, gradient in zip(("x", "weight", "bias"), got.inputs, gradients, strict=True):
            expect.close(value, gradient, what={"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"})


@check(
    {"en": "float64 stays float64, with its precision", "zh-CN": "float64 保持不变，精度也不丢失"},
    hint={"en": "Do not convert x.", "zh-CN": "不要转换 x 的类型。"},
)
def keeps_the_dtype(learner, case):
    # Near 1000, float32 is off by 1e-5 and more in each of 40 elements.
    x = case.randn(8, 5, dtype=torch.float64) + 1000
    compare(learner, x, (5,), name=", float64 values near 1000", name_zh="、float64、值约为 1000")


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={"en": "x -= mean changes the caller's tensor.", "zh-CN": "x -= mean 会修改调用者的张量。"},
)
def leaves_the_arguments_alone(learner, case):
    x, weight, bias = case.randn(5, 3), case.randn(3), case.randn(3)
    seen = learner.observe(learner.layer_norm, x, (3,), weight, bias)
    for name, before, after in zip(("x", "weight", "bias"), (x, weight, bias), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})


@check(
    {"en": "The result stays on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "New tensors need device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    x = case.randn(5, 3).cpu()
    expect.follows_the_device(learner.on_fake_gpu(learner.layer_norm, x, (3,)))
    expect.follows_the_device(learner.on_fake_gpu(learner.layer_norm, x, (3,), torch.ones(3), torch.ones(3)))
