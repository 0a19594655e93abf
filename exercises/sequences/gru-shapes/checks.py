"""Hidden checks of the exercise gru-shapes, against a real nn.GRU. All sizes of a call differ."""

import torch
from torch import nn

from quizzer.checks import cached, check, expect


@cached
def torch_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    """What a real layer returns. It has data: without, on meta tensors, torch would load its compiler."""
    layer = nn.GRU(input_size, hidden, num_layers=layers, bidirectional=bidirectional, batch_first=batch_first)
    shape = [seq, input_size]
    if batch is not None:
        shape.insert(0 if batch_first else 1, batch)
    out, h_n = layer(torch.zeros(*shape))
    return tuple(out.shape), tuple(h_n.shape)


def draw(case):
    """Four different sizes, none of which is a multiple of another by 2 or by a number of layers."""
    sizes = [5, 7, 11, 13, 17, 19]
    return [sizes[i] for i in torch.randperm(len(sizes), generator=case.generator)[:4].tolist()]


def compare(learner, case, *, layers=1, bidirectional=False, batch_first=False, batched=True, single=False):
    batch, seq, input_size, hidden = draw(case)
    batch = 1 if single else batch
    call = (batch if batched else None, seq, input_size, hidden, layers, bidirectional, batch_first)
    got = learner.gru_shapes(*call)
    text = f"`gru_shapes{call}`"
    expect.that(
        type(got) in (tuple, list) and len(got) == 2 and all(type(s) in (tuple, list, torch.Size) for s in got),
        {
            "en": f"{text} should be a tuple of two tuples of ints, but it is {got!r:.80}",
            "zh-CN": f"{text} 应为两个 int 元组组成的元组，实际是 {got!r:.80}",
        },
    )
    for name, shape, want in zip(("out", "h_n"), got, torch_shapes(*call), strict=True):
        what = {"en": f"the shape of {name} in {text}", "zh-CN": f"{text} 中 {name} 的形状"}
        expect.equal(tuple(shape), want, what=what)


@check(
    {"en": "One layer, one direction", "zh-CN": "单层、单向"},
    hint={
        "en": "By default the time axis of out comes first, then the batch.",
        "zh-CN": "默认情况下，out 先是时间轴，再是批次轴。",
    },
    visible=True,
)
def knows_the_plain_layer(learner, case):
    compare(learner, case)
    compare(learner, case)


@check(
    {"en": "Several layers: only h_n grows", "zh-CN": "多层：只有 h_n 变大"},
    points=2,
    hint={
        "en": "h_n has an entry for each layer; out belongs to the last one.",
        "zh-CN": "h_n 里每一层各占一项；out 只属于最后一层。",
    },
)
def counts_layers_in_h_n(learner, case):
    for layers in (2, case.integer(3, 5)):
        compare(learner, case, layers=layers)


@check(
    {"en": "Two directions: both results grow, each in its own axis", "zh-CN": "双向：两个结果都变大，但在不同的轴上"},
    points=2,
    hint={
        "en": "out joins the directions in the features; h_n has one entry for each direction.",
        "zh-CN": "out 在特征轴上拼接两个方向；h_n 则为每个方向各留一项。",
    },
)
def counts_directions(learner, case):
    compare(learner, case, bidirectional=True)
    compare(learner, case, layers=3, bidirectional=True)


@check(
    {"en": "batch_first turns out, but never h_n", "zh-CN": "batch_first 改变 out，但从不改变 h_n"},
    points=2,
    hint={
        "en": "The axes of h_n are the same with and without batch_first.",
        "zh-CN": "无论有没有 batch_first，h_n 的轴都一样。",
    },
)
def leaves_h_n_alone_in_batch_first(learner, case):
    compare(learner, case, batch_first=True)
    compare(learner, case, layers=2, batch_first=True)
    compare(learner, case, layers=2, batch_first=True, single=True)
    compare(learner, case, layers=case.integer(2, 4), bidirectional=True, batch_first=True)


@check(
    {"en": "Without a batch, both lack its axis", "zh-CN": "没有批次时，两者都没有批次轴"},
    points=2,
    hint={
        "en": "A batch of None is no batch of 1: the axis is missing.",
        "zh-CN": "批次为 None 不等于批次为 1：这个轴根本不存在。",
    },
)
def takes_a_single_sequence(learner, case):
    compare(learner, case, batched=False)
    compare(learner, case, layers=3, bidirectional=True, batched=False)
    compare(learner, case, layers=2, batch_first=True, batched=False)
    compare(learner, case, layers=2, bidirectional=True, batch_first=True, batched=False)


@check(
    {"en": "A tuple of two tuples of Python ints", "zh-CN": "由两个 Python int 元组组成的元组"},
    hint={"en": "Round brackets, no tensors and no lists.", "zh-CN": "用圆括号；不要张量，也不要列表。"},
)
def returns_tuples_of_ints(learner, case):
    for batched in (True, False):
        batch, seq, input_size, hidden = draw(case)
        call = (batch if batched else None, seq, input_size, hidden, 2, True, False)
        got = learner.gru_shapes(*call)
        expect.that(
            type(got) is tuple and len(got) == 2 and all(type(shape) in (tuple, torch.Size) for shape in got),
            {
                "en": f"`gru_shapes{call}` should be a tuple of two tuples, but it is {got!r:.80}",
                "zh-CN": f"`gru_shapes{call}` 应为两个元组组成的元组，实际是 {got!r:.80}",
            },
        )
        for shape in got:
            for size in shape:
                expect.is_type(
                    size, int, what={"en": f"a size in {tuple(shape)}", "zh-CN": f"{tuple(shape)} 中的一个大小"}
                )
