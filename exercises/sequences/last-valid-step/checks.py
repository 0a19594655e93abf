"""Hidden checks of the exercise last-valid-step; every row is compared with slicing."""

import torch

from quizzer.checks import check, expect


def draw(case, n, t, h, dtype=torch.float32):
    output = case.randn(n, t, h, dtype=dtype)
    lengths = torch.randint(1, t + 1, (n,), generator=case.generator).to(case.device)
    return output, lengths


def picked(output, lengths):
    return torch.stack([row[length - 1] for row, length in zip(output, lengths.tolist(), strict=True)])


def compare(learner, output, lengths):
    what = {
        "en": f"the result for output {tuple(output.shape)}, lengths {lengths.tolist()}",
        "zh-CN": f"output 形状为 {tuple(output.shape)}、lengths 为 {lengths.tolist()} 时的结果",
    }
    expect.equal(learner.last_valid(output, lengths), picked(output, lengths), what=what)


@check(
    {"en": "Row by row the last real step", "zh-CN": "每一行都是最后一个真实时间步"},
    points=2,
    hint={
        "en": "Step lengths[i] - 1 of sequence i, not the last step of the padding.",
        "zh-CN": "第 i 个序列的第 lengths[i] - 1 步，而不是填充的最后一步。",
    },
    visible=True,
)
def picks_the_last_real_step(learner, case):
    for n, t, h in ((4, 6, 3), (1, 5, 2), (7, 3, 4)):
        compare(learner, *draw(case, n, t, h))


@check(
    {"en": "A cube of 5 x 5 x 5", "zh-CN": "5 x 5 x 5 的立方体"},
    hint={"en": "Which axis is the batch, which the time?", "zh-CN": "哪个轴是批，哪个轴是时间？"},
)
def picks_from_a_cube(learner, case):
    output = case.randn(5, 5, 5)
    for lengths in ([3, 1, 5, 2, 4], [5, 5, 2, 1, 1]):
        compare(learner, output, torch.tensor(lengths, device=case.device))


@check(
    {"en": "Lengths 1 and T", "zh-CN": "长度为 1 与 T"},
    hint={
        "en": "Length 1 means step 0; length T means step T - 1.",
        "zh-CN": "长度 1 对应第 0 步；长度 T 对应第 T - 1 步。",
    },
)
def takes_both_ends(learner, case):
    output = case.randn(3, 6, 2)
    for lengths in ([1, 1, 1], [6, 6, 6], [1, 6, 1]):
        compare(learner, output, torch.tensor(lengths, device=case.device))
    compare(learner, case.randn(2, 1, 3), torch.tensor([1, 1], device=case.device))


@check(
    {"en": "The gradient reaches the picked steps only", "zh-CN": "梯度只传到被取出的时间步"},
    points=2,
    hint={
        "en": "Index the tensor itself, without detach() or a copy by value.",
        "zh-CN": "直接索引张量本身，不要 detach()，也不要按值复制。",
    },
)
def sends_the_gradient_to_the_picked_steps(learner, case):
    output, lengths = draw(case, 4, 5, 3, torch.float64)
    upstream = case.randn(4, 3, dtype=torch.float64)
    want = torch.zeros_like(output)
    for i, length in enumerate(lengths.tolist()):
        want[i, length - 1] = upstream[i]
    got = learner.vjp(learner.last_valid, output, lengths, upstream=upstream)
    expect.equal(got.value, picked(output, lengths))
    expect.close(got.inputs[0], want, what={"en": "the gradient of output", "zh-CN": "output 的梯度"})


@check(
    {"en": "Non-contiguous input, any dtype; nothing is changed", "zh-CN": "输入可不连续、dtype 不限；不作修改"},
    hint={
        "en": "lengths -= 1 changes the caller's tensor; padding may hold NaN.",
        "zh-CN": "lengths -= 1 会修改调用者的张量；填充里可能有 NaN。",
    },
)
def leaves_the_arguments_alone(learner, case):
    for dtype in (torch.float32, torch.float64, torch.bfloat16):
        output, lengths = draw(case, 5, 4, 3, dtype)
        output = output.transpose(0, 1).contiguous().transpose(0, 1)
        for i, length in enumerate(lengths.tolist()):
            output[i, length:] = torch.nan
        compare(learner, output, lengths)
        seen = learner.observe(learner.last_valid, output, lengths)
        what = {"en": "lengths after the call", "zh-CN": "调用之后的 lengths"}
        expect.equal(seen.arguments[1], lengths, what=what)
        what = {"en": "output should be left as it is, but it was changed", "zh-CN": "output 应保持不变，却被修改了"}
        expect.that(not seen.changed, what)


@check(
    {"en": "The result stays on the device of output", "zh-CN": "结果与 output 在同一设备上"},
    hint={
        "en": "Use the lengths as a tensor, and write device=output.device.",
        "zh-CN": "把 lengths 当作张量用，并写 device=output.device。",
    },
)
def follows_the_device(learner, case):
    output, lengths = (tensor.cpu() for tensor in draw(case, 4, 5, 3))
    expect.follows_the_device(learner.on_fake_gpu(learner.last_valid, output, lengths))
