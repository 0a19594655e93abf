"""Hidden checks of the exercise conv2d; the expected numbers come from F.conv2d, in float64."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect


def draw(case, x_shape, w_shape, dtype=torch.float64):
    return case.randn(*x_shape, dtype=dtype), case.randn(*w_shape, dtype=dtype), case.randn(w_shape[0], dtype=dtype)


def compare(learner, case, x_shape, w_shape, *, bias=True, **options):
    x, w, b = draw(case, x_shape, w_shape)
    extra = "".join(f", {name}={value}" for name, value in options.items())
    what = {
        "en": f"the result for x {x_shape}, w {w_shape}{extra}",
        "zh-CN": f"x 为 {x_shape}、w 为 {w_shape}{extra} 时的结果",
    }
    given = (x, w, b) if bias else (x, w)
    expect.close(learner.conv2d(*given, **options), F.conv2d(*given, **options), what=what)


@check(
    {"en": "A plain kernel, not flipped", "zh-CN": "普通卷积核，不翻转"},
    points=2,
    hint={
        "en": "Cross-correlation: w[0, 0] meets the upper left corner.",
        "zh-CN": "互相关：w[0, 0] 对应窗口的左上角。",
    },
    visible=True,
)
def correlates(learner, case):
    compare(learner, case, (2, 3, 7, 9), (4, 3, 3, 2), bias=False)
    compare(learner, case, (3, 3, 3, 3), (3, 3, 3, 3), bias=False)
    compare(learner, case, (1, 2, 6, 5), (3, 2, 1, 1), bias=False)
    compare(learner, case, (2, 1, 5, 8), (1, 1, 2, 5), bias=False)


@check(
    {"en": "One bias for each output channel", "zh-CN": "每个输出通道一个偏置"},
    hint={
        "en": "(O,) must be lined up with axis 1, not with the width.",
        "zh-CN": "(O,) 要与第 1 轴对齐，而不是与宽度对齐。",
    },
)
def adds_the_bias_per_channel(learner, case):
    compare(learner, case, (2, 3, 7, 9), (4, 3, 3, 2))
    compare(learner, case, (1, 2, 6, 6), (4, 2, 3, 3))
    compare(learner, case, (4, 2, 6, 6), (4, 2, 3, 3))


@check(
    {"en": "Stride, as an int and as a pair", "zh-CN": "步幅：int 与一对数"},
    hint={"en": "A pair is (height, width).", "zh-CN": "一对数的顺序是（高，宽）。"},
)
def steps(learner, case):
    compare(learner, case, (2, 3, 9, 12), (4, 3, 3, 2), stride=2)
    compare(learner, case, (2, 3, 9, 12), (4, 3, 3, 2), stride=(3, 2))
    compare(learner, case, (2, 2, 9, 9), (3, 2, 3, 3), stride=(1, 4))


@check(
    {"en": "Padding, as an int and as a pair", "zh-CN": "填充：int 与一对数"},
    hint={
        "en": "F.pad counts from the last axis; F.unfold takes (height, width).",
        "zh-CN": "F.pad 从最后一轴数起；F.unfold 的顺序是（高，宽）。",
    },
)
def pads(learner, case):
    compare(learner, case, (2, 3, 5, 7), (4, 3, 3, 2), padding=2)
    compare(learner, case, (2, 3, 5, 7), (4, 3, 3, 2), padding=(0, 3))
    compare(learner, case, (2, 2, 6, 6), (3, 2, 3, 3), padding=(2, 1), stride=2)


@check(
    {"en": "Dilation, as an int and as a pair", "zh-CN": "膨胀率：int 与一对数"},
    hint={"en": "Neighbouring taps are d cells apart.", "zh-CN": "相邻的点相距 d 格。"},
)
def dilates(learner, case):
    compare(learner, case, (2, 3, 9, 11), (4, 3, 3, 2), dilation=2)
    compare(learner, case, (2, 3, 9, 11), (4, 3, 3, 2), dilation=(1, 4))
    compare(learner, case, (2, 2, 9, 9), (3, 2, 3, 3), dilation=(3, 2), padding=(1, 2), stride=(2, 1))


@check(
    {"en": "Groups and depthwise", "zh-CN": "分组卷积与 depthwise"},
    points=2,
    hint={"en": "Block g of the outputs sees block g of the inputs only.", "zh-CN": "第 g 块输出只看第 g 块输入。"},
)
def splits_into_groups(learner, case):
    compare(learner, case, (2, 4, 6, 7), (6, 2, 3, 2), groups=2)
    compare(learner, case, (2, 6, 6, 7), (6, 2, 3, 2), groups=3, stride=(1, 2), padding=1)
    compare(learner, case, (3, 4, 6, 7), (4, 1, 3, 2), groups=4)
    compare(learner, case, (1, 3, 8, 7), (6, 1, 2, 3), groups=3, dilation=2, padding=(2, 0))


@check(
    {"en": "The gradients of x, w and b", "zh-CN": "x、w、b 的梯度"},
    points=2,
    hint={
        "en": "Build the result with tensor operations on x, w and b themselves.",
        "zh-CN": "直接对 x、w、b 做张量运算来得到结果。",
    },
)
def differentiates(learner, case):
    settings = ({"stride": (2, 1), "padding": (1, 2)}, {"groups": 2, "dilation": (1, 2)})
    for options in settings:
        w_shape = (4, 4 // options.get("groups", 1), 3, 2)
        parts = draw(case, (2, 4, 6, 5), w_shape)
        leaves = [part.clone().requires_grad_() for part in parts]
        want = F.conv2d(*leaves, **options)
        upstream = case.randn(*want.shape, dtype=torch.float64)
        gradients = torch.autograd.grad(want, leaves, upstream)
        got = learner.vjp(learner.conv2d, *parts, upstream=upstream, **options)
        expect.close(got.value, want)
        for name, value, gradient in zip(("x", "w", "b"), got.inputs, gradients, strict=True):
            expect.close(value, gradient, what={"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"})


@check(
    {"en": "Tensors in any memory layout", "zh-CN": "张量在内存中可以任意排列"},
    hint={
        "en": "view needs a tensor whose axes lie in memory in this order; reshape does not.",
        "zh-CN": "view 要求张量的各轴在内存中按顺序排列，reshape 则不要求。",
    },
)
def takes_any_layout(learner, case):
    x, w, b = draw(case, (2, 3, 6, 7), (4, 3, 3, 2))
    layouts = (
        (learner.fixtures.channels_last, "channels last", "通道在最后"),
        (learner.fixtures.transposed, "height and width exchanged", "高与宽互换"),
    )
    for function, layout, layout_zh in layouts:
        what = {
            "en": f"the result for x and w that lie in memory with {layout}",
            "zh-CN": f"x 和 w 在内存中{layout_zh}时的结果",
        }
        expect.close(function(learner.conv2d, x, w, b), F.conv2d(x, w, b), what=what)


@check(
    {"en": "Nothing is changed; dtype and device are kept", "zh-CN": "不修改参数；保持 dtype 与设备"},
    hint={
        "en": "New tensors need dtype=x.dtype and device=x.device.",
        "zh-CN": "新建张量时要写 dtype=x.dtype、device=x.device。",
    },
)
def leaves_the_arguments_alone(learner, case):
    x, w, b = draw(case, (2, 2, 5, 6), (3, 2, 3, 2), torch.float32)
    seen = learner.observe(learner.conv2d, x, w, b, 2, 1)
    expect.close(seen.value, F.conv2d(x, w, b, 2, 1), rtol=1e-4, atol=1e-4)
    for name, before, after in zip(("x", "w", "b"), (x, w, b), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
    expect.follows_the_device(learner.on_fake_gpu(learner.conv2d, x.cpu(), w.cpu(), b.cpu(), 2, 1))
