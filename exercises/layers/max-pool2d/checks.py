"""Hidden checks of the exercise max-pool2d; the expected numbers come from F.max_pool2d."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect


def compare(learner, x, *args, **options):
    given = [str(arg) for arg in args] + [f"{name}={value}" for name, value in options.items()]
    what = {
        "en": f"the result of `max_pool2d(x, {', '.join(given)})` for x of shape {tuple(x.shape)}",
        "zh-CN": f"x 形状为 {tuple(x.shape)} 时 `max_pool2d(x, {', '.join(given)})` 的结果",
    }
    expect.equal(learner.max_pool2d(x, *args, **options), F.max_pool2d(x, *args, **options), what=what)


@check(
    {"en": "The stride defaults to the kernel size", "zh-CN": "步幅默认等于核的大小"},
    points=2,
    hint={
        "en": "stride=None means k; an incomplete last window is left out.",
        "zh-CN": "stride=None 即为 k；末尾不完整的窗口舍去。",
    },
    visible=True,
)
def steps_by_the_kernel(learner, case):
    compare(learner, case.randn(2, 3, 6, 8), 2)
    compare(learner, case.randn(1, 2, 7, 11), 3)
    compare(learner, case.randn(3, 3, 3, 3), 3)
    compare(learner, case.randn(2, 1, 4, 5), 1)


@check(
    {"en": "Overlapping and gapped windows", "zh-CN": "重叠的窗口与有间隔的窗口"},
    points=2,
    hint={"en": "Windows start at 0, s, 2s, ... on both axes.", "zh-CN": "两个轴上窗口都从 0、s、2s……开始。"},
)
def takes_a_stride(learner, case):
    compare(learner, case.randn(2, 3, 7, 9), 3, 1)
    compare(learner, case.randn(2, 3, 8, 11), 3, stride=2)
    compare(learner, case.randn(2, 2, 9, 12), 2, stride=3)
    compare(learner, case.randn(5, 5, 5, 5), 2, stride=1)


@check(
    {"en": "Padding never wins", "zh-CN": "填充绝不会胜出"},
    points=2,
    hint={"en": "Zeros are larger than negative numbers. -inf is not.", "zh-CN": "零比负数大，而 -inf 不会。"},
)
def never_takes_the_padding(learner, case):
    for x in (-case.rand(2, 3, 6, 8) - 0.5, case.randn(2, 3, 6, 8), -case.rand(2, 3, 6, 8) * 1e30):
        compare(learner, x, 3, padding=1)
        compare(learner, x, 2, 2, 1)
        compare(learner, x, 5, stride=1, padding=2)


@check(
    {"en": "The gradient goes to the maximum only", "zh-CN": "梯度只传给最大值"},
    points=2,
    hint={"en": "Take the maximum with a tensor operation on x itself.", "zh-CN": "直接对 x 做求最大值的张量运算。"},
)
def sends_the_gradient_to_the_maximum(learner, case):
    settings = ({"k": 2}, {"k": 3, "stride": 1}, {"k": 3, "stride": 2, "padding": 1})
    for options in settings:
        x = case.randn(2, 3, 6, 7, dtype=torch.float64) - 3
        leaf = x.clone().requires_grad_()
        want = F.max_pool2d(leaf, options["k"], options.get("stride"), options.get("padding", 0))
        upstream = case.randn(*want.shape, dtype=torch.float64)
        (gradient,) = torch.autograd.grad(want, leaf, upstream)
        got = learner.vjp(learner.max_pool2d, x, upstream=upstream, **options)
        expect.close(got.value, want)
        expect.close(got.inputs[0], gradient, what={"en": "the gradient of x", "zh-CN": "x 的梯度"})


@check(
    {"en": "Non-contiguous and float64 input, left unchanged", "zh-CN": "输入可不连续、可为 float64，且不被修改"},
    hint={
        "en": "reshape instead of view; no in-place change; keep the dtype.",
        "zh-CN": "用 reshape 而不是 view；不要就地修改；保持 dtype。",
    },
)
def leaves_the_input_alone(learner, case):
    for dtype in (torch.float32, torch.float64):
        x = case.randn(2, 7, 6, 3, dtype=dtype).permute(0, 3, 1, 2)
        for padding in (0, 1):
            compare(learner, x, 3, 2, padding)
            seen = learner.observe(learner.max_pool2d, x, 3, 2, padding)
            what = {"en": "x after the call", "zh-CN": "调用之后的 x"}
            expect.equal(seen.arguments[0], x, what=what)


@check(
    {"en": "The result stays on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "A padded tensor needs device=x.device.", "zh-CN": "创建填充张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    x = case.randn(2, 3, 6, 7).cpu()
    expect.follows_the_device(learner.on_fake_gpu(learner.max_pool2d, x, 3, 2, 1))
    expect.follows_the_device(learner.on_fake_gpu(learner.max_pool2d, x, 2))
