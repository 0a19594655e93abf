"""Hidden checks of the exercise bigru-summary: the expected numbers are cut out of the output of the same nn.GRU."""

import torch
from torch import nn

from quizzer.checks import check, expect


def draw(learner, case, *, features=3, hidden=4, layers=1, bidirectional=True):
    """The learner's GRU and the judge's, with the same weights, in float64."""
    real = nn.GRU(features, hidden, layers, bidirectional=bidirectional, batch_first=True)
    real = real.to(case.device, torch.float64)
    with torch.no_grad():
        for parameter in real.parameters():
            parameter.copy_(case.randn(*parameter.shape, dtype=torch.float64) * 0.8)
    weights = [parameter.detach() for parameter in real.parameters()]
    return learner.fixtures.build(weights, features, hidden, layers, bidirectional), real


def summary(real, x):
    output, _ = real(x)
    hidden = real.hidden_size
    if not real.bidirectional:
        return output[:, -1]
    return torch.cat([output[:, -1, :hidden], output[:, 0, hidden:]], dim=1)


def compare(learner, case, n, t, **options):
    gru, real = draw(learner, case, **options)
    x = case.randn(n, t, real.input_size, dtype=torch.float64)
    kind = ("bidirectional", "双向") if real.bidirectional else ("unidirectional", "单向")
    what = {
        "en": f"the vector of a {kind[0]} GRU with {real.num_layers} layer(s), N={n}, T={t}",
        "zh-CN": f"{kind[1]} GRU（{real.num_layers} 层，N={n}，T={t}）的向量",
    }
    expect.close(learner.sentence_vector(gru, x), summary(real, x).detach(), what=what)


@check(
    {"en": "One bidirectional layer", "zh-CN": "一层双向 GRU"},
    points=2,
    hint={"en": "The backward state belongs to the first step.", "zh-CN": "反向的状态在第一步。"},
    visible=True,
)
def joins_both_directions(learner, case):
    compare(learner, case, 5, 6)
    compare(learner, case, 4, 4, features=4, hidden=4)
    compare(learner, case, 2, 7, hidden=1)


@check(
    {"en": "Two and three bidirectional layers", "zh-CN": "两层和三层双向 GRU"},
    points=2,
    hint={"en": "h_n is ordered by layer: the last layer comes last.", "zh-CN": "h_n 按层排列：最后一层排在最后。"},
)
def takes_the_last_layer(learner, case):
    compare(learner, case, 5, 6, layers=2)
    compare(learner, case, 3, 4, layers=3)
    compare(learner, case, 6, 3, layers=3, hidden=2)


@check(
    {"en": "A unidirectional GRU", "zh-CN": "单向 GRU"},
    points=2,
    hint={
        "en": "gru.bidirectional tells; h_n[-2] would be the layer below.",
        "zh-CN": "看 gru.bidirectional；此时 h_n[-2] 是下面一层。",
    },
)
def falls_back_to_one_direction(learner, case):
    for layers in (1, 2, 3):
        compare(learner, case, 5, 6, layers=layers, bidirectional=False)


@check(
    {"en": "One step, and a batch of one", "zh-CN": "只有一步，或批大小为 1"},
    hint={"en": "Do not squeeze: axes of size 1 must stay.", "zh-CN": "不要 squeeze：大小为 1 的轴必须保留。"},
)
def keeps_axes_of_size_one(learner, case):
    for bidirectional in (True, False):
        compare(learner, case, 3, 1, bidirectional=bidirectional)
        compare(learner, case, 1, 5, bidirectional=bidirectional, layers=2)
        compare(learner, case, 1, 1, bidirectional=bidirectional)


@check(
    {"en": "The gradient reaches x and all parameters", "zh-CN": "梯度传到 x 和所有参数"},
    points=2,
    hint={"en": "No detach() and no torch.no_grad().", "zh-CN": "不要 detach()，也不要 torch.no_grad()。"},
)
def differentiates(learner, case):
    for bidirectional in (True, False):
        gru, real = draw(learner, case, layers=2, bidirectional=bidirectional)
        x = case.randn(3, 5, 3, dtype=torch.float64)
        leaf = x.clone().requires_grad_()
        want = summary(real, leaf)
        upstream = case.randn(*want.shape, dtype=torch.float64)
        (want * upstream).sum().backward()
        got = learner.vjp(learner.sentence_vector, gru, x, upstream=upstream)
        expect.close(got.inputs[0], leaf.grad, what={"en": "the gradient of x", "zh-CN": "x 的梯度"})
        gradients = learner.fixtures.parameter_gradients(learner.sentence_vector, gru, x, upstream)
        for value, (name, parameter) in zip(gradients, real.named_parameters(), strict=True):
            expect.close(value, parameter.grad, what={"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"})


@check(
    {"en": "x and the GRU are left as they are", "zh-CN": "x 和 GRU 保持不变"},
    hint={
        "en": "Neither eval() nor train(), and no attribute of the GRU may change.",
        "zh-CN": "不要调用 eval() 或 train()，也不要改 GRU 的任何属性。",
    },
)
def leaves_the_arguments_alone(learner, case):
    gru, real = draw(learner, case, layers=2)
    x = case.randn(3, 5, 3, dtype=torch.float64)
    seen = learner.observe(learner.sentence_vector, gru, x)
    expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})
    gru.eval()
    learner.sentence_vector(gru, x)
    expect.that(
        gru.training is False,
        {
            "en": "The GRU came in evaluation mode, and should be in it after the call, but it is in training mode.",
            "zh-CN": "GRU 传入时处于评估模式，调用之后也应如此，实际处于训练模式。",
        },
    )
    message = {
        "en": f"these settings should be left as they were: {', '.join(seen.modes_changed)}",
        "zh-CN": f"这些设置应保持原样：{', '.join(seen.modes_changed)}",
    }
    expect.that(not seen.modes_changed, message)
    again = learner.sentence_vector(gru, x)
    expect.close(
        again, summary(real, x).detach(), what={"en": "the result of a second call", "zh-CN": "第二次调用的结果"}
    )
