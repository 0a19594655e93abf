"""Hidden checks of the exercise gru-cell; the expected numbers come from torch.gru_cell and nn.GRU, in float64."""

import torch
from torch import nn

from quizzer.checks import check, expect

NAMES = ("x", "h", "w_ih", "w_hh", "b_ih", "b_hh")


def draw(case, n, features, hidden, *, scale=1.0, dtype=torch.float64):
    shapes = ((n, features), (n, hidden), (3 * hidden, features), (3 * hidden, hidden), (3 * hidden,), (3 * hidden,))
    return [case.randn(*shape, dtype=dtype) * scale for shape in shapes]


@check(
    {"en": "One step with moderate weights", "zh-CN": "权重适中的一步"},
    points=2,
    hint={"en": "Reset, update, new: mind the order of the blocks.", "zh-CN": "重置、更新、候选：注意各块的顺序。"},
    visible=True,
)
def makes_one_step(learner, case):
    for n, features, hidden in ((4, 3, 5), (1, 2, 3), (3, 3, 3), (2, 6, 1), (9, 3, 3)):
        parts = draw(case, n, features, hidden, scale=0.7)
        what = {
            "en": f"the new state for N={n}, I={features}, H={hidden}",
            "zh-CN": f"N={n}、I={features}、H={hidden} 时的新状态",
        }
        expect.close(learner.gru_cell(*parts), torch.gru_cell(*parts), what=what)


@check(
    {"en": "Large weights: the gates open and close fully", "zh-CN": "权重很大：门完全打开或关闭"},
    hint={
        "en": "z near 1 keeps h; r multiplies the product with h, bias included.",
        "zh-CN": "z 接近 1 时保留 h；r 乘的是与 h 的乘积，连同偏置。",
    },
)
def survives_large_weights(learner, case):
    parts = draw(case, 4, 3, 5, scale=3.0)
    expect.close(learner.gru_cell(*parts), torch.gru_cell(*parts), what={"en": "the new state", "zh-CN": "新状态"})
    huge = draw(case, 4, 3, 5, scale=40.0)
    huge[1] = case.randn(4, 5, dtype=torch.float64)
    expect.close(learner.gru_cell(*huge), torch.gru_cell(*huge), what={"en": "the new state", "zh-CN": "新状态"})


@check(
    {"en": "The two biases play different parts", "zh-CN": "两个偏置作用不同"},
    hint={"en": "b_hh of the candidate stands inside r * (...).", "zh-CN": "候选状态的 b_hh 在 r * (...) 里面。"},
)
def tells_the_biases_apart(learner, case):
    parts = draw(case, 4, 3, 5, scale=0.5)
    for i in (4, 5):
        changed = list(parts)
        changed[i] = parts[i] + 2 * case.randn(15, dtype=torch.float64)
        what = {"en": f"the new state with a large {NAMES[i]}", "zh-CN": f"{NAMES[i]} 较大时的新状态"}
        expect.close(learner.gru_cell(*changed), torch.gru_cell(*changed), what=what)


@check(
    {"en": "The gradients of all six arguments", "zh-CN": "全部 6 个参数的梯度"},
    points=2,
    hint={
        "en": "No detach, no .data; h counts twice, in the gates and in z * h.",
        "zh-CN": "不要 detach 或 .data；h 出现两次：在门里，以及在 z * h 里。",
    },
)
def differentiates(learner, case):
    parts = draw(case, 4, 3, 5, scale=0.8)
    upstream = case.randn(4, 5, dtype=torch.float64)
    leaves = [part.clone().requires_grad_() for part in parts]
    gradients = torch.autograd.grad(torch.gru_cell(*leaves), leaves, upstream)
    got = learner.vjp(learner.gru_cell, *parts, upstream=upstream)
    for name, value, want in zip(NAMES, got.inputs, gradients, strict=True):
        expect.close(value, want, what={"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"})


@check(
    {"en": "Six steps in a row equal nn.GRU", "zh-CN": "连续 6 步等于 nn.GRU"},
    points=2,
    hint={
        "en": "The state of one call is the h of the next; nothing may be kept elsewhere.",
        "zh-CN": "一次调用的状态就是下一次的 h；不得在别处保存任何状态。",
    },
)
def unrolls_to_a_gru(learner, case):
    gru = nn.GRU(3, 4, batch_first=True).to(case.device, torch.float64)
    with torch.no_grad():
        for parameter in gru.parameters():
            parameter.copy_(case.randn(*parameter.shape, dtype=torch.float64))
    weights = [parameter.detach() for parameter in gru.parameters()]
    x = case.randn(2, 6, 3, dtype=torch.float64)
    want = gru(x)[0].detach()
    h = torch.zeros(2, 4, dtype=torch.float64, device=case.device)
    for t in range(6):
        h = learner.gru_cell(x[:, t], h, *weights)
        what = {"en": f"the state after step {t + 1}", "zh-CN": f"第 {t + 1} 步之后的状态"}
        expect.close(h, want[:, t], what=what)


@check(
    {"en": "No argument is changed; dtype and device are kept", "zh-CN": "不修改参数；保持 dtype 与设备"},
    hint={"en": "Neither h nor the weights may be changed in place.", "zh-CN": "h 和权重都不能就地修改。"},
)
def leaves_the_arguments_alone(learner, case):
    parts = draw(case, 4, 3, 5, dtype=torch.float32)
    seen = learner.observe(learner.gru_cell, *parts)
    expect.close(seen.value, torch.gru_cell(*parts), rtol=1e-4, atol=1e-4)
    for name, before, after in zip(NAMES, parts, seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
    expect.follows_the_device(learner.on_fake_gpu(learner.gru_cell, *[part.cpu() for part in parts]))
