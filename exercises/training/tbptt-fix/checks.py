"""Hidden checks of the exercise tbptt-fix.

Everything is float64; the expected numbers come from a loop with torch.autograd.grad and an update by hand.
"""

import torch
import torch.nn.functional as F
from torch import nn

from quizzer.checks import check, expect

BATCH, FEATURES, HIDDEN, OUTPUTS = 3, 2, 5, 2


def draw(case, lengths, layers=1):
    """Weights so large that the state matters, and chunks with targets that need it."""
    gru = nn.GRU(FEATURES, HIDDEN, num_layers=layers, batch_first=True, dtype=torch.float64).to("cpu")
    head = nn.Linear(HIDDEN, OUTPUTS, dtype=torch.float64).to("cpu")
    with torch.no_grad():
        for parameter in (*gru.parameters(), *head.parameters()):
            parameter.copy_(case.randn(*parameter.shape, dtype=torch.float64).cpu() * 0.8)
    chunks = [case.randn(BATCH, length, FEATURES, dtype=torch.float64).cpu() for length in lengths]
    targets = [case.randn(BATCH, length, OUTPUTS, dtype=torch.float64).cpu() + 1.5 for length in lengths]
    return gru, head, chunks, targets


def copies(module):
    return {name: value.detach().clone() for name, value in module.state_dict().items()}


def expected(gru, head, chunks, targets, lr, momentum, calls):
    """The losses of each call, and all weights afterwards."""
    parameters = [*gru.parameters(), *head.parameters()]
    speeds = [torch.zeros_like(parameter) for parameter in parameters]
    losses = []
    for _ in range(calls):
        state, of_this_call = torch.zeros(gru.num_layers, BATCH, HIDDEN, dtype=torch.float64), []
        for x, y in zip(chunks, targets, strict=True):
            out, state = gru(x, state.detach())
            loss = F.mse_loss(head(out), y)
            gradients = torch.autograd.grad(loss, parameters)
            with torch.no_grad():
                for parameter, speed, gradient in zip(parameters, speeds, gradients, strict=True):
                    speed.mul_(momentum).add_(gradient)
                    parameter -= lr * speed
            of_this_call.append(loss.item())
        losses.append(of_this_call)
    return losses, [parameter.detach() for parameter in parameters]


def run(learner, case, lengths, *, layers=1, momentum=0.0, stale=None, calls=1):
    """What came and what is wanted."""
    gru, head, chunks, targets = draw(case, lengths, layers)
    lr = case.uniform(0.05, 0.15)
    arguments = copies(gru), copies(head), layers, chunks, targets, lr, momentum, stale, calls
    got = learner.fixtures.run(learner.run_chunks, *arguments)
    return got, expected(gru, head, chunks, targets, lr, momentum, calls)


def same_losses(got, want):
    expect.is_type(got, list, what={"en": "what run_chunks returns", "zh-CN": "run_chunks 的返回值"})
    number = {"en": f"the number of losses for {len(want)} chunks", "zh-CN": f"{len(want)} 段的损失个数"}
    expect.equal(len(got), len(want), what=number)
    for index, (loss, wanted) in enumerate(zip(got, want, strict=True)):
        what = {"en": f"the loss of chunk {index} (counted from 0)", "zh-CN": f"第 {index} 段（从 0 数起）的损失"}
        expect.is_type(loss, float, what=what)
        expect.close(loss, wanted, rtol=1e-8, atol=1e-9, what=what)


def same_weights(got, want, after, after_zh):
    for index, (value, wanted) in enumerate(zip(got, want, strict=True)):
        what = {"en": f"parameter {index} after {after}", "zh-CN": f"{after_zh}之后的第 {index} 个参数"}
        expect.close(value, wanted, rtol=1e-8, atol=1e-9, what=what)


@check(
    {"en": "Several chunks run, one loss each", "zh-CN": "多段都能运行，每段一个损失"},
    points=2,
    hint={
        "en": "Give the next chunk the value of the state, not its graph.",
        "zh-CN": "传给下一段的是状态的值，而不是它的计算图。",
    },
    visible=True,
)
def runs_several_chunks(learner, case):
    for lengths in ((4,), (3, 3, 3, 3), (5, 2, 1)):
        (losses, _), (wanted, _) = run(learner, case, lengths)
        expect.equal(len(losses[0]), len(lengths), what={"en": "the number of losses", "zh-CN": "损失的个数"})
        for loss in losses[0]:
            expect.is_type(loss, float, what={"en": "a loss", "zh-CN": "损失"})
        expect.close(
            losses[0][0], wanted[0][0], rtol=1e-8, atol=1e-9, what={"en": "the first loss", "zh-CN": "第一个损失"}
        )


@check(
    {"en": "The value of the state is carried on", "zh-CN": "状态的值传了下去"},
    points=3,
    hint={"en": "Zeros at the first chunk only.", "zh-CN": "只有第一段从零开始。"},
)
def carries_the_state(learner, case):
    for lengths, layers in (((4, 3), 1), ((2, 5, 3), 1), ((3, 4), 2)):
        (losses, _), (wanted, _) = run(learner, case, lengths, layers=layers)
        same_losses(losses[0], wanted[0])


@check(
    {"en": "The gradient stays within its chunk", "zh-CN": "梯度不越过本段"},
    points=3,
    hint={
        "en": "One step per chunk with this chunk's gradient; retain_graph=True goes back too far.",
        "zh-CN": "每段用本段的梯度更新一步；retain_graph=True 回溯得太远。",
    },
)
def keeps_the_gradient_in_the_chunk(learner, case):
    for lengths, layers, momentum in (((3,), 1, 0.0), ((4, 3), 1, 0.0), ((3, 2, 4, 3), 2, 0.7)):
        (_, weights), (_, wanted) = run(learner, case, lengths, layers=layers, momentum=momentum)
        same_weights(weights, wanted, f"{len(lengths)} chunk(s)", f"{len(lengths)} 段")


@check(
    {"en": "Stale gradients have no influence", "zh-CN": "残留的梯度不产生影响"},
    hint={"en": "zero_grad before the first backward, too.", "zh-CN": "第一次 backward 之前也要 zero_grad。"},
)
def ignores_stale_gradients(learner, case):
    for lengths in ((4,), (3, 3)):
        (_, weights), (_, wanted) = run(learner, case, lengths, stale=2.5)
        after, after_zh = (
            f"{len(lengths)} chunk(s), with stale gradients in the beginning",
            f"带着残留梯度训练 {len(lengths)} 段",
        )
        same_weights(weights, wanted, after, after_zh)


@check(
    {"en": "Each call starts from the zero state", "zh-CN": "每次调用都从零状态开始"},
    hint={"en": "The state is a local variable.", "zh-CN": "状态是局部变量。"},
)
def forgets_earlier_calls(learner, case):
    (losses, weights), (wanted, wanted_weights) = run(learner, case, (3, 4), calls=2)
    for got, want in zip(losses, wanted, strict=True):
        same_losses(got, want)
    same_weights(weights, wanted_weights, "two calls", "两次调用")
