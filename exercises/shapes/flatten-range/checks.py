"""Hidden checks of the exercise flatten-range, against torch.flatten."""

import torch

from quizzer.checks import check, expect


def call_text(shape, args):
    call = f"`flatten({', '.join(['x', *map(str, args)])})`"
    return {"en": f"{call} for x of shape {tuple(shape)}", "zh-CN": f"x 的形状为 {tuple(shape)} 时，{call} "}


def compare(learner, case, shape, *args):
    x = case.randn(*shape)
    expect.equal(learner.flatten(x, *args), torch.flatten(x, *args), what=call_text(shape, args))


@check(
    {"en": "All dimensions by default", "zh-CN": "默认展平所有维度"},
    hint={
        "en": "Without arguments the range is from the first to the last dimension.",
        "zh-CN": "不给参数时，范围是从最前一维到最后一维。",
    },
    visible=True,
)
def flattens_everything(learner, case):
    for shape in ((2, 3, 4), (5,), (2, 1, 3, 2), (case.integer(2, 5), case.integer(6, 9))):
        compare(learner, case, shape)


@check(
    {"en": "Only from start_dim to end_dim, both included", "zh-CN": "只展平 start_dim 到 end_dim，两端都包括"},
    points=2,
    hint={
        "en": "The sizes before start_dim and behind end_dim stay.",
        "zh-CN": "start_dim 之前和 end_dim 之后的大小保留。",
    },
    visible=True,
)
def flattens_the_range(learner, case):
    for args in ((1,), (1, 2), (0, 1), (2, 3), (0, 2), (1, 3), (2, 2)):
        compare(learner, case, (2, 3, 4, 5), *args)


@check(
    {"en": "Negative dims count from the end", "zh-CN": "负的维度从末尾数起"},
    points=2,
    hint={
        "en": "Add `x.dim()` to a negative dim before anything else.",
        "zh-CN": "先给负的维度加上 `x.dim()`，再做别的。",
    },
)
def takes_negative_dims(learner, case):
    for args in ((-2,), (-3, -2), (0, -2), (1, -1), (-3, 2), (-4, 1), (-1, -1), (-4, -4)):
        compare(learner, case, (2, 3, 4, 5), *args)
    x = case.randn(2, 3, 4)
    got = learner.flatten(x, end_dim=-2, start_dim=-3)
    expect.equal(got, x.reshape(6, 4), what=call_text((2, 3, 4), ("start_dim=-3", "end_dim=-2")))


@check(
    {"en": "Empty batches, and tensors without dimensions", "zh-CN": "空的批次，以及没有维度的张量"},
    points=2,
    hint={
        "en": "Multiply the sizes yourself instead of writing -1; the shape () has to become (1,).",
        "zh-CN": "不要写 -1，请自己把大小乘起来；形状 () 要变成 (1,)。",
    },
)
def takes_sizes_of_zero(learner, case):
    for shape, args in (
        ((0, 3, 4), (1,)),
        ((0, 3, 4), ()),
        ((2, 0, 4), (0, 1)),
        ((0, 3, 4), (-2,)),
        ((0, 2, 3, 5), (1, 2)),
    ):
        compare(learner, case, shape, *args)
    for args in ((), (0,), (0, -1), (-1, 0)):
        compare(learner, case, (), *args)


@check(
    {"en": "A start behind the end raises", "zh-CN": "起点在终点之后时抛出异常"},
    hint={
        "en": "Compare the dims after both are made non-negative.",
        "zh-CN": "两个维度都换成非负数之后再比较。",
    },
)
def refuses_a_start_behind_the_end(learner, case):
    for args in ((2, 1), (3, 2), (-1, -2), (-1, 2), (-2, 1), (3, -2), (3, 0)):
        with expect.raises(Exception, what=f"`flatten(torch.zeros(2, 3, 4, 5), {args[0]}, {args[1]})`"):
            learner.flatten(case.randn(2, 3, 4, 5), *args)


@check(
    {"en": "Non-contiguous tensors", "zh-CN": "不连续的张量"},
    hint={
        "en": "`view` refuses where elements would have to move; `reshape` copies.",
        "zh-CN": "需要移动元素时 `view` 会报错，`reshape` 则会复制。",
    },
)
def takes_other_layouts(learner, case):
    x = case.randn(2, 3, 4, 5)
    for layout in ("transposed", "sliced", "sliced at the end"):
        for args in ((), (1,), (0, 2), (2, 3)):
            got = learner.fixtures.flat(learner.flatten, x, layout, *args)
            expect.equal(got, torch.flatten(x, *args), what=call_text(x.shape, args))


@check(
    {"en": "A view wherever it can be one", "zh-CN": "只要可以，结果就是视图"},
    points=2,
    hint={
        "en": "`reshape` copies only if it must; `contiguous`, `clone`, `cat` and `stack` copy more often.",
        "zh-CN": "`reshape` 只在必要时复制；`contiguous`、`clone`、`cat`、`stack` 会多复制。",
    },
)
def copies_only_if_it_must(learner, case):
    x = case.randn(2, 3, 4, 5)
    for layout, zh, args in (
        ("contiguous", "连续", ()),
        ("contiguous", "连续", (1, 2)),
        ("sliced", "切片", (1,)),
        ("sliced at the end", "末维切片", (0, 2)),
        ("transposed", "转置", (0, 1)),
    ):
        got = learner.fixtures.after_writing_into_the_result(learner.flatten, x, layout, *args)
        text = call_text(x.shape, args)
        what = {
            "en": f"`x` ({layout}), once the result of {text['en']} was written into,",
            "zh-CN": f"{text['zh-CN']}的结果被写入之后，x（{zh}）",
        }
        expect.equal(got, x + 7, what=what)


@check(
    {"en": "The gradient reaches x", "zh-CN": "梯度传到 x"},
    hint={
        "en": "`.data`, `.detach()` and `.numpy()` cut the graph.",
        "zh-CN": "`.data`、`.detach()` 和 `.numpy()` 会切断计算图。",
    },
)
def sends_the_gradient_back(learner, case):
    for shape, args in (((2, 3, 4, 5), (1, 2)), ((2, 3, 4), ()), ((), ())):
        x = case.randn(*shape)
        upstream = case.randn(*torch.flatten(x, *args).shape)
        text = call_text(shape, args)
        what = {"en": f"the gradient that {text['en']} gives x", "zh-CN": f"{text['zh-CN']}传给 x 的梯度"}
        result = learner.vjp(learner.flatten, x, *args, upstream=upstream)
        expect.close(result.inputs[0], upstream.reshape(shape), what=what)
