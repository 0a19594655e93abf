"""Hidden checks of the exercise weight-shapes, against the parameters of real layers. All sizes of a layer differ."""

import torch
from torch import nn

from quizzer.checks import check, expect


def torch_shapes(layer, arguments):
    """The parameters of the real layer."""
    made = getattr(nn, layer)(**arguments)
    return {name: tuple(parameter.shape) for name, parameter in made.named_parameters()}


def draw(case, count):
    """Different sizes, primes, so that no product of two is another one."""
    sizes = [5, 7, 11, 13, 17, 19, 23]
    return [sizes[i] for i in torch.randperm(len(sizes), generator=case.generator)[:count].tolist()]


def call_text(layer, arguments):
    return f"`weight_shapes({(layer, arguments)!r})`"


def compare(learner, layer, **arguments):
    text = call_text(layer, arguments)
    got = learner.weight_shapes((layer, arguments))
    expect.that(
        type(got) is dict,
        {"en": f"{text} should be a dict, but it is {got!r:.80}", "zh-CN": f"{text} 应为字典，实际是 {got!r:.80}"},
    )
    want = torch_shapes(layer, arguments)
    names = {
        "en": f"the names in {text}",
        "zh-CN": f"{text} 中的名称",
    }
    expect.equal(sorted(map(str, got)), sorted(want), what=names)
    for name, shape in want.items():
        value = got[name]
        if type(value) in (list, torch.Size):
            value = tuple(value)
        what = {"en": f"the shape of {name!r} in {text}", "zh-CN": f"{text} 中 {name!r} 的形状"}
        expect.equal(value, shape, what=what)


@check(
    {"en": "Linear: outputs first", "zh-CN": "Linear：输出个数在前"},
    hint={"en": "It computes x @ weight.T + bias.", "zh-CN": "它计算的是 x @ weight.T + bias。"},
    visible=True,
)
def knows_linear(learner, case):
    a, b = draw(case, 2)
    compare(learner, "Linear", in_features=a, out_features=b)
    compare(learner, "Linear", in_features=b, out_features=a, bias=False)
    compare(learner, "Linear", in_features=a, out_features=1, bias=True)


@check(
    {"en": "Conv2d: kernels of both forms", "zh-CN": "Conv2d：两种形式的卷积核"},
    hint={
        "en": "(out, in, height, width); stride and padding change nothing.",
        "zh-CN": "(out, in, 高, 宽)；stride 和 padding 没有影响。",
    },
)
def knows_conv2d(learner, case):
    a, b = draw(case, 2)
    compare(learner, "Conv2d", in_channels=a, out_channels=b, kernel_size=3)
    compare(learner, "Conv2d", in_channels=b, out_channels=a, kernel_size=(2, 4), bias=False)
    compare(learner, "Conv2d", in_channels=a, out_channels=b, kernel_size=(3, 1), stride=2, padding=1)


@check(
    {"en": "Conv2d with groups", "zh-CN": "带 groups 的 Conv2d"},
    points=2,
    hint={
        "en": "Each output channel reads in_channels / groups channels.",
        "zh-CN": "每个输出通道只读入 in_channels / groups 个通道。",
    },
)
def divides_by_groups(learner, case):
    a, b = draw(case, 2)
    groups = case.integer(2, 4)
    compare(learner, "Conv2d", in_channels=groups * a, out_channels=groups * b, kernel_size=3, groups=groups)
    compare(learner, "Conv2d", in_channels=a, out_channels=2 * a, kernel_size=(3, 2), groups=a, bias=False)


@check(
    {"en": "Embedding and BatchNorm2d", "zh-CN": "Embedding 与 BatchNorm2d"},
    hint={
        "en": "A table has no bias; running statistics are buffers.",
        "zh-CN": "查找表没有偏置；滑动统计量是 buffer。",
    },
)
def knows_embedding_and_batch_norm(learner, case):
    a, b = draw(case, 2)
    compare(learner, "Embedding", num_embeddings=a, embedding_dim=b)
    compare(learner, "BatchNorm2d", num_features=a)
    compare(learner, "BatchNorm2d", num_features=b, affine=False)
    compare(learner, "BatchNorm2d", num_features=b, affine=True)


@check(
    {"en": "GRU and LSTM: stacked gates, two biases", "zh-CN": "GRU 与 LSTM：门叠在一起，偏置有两个"},
    points=2,
    hint={"en": "A GRU has three gates, an LSTM four.", "zh-CN": "GRU 有三个门，LSTM 有四个。"},
)
def stacks_the_gates(learner, case):
    a, b = draw(case, 2)
    compare(learner, "GRU", input_size=a, hidden_size=b)
    compare(learner, "LSTM", input_size=b, hidden_size=a)
    compare(learner, "GRU", input_size=b, hidden_size=a, bias=False)
    compare(learner, "LSTM", input_size=a, hidden_size=b, batch_first=True)


@check(
    {"en": "Several layers, two directions", "zh-CN": "多层、双向"},
    points=2,
    hint={
        "en": "Layers above the first read hidden_size features from each direction; the names end in _reverse for the other one.",
        "zh-CN": "上面的层从每个方向读入 hidden_size 个特征；反方向的名称以 _reverse 结尾。",
    },
)
def follows_layers_and_directions(learner, case):
    a, b = draw(case, 2)
    compare(learner, "GRU", input_size=a, hidden_size=b, num_layers=2)
    compare(learner, "LSTM", input_size=a, hidden_size=b, bidirectional=True)
    compare(learner, "LSTM", input_size=b, hidden_size=a, num_layers=3, bidirectional=True)
    compare(learner, "GRU", input_size=b, hidden_size=a, num_layers=2, bidirectional=True, bias=False)


@check(
    {"en": "Shapes are tuples of Python ints", "zh-CN": "形状是 Python int 的元组"},
    hint={
        "en": "Use // for in_channels / groups, and (n,) for one dimension.",
        "zh-CN": "in_channels / groups 要用 //；只有一维时写 (n,)。",
    },
)
def returns_tuples_of_ints(learner, case):
    a, b = draw(case, 2)
    specs = (
        ("Linear", {"in_features": a, "out_features": b}),
        ("Conv2d", {"in_channels": 2 * a, "out_channels": 2 * b, "kernel_size": (3, 2), "groups": 2}),
        ("LSTM", {"input_size": a, "hidden_size": b}),
    )
    for layer, arguments in specs:
        got = learner.weight_shapes((layer, arguments))
        text = call_text(layer, arguments)
        expect.is_type(got, dict, what={"en": text, "zh-CN": text})
        for name, shape in got.items():
            expect.that(
                type(shape) in (tuple, torch.Size) and all(type(size) is int for size in shape),
                {
                    "en": f"In {text} the shape of {name!r} should be a tuple of ints, but it is {shape!r:.60}",
                    "zh-CN": f"{text} 中 {name!r} 的形状应为 int 的元组，实际是 {shape!r:.60}",
                },
            )
