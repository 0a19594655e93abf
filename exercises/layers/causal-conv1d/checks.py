"""Hidden checks of the exercise causal-conv1d; the expected values are summed tap by tap."""

import torch

from quizzer.checks import check, expect


def wanted(x, weight, bias, dilation):
    n, _, length = x.shape
    taps = weight.shape[2]
    result = x.new_zeros(n, weight.shape[0], length)
    for k in range(taps):
        back = (taps - 1 - k) * dilation
        if back < length:
            shifted = torch.cat([x.new_zeros(*x.shape[:2], back), x[..., : length - back]], dim=2)
            result = result + torch.einsum("oc,nct->not", weight[:, :, k], shifted)
    return result if bias is None else result + bias[:, None]


def compare(learner, case, n, c, o, length, taps, *, dilation=1, biased=True, dtype=torch.float32):
    x, weight = case.randn(n, c, length, dtype=dtype), case.randn(o, c, taps, dtype=dtype)
    bias = case.randn(o, dtype=dtype) * 3 if biased else None
    options = {} if dilation == 1 else {"dilation": dilation}
    arguments = (x, weight) if bias is None else (x, weight, bias)
    what = {
        "en": f"the output for (N, C, T) = {(n, c, length)}, O={o}, K={taps}, dilation={dilation}",
        "zh-CN": f"(N, C, T) = {(n, c, length)}、O={o}、K={taps}、dilation={dilation} 时的输出",
    }
    got = expect.tensor(learner.causal_conv1d(*arguments, **options), shape=(n, o, length), dtype=dtype, what=what)
    tolerance = 1e-5 if dtype == torch.float32 else 1e-9
    expect.close(got, wanted(x, weight, bias, dilation), rtol=tolerance, atol=4 * tolerance, what=what)


@check(
    {"en": "Values and length, odd and even kernels", "zh-CN": "数值与长度，奇数和偶数的核"},
    points=2,
    hint={
        "en": "K - 1 zeros on the left, none on the right, keep the length.",
        "zh-CN": "左边补 K - 1 个零，右边不补，长度就不变。",
    },
    visible=True,
)
def keeps_the_length(learner, case):
    for taps in (3, 2, case.pick([4, 6]), 5):
        compare(learner, case, 2, 3, 4, 11, taps, biased=False)


@check(
    {"en": "The dilation counts in the padding", "zh-CN": "填充要算上 dilation"},
    points=2,
    hint={"en": "The oldest tap looks (K - 1) * dilation back.", "zh-CN": "最早的系数往回看 (K - 1) * dilation。"},
)
def pads_for_the_dilation(learner, case):
    for taps, dilation in ((3, 2), (2, 3), (case.pick([4, 5]), 2)):
        compare(learner, case, 2, 3, 5, 14, taps, dilation=dilation)


@check(
    {"en": "The bias is added per output channel", "zh-CN": "每个输出通道加上各自的偏置"},
    hint={
        "en": "Also where zeros were padded; without bias nothing is added.",
        "zh-CN": "补零的位置也要加；不给 bias 时不加。",
    },
)
def adds_the_bias(learner, case):
    for n, c, o, length in ((2, 3, 4, 6), (4, 4, 4, 4), (1, 2, 3, 5)):
        compare(learner, case, n, c, o, length, 3)
        compare(learner, case, n, c, o, length, 3, biased=False)


@check(
    {"en": "A kernel of 1, and one longer than the input", "zh-CN": "长度为 1 的核，以及比输入还长的核"},
    hint={
        "en": "With K = 1 nothing is padded: -0 as a slice end would cut everything away.",
        "zh-CN": "K = 1 时不需要填充：切片终点写成 -0 会截掉全部。",
    },
)
def takes_extreme_kernels(learner, case):
    compare(learner, case, 2, 3, 4, 7, 1)
    compare(learner, case, 2, 3, 2, 7, 1, dilation=case.integer(2, 4))
    compare(learner, case, 2, 2, 3, 3, 6)
    compare(learner, case, 2, 2, 3, 4, 3, dilation=5)
    compare(learner, case, 3, 2, 2, 1, 3)


@check(
    {"en": "The future changes nothing", "zh-CN": "未来不影响现在"},
    points=3,
    hint={
        "en": "Change x from position t on: all outputs before t must stay the same.",
        "zh-CN": "从位置 t 起改变 x：t 之前的所有输出都必须不变。",
    },
)
def cannot_see_the_future(learner, case):
    for taps, dilation in ((3, 1), (4, 2), (2, 3)):
        x, weight, bias = case.randn(2, 3, 12), case.randn(4, 3, taps), case.randn(4)
        at = case.integer(5, 9)
        changed = x.clone()
        changed[..., at:] = changed[..., at:] * 2 + 5
        before = expect.tensor(learner.causal_conv1d(x, weight, bias, dilation), shape=(2, 4, 12))
        after = expect.tensor(learner.causal_conv1d(changed, weight, bias, dilation), shape=(2, 4, 12))
        what = {
            "en": f"outputs 0 to {at - 1} after a change of x from position {at} on (K={taps}, dilation={dilation})",
            "zh-CN": f"从位置 {at} 起改变 x 之后，第 0 到 {at - 1} 个输出（K={taps}，dilation={dilation}）",
        }
        expect.close(after[..., :at], before[..., :at], rtol=1e-5, atol=1e-5, what=what)
        what = {"en": f"output {at} after the change", "zh-CN": f"改变之后的第 {at} 个输出"}
        expect.close(after[..., at], wanted(changed, weight, bias, dilation)[..., at], rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": "Gradients of x, weight and bias, in float64", "zh-CN": "x、weight、bias 的梯度，float64"},
    points=2,
    hint={
        "en": "Tensor operations only; new tensors need the dtype of x.",
        "zh-CN": "只用张量运算；新建的张量要与 x 的 dtype 相同。",
    },
)
def differentiates(learner, case):
    for taps, dilation in ((3, 2), (2, 1)):
        shapes = ((2, 3, 8), (4, 3, taps), (4,))
        tensors = [case.randn(*shape, dtype=torch.float64) for shape in shapes]
        leaves = [tensor.clone().requires_grad_() for tensor in tensors]
        want = wanted(*leaves, dilation)
        upstream = case.randn(2, 4, 8, dtype=torch.float64)
        gradients = torch.autograd.grad(want, leaves, upstream)
        got = learner.vjp(learner.causal_conv1d, *tensors, upstream=upstream, dilation=dilation)
        expect.tensor(got.value, shape=(2, 4, 8), dtype=torch.float64)
        for name, gradient, found in zip(("x", "weight", "bias"), gradients, got.inputs, strict=True):
            expect.close(found, gradient, rtol=1e-7, what={"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"})


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={"en": "Work on new tensors.", "zh-CN": "在新的张量上计算。"},
)
def leaves_the_arguments_alone(learner, case):
    tensors = case.randn(2, 3, 7), case.randn(4, 3, 3), case.randn(4)
    seen = learner.observe(learner.causal_conv1d, *tensors, dilation=2)
    for name, before, after in zip(("x", "weight", "bias"), tensors, seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
