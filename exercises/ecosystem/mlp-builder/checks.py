"""Hidden checks of the exercise mlp-builder. The layers are seen as they run, wherever the learner keeps them."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect


def layers(learner, case, hidden, **options):
    """The layers that run."""
    model = learner.fixtures.make(learner.mlp, 4, hidden, options)
    return learner.fixtures.run(model, case.randn(6, 4))


def call_text(hidden, options):
    text = "".join(f", {name}={f'nn.{value}' if isinstance(value, str) else value}" for name, value in options.items())
    return f"mlp(4, {hidden}{text})"


def compare(learner, case, wanted, hidden, **options):
    """The names of the layers."""
    names = [name for name, _, _ in layers(learner, case, hidden, **options)]
    call = call_text(hidden, options)
    expect.that(
        names == wanted,
        {
            "en": f"The layers of `{call}` should run as {', '.join(wanted)}, but they run as {', '.join(names) or 'none'}.",
            "zh-CN": f"`{call}` 的各层应依次为 {', '.join(wanted)}，实际为 {', '.join(names) or '空'}。",
        },
    )


def compare_facts(learner, case, kind, wanted, hidden, words, **options):
    """What the layers of one kind were made with."""
    got = [facts for name, facts, _ in layers(learner, case, hidden, **options) if name == kind]
    call = call_text(hidden, options)
    expect.that(
        [tuple(facts) if isinstance(facts, list) else facts for facts in got] == wanted,
        {
            "en": f"The {kind} layers of `{call}` should have {words[0]} {wanted}, but they have {got}.",
            "zh-CN": f"`{call}` 的各个 {kind} 层的{words[1]}应为 {wanted}，实际为 {got}。",
        },
    )


@check(
    {
        "en": "Linear, activation, dropout; at the end linear and dropout",
        "zh-CN": "Linear、激活、dropout；最后是 Linear 和 dropout",
    },
    points=3,
    hint={
        "en": "The last block has no activation. Dropout stands in every block, also with p = 0.",
        "zh-CN": "最后一块没有激活函数。每一块都有 dropout，p = 0 时也是。",
    },
    visible=True,
)
def orders_the_layers(learner, case):
    block = ["Linear", "ReLU", "Dropout"]
    compare(learner, case, [*block, *block, "Linear", "Dropout"], [7, 5, 3], dropout=0.3)
    compare(learner, case, [*block, "Linear", "Dropout"], [4, 4])


@check(
    {"en": "A norm between linear layer and activation", "zh-CN": "线性层与激活函数之间有归一化层"},
    points=2,
    hint={
        "en": "norm_layer(size), in every block but the last.",
        "zh-CN": "除最后一块外，每一块都有 norm_layer(size)。",
    },
)
def places_the_norms(learner, case):
    block = ["Linear", "BatchNorm1d", "ReLU", "Dropout"]
    compare(learner, case, [*block, *block, "Linear", "Dropout"], [7, 5, 3], norm_layer="BatchNorm1d")


@check(
    {"en": "A single size makes a single linear layer", "zh-CN": "只有一个大小时只有一个线性层"},
    hint={"en": "The only block is the last one.", "zh-CN": "唯一的一块就是最后一块。"},
)
def makes_a_single_layer(learner, case):
    compare(learner, case, ["Linear", "Dropout"], [3], norm_layer="BatchNorm1d")


@check(
    {"en": "The activation that is asked for", "zh-CN": "使用指定的激活函数"},
    hint={"en": "Call activation_layer() for each block.", "zh-CN": "每一块都调用 activation_layer()。"},
)
def uses_the_activation(learner, case):
    block = ["Linear", "Tanh", "Dropout"]
    compare(learner, case, [*block, *block, "Linear", "Dropout"], [7, 5, 3], activation_layer="Tanh")


@check(
    {"en": "Sizes of the linear layers and norms", "zh-CN": "线性层与归一化层的大小"},
    points=2,
    hint={"en": "Each layer begins where the one before ended.", "zh-CN": "每一层的输入大小是前一层的输出大小。"},
)
def passes_the_sizes(learner, case):
    words = ("the sizes and bias", "大小与 bias ")
    compare_facts(learner, case, "Linear", [(4, 7, True), (7, 5, True), (5, 3, True)], [7, 5, 3], words)
    words = ("the sizes", "大小")
    compare_facts(learner, case, "BatchNorm1d", [7, 5], [7, 5, 3], words, norm_layer="BatchNorm1d")


@check(
    {"en": "bias=False holds for every linear layer", "zh-CN": "bias=False 对每个线性层都有效"},
    hint={
        "en": "Pass bias on to each nn.Linear, the last one too.",
        "zh-CN": "把 bias 传给每个 nn.Linear，最后一个也不例外。",
    },
)
def passes_the_bias(learner, case):
    words = ("the sizes and bias", "大小与 bias ")
    compare_facts(learner, case, "Linear", [(4, 7, False), (7, 5, False), (5, 3, False)], [7, 5, 3], words, bias=False)


@check(
    {"en": "The dropout probability of every dropout layer", "zh-CN": "每个 dropout 层的概率"},
    hint={"en": "nn.Dropout() without a number has p = 0.5.", "zh-CN": "nn.Dropout() 不写数字时 p = 0.5。"},
)
def passes_the_dropout(learner, case):
    p = case.pick([0.1, 0.2, 0.3, 0.7])
    compare_facts(learner, case, "Dropout", [p, p, p], [7, 5, 3], ("p =", " p "), dropout=p)
    compare_facts(learner, case, "Dropout", [0.0, 0.0], [5, 3], ("p =", " p "))


@check(
    {"en": "No layer runs in two places, none is made in forward", "zh-CN": "没有层用在两处，也不在 forward 里新建层"},
    points=2,
    hint={
        "en": "An activation, norm or dropout made before the loop is one object in every block.",
        "zh-CN": "在循环之前创建的激活、归一化或 dropout，在每一块里都是同一个对象。",
    },
)
def makes_distinct_layers_once(learner, case):
    for hidden, options in (([5, 5, 5], {"norm_layer": "BatchNorm1d"}), ([4, 4, 4], {"activation_layer": "Tanh"})):
        model = learner.fixtures.make(learner.mlp, 4, hidden, options)
        seen = learner.fixtures.run(model, case.randn(6, 4))
        twice = sorted({name for i, (name, _, n) in enumerate(seen) if any(n == m for _, _, m in seen[:i])})
        call = call_text(hidden, options)
        expect.that(
            not twice,
            {
                "en": f"In `{call}` each layer should run in one place, but one object runs several times: {', '.join(twice)}.",
                "zh-CN": f"在 `{call}` 中每个层应只用在一处，但有同一个对象运行了多次：{', '.join(twice)}。",
            },
        )
    model = learner.fixtures.make(learner.mlp, 4, [5, 3], {})
    x = case.randn(6, 4)
    first, second = (expect.tensor(model(x), shape=(6, 3)) for _ in range(2))
    expect.equal(
        second, first, what={"en": "the result of a second call with the same x", "zh-CN": "用同一个 x 再次调用的结果"}
    )


@check(
    {"en": "Every parameter is listed and gets its gradient", "zh-CN": "每个参数都被列出，并得到梯度"},
    points=3,
    hint={
        "en": "Layers in a plain Python list are not found by parameters().",
        "zh-CN": "放在普通 Python 列表里的层，parameters() 找不到。",
    },
)
def registers_every_parameter(learner, case):
    model = learner.fixtures.make(learner.mlp, 4, [7, 5, 3], {"activation_layer": "Tanh"})
    shapes = [(7, 4), (7,), (5, 7), (5,), (3, 5), (3,)]
    got = [tuple(shape) for shape in learner.fixtures.shapes(model)]
    expect.that(
        got == shapes,
        {
            "en": f"The parameters of `mlp(4, [7, 5, 3])` should have the shapes {shapes}, but they have {got}.",
            "zh-CN": f"`mlp(4, [7, 5, 3])` 的参数形状应为 {shapes}，实际为 {got}。",
        },
    )
    numbers = [case.randn(*shape) * 0.5 for shape in shapes]
    x, upstream = case.randn(9, 4), case.randn(9, 3)
    leaves = [number.clone().requires_grad_() for number in numbers]
    want = torch.tanh(F.linear(torch.tanh(F.linear(x, *leaves[:2])), *leaves[2:4]))
    want = F.linear(want, *leaves[4:])
    gradients = torch.autograd.grad(want, leaves, upstream)
    result, received = learner.fixtures.filled(model, numbers, x, upstream)
    what = {"en": "the result in evaluation mode", "zh-CN": "评估模式下的结果"}
    expect.close(result, want.detach(), rtol=1e-4, atol=1e-4, what=what)
    for number, (gradient, right) in enumerate(zip(received, gradients, strict=True)):
        what = {"en": f"the gradient of parameter {number}", "zh-CN": f"第 {number} 个参数的梯度"}
        expect.close(gradient, right, rtol=1e-3, atol=1e-3, what=what)


@check(
    {"en": "hidden_channels is left as it is", "zh-CN": "hidden_channels 不被修改"},
    hint={
        "en": "pop, insert and append change the caller's list.",
        "zh-CN": "pop、insert 和 append 会改变调用者的列表。",
    },
)
def leaves_the_list_alone(learner, case):
    seen = learner.fixtures.sizes_after(learner.mlp, [7, 5, 3])
    expect.equal(
        list(seen), [7, 5, 3], what={"en": "hidden_channels after the call", "zh-CN": "调用之后的 hidden_channels"}
    )
