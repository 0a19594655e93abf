"""Hidden checks of the exercise buffer-normalize."""

import torch

from quizzer.checks import check, expect


def draw(case, channels):
    """Constants that differ from channel to channel."""
    mean = [round(case.uniform(-1, 1) + 2 * i, 3) for i in range(channels)]
    std = [round(case.uniform(0.2, 0.4) * 2**i, 3) for i in range(channels)]
    return mean, std


def wanted(x, mean, std):
    shape = (-1, 1, 1)
    m, s = (torch.tensor(v, dtype=x.dtype, device=x.device).view(shape) for v in (mean, std))
    return (x - m) / s


@check(
    {"en": "Each channel has its own mean and deviation", "zh-CN": "每个通道有自己的均值和标准差"},
    points=3,
    hint={
        "en": "(C,) lines up with the last axis, the columns. Give it two more axes.",
        "zh-CN": "(C,) 对齐的是最后一轴，即各列。给它再加两个轴。",
    },
    visible=True,
)
def normalises_each_channel(learner, case):
    for shape in ((2, 3, 3, 3), (4, 3, 5, 7), (1, 1, 4, 6), (2, 2, 2, 2), (3, 4, 1, 4)):
        mean, std = draw(case, shape[1])
        x = case.randn(*shape) * 2
        what = {"en": f"the result for images of shape {shape}", "zh-CN": f"图片形状为 {shape} 时的结果"}
        expect.close(learner.Normalize(mean, std)(x), wanted(x, mean, std), rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": "Buffers mean and std, no parameters", "zh-CN": "有缓冲区 mean 和 std，没有参数"},
    points=2,
    hint={
        "en": "register_buffer(name, tensor); it is persistent unless told otherwise.",
        "zh-CN": "register_buffer(name, tensor)；默认就会保存到 state_dict。",
    },
)
def keeps_buffers(learner, case):
    mean, std = draw(case, 3)
    parameters, buffers, state = learner.fixtures.contents(learner.Normalize(mean, std))
    for en, zh, got, want in (
        ("parameters", "参数", parameters, []),
        ("buffers", "缓冲区", buffers, ["mean", "std"]),
        ("keys of the state_dict", "state_dict 的键", [name for name, _ in state], ["mean", "std"]),
    ):
        expect.that(
            got == want,
            {"en": f"The {en} should be {want}, but they are {got}.", "zh-CN": f"{zh}应为 {want}，实际为 {got}。"},
        )
    for (name, value), numbers in zip(state, (mean, std), strict=True):
        what = {"en": f"{name} in the state_dict", "zh-CN": f"state_dict 里的 {name}"}
        expect.that(
            isinstance(value, torch.Tensor) and value.numel() == 3,
            {"en": f"{name} should have 3 elements.", "zh-CN": f"{name} 应有 3 个元素。"},
        )
        expect.close(value.reshape(-1), torch.tensor(numbers), what=what)


@check(
    {"en": "load_state_dict brings the other's constants", "zh-CN": "load_state_dict 载入另一个模块的常数"},
    points=2,
    hint={
        "en": "forward must use the buffers themselves, not copies made earlier.",
        "zh-CN": "forward 必须使用缓冲区本身，而不是之前做的副本。",
    },
)
def loads_state(learner, case):
    (mean, std), (other_mean, other_std) = draw(case, 3), draw(case, 3)
    other_mean = [value + 5 for value in other_mean]
    target = learner.Normalize(mean, std)
    learner.fixtures.transfer(learner.Normalize(other_mean, other_std), target)
    x = case.randn(2, 3, 4, 5)
    what = {"en": "the result after load_state_dict", "zh-CN": "load_state_dict 之后的结果"}
    expect.close(target(x), wanted(x, other_mean, other_std), rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": ".double() is followed", "zh-CN": "跟随 .double()"},
    hint={
        "en": "Buffers are converted with the module; plain attributes and new tensors are not.",
        "zh-CN": "缓冲区随模块一起转换；普通属性和新建的张量不会。",
    },
)
def follows_double(learner, case):
    mean, std = draw(case, 3)
    module = learner.Normalize(mean, std)
    x = case.randn(2, 3, 4, 3) * 100
    expect.tensor(module(x), shape=(2, 3, 4, 3), dtype=torch.float32)
    learner.fixtures.doubled(module)
    for name, value in learner.fixtures.contents(module)[2]:
        expect.tensor(
            value, dtype=torch.float64, what={"en": f"{name} after .double()", "zh-CN": f".double() 之后的 {name}"}
        )
    what = {"en": "the result after .double()", "zh-CN": ".double() 之后的结果"}
    # The constants were float32 numbers before; x is rounded by whoever goes back to float32.
    x = case.randn(2, 3, 4, 3, dtype=torch.float64) * 100
    m, s = (torch.tensor(v).double().view(-1, 1, 1) for v in (mean, std))
    expect.close(module(x), (x - m) / s, rtol=1e-9, atol=1e-9, what=what)


@check(
    {"en": ".to('meta') is followed", "zh-CN": "跟随 .to('meta')"},
    points=2,
    hint={
        "en": "Everything that forward uses has to move with the module.",
        "zh-CN": "forward 用到的一切都要随模块移动。",
    },
)
def follows_the_device(learner, case):
    devices, device, shape = learner.fixtures.on_meta(learner.Normalize(*draw(case, 3)), [2, 3, 5, 4])
    expect.that(
        devices == ["meta", "meta"],
        {
            "en": f"After .to('meta'), mean and std should be on meta, but they are on {devices}.",
            "zh-CN": f".to('meta') 之后 mean 和 std 应在 meta 上，实际在 {devices} 上。",
        },
    )
    expect.that(
        device == "meta" and shape == (2, 3, 5, 4),
        {
            "en": f"The result should be on meta with shape (2, 3, 5, 4), but it is on {device} with shape {shape}.",
            "zh-CN": f"结果应在 meta 上、形状为 (2, 3, 5, 4)，实际在 {device} 上、形状为 {shape}。",
        },
    )


@check(
    {"en": "The gradient reaches x, and x is left as it is", "zh-CN": "梯度传到 x，且 x 不被修改"},
    points=2,
    hint={
        "en": "sub_ and div_ write into x; detach and .data cut the graph.",
        "zh-CN": "sub_ 和 div_ 会写入 x；detach 和 .data 会切断计算图。",
    },
)
def leaves_x_alone(learner, case):
    mean, std = draw(case, 3)
    x, upstream = case.randn(2, 3, 4, 5), case.randn(2, 3, 4, 5)
    seen = learner.observe(learner.Normalize(mean, std), x.clone())
    expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})
    result = learner.vjp(learner.Normalize(mean, std), x, upstream=upstream)
    want = upstream / torch.tensor(std).view(-1, 1, 1)
    expect.close(result.inputs[0], want, rtol=1e-4, atol=1e-5, what={"en": "the gradient of x", "zh-CN": "x 的梯度"})
    after = learner.fixtures.lists_after(learner.Normalize, list(mean), list(std))
    what = {"en": "the lists after the call", "zh-CN": "调用之后的两个列表"}
    expect.equal([list(values) for values in after], [mean, std], what=what)
