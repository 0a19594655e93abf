"""Hidden checks of the exercise take-columns; columns are put together one by one."""

import torch

from quizzer.checks import check, expect


def columns(x, idx):
    """The wanted result, column by column."""
    result = torch.empty(x.shape[0], len(idx), dtype=x.dtype, device=x.device)
    for place, index in enumerate(idx.tolist()):
        result[:, place] = x[:, index]
    return result


def indices(case, *numbers):
    return torch.tensor(numbers, dtype=torch.int64, device=case.device)


def compare(learner, x, idx):
    shape = tuple(x.shape)
    what = {
        "en": f"the columns {idx.tolist()} of x of shape {shape}",
        "zh-CN": f"x 的形状为 {shape} 时，第 {idx.tolist()} 列",
    }
    expect.equal(learner.take_columns(x, idx), columns(x, idx), what=what)


@check(
    {"en": "Columns, not rows", "zh-CN": "选取的是列，不是行"},
    hint={
        "en": "Dimension 0 counts the rows, dimension 1 the columns.",
        "zh-CN": "第 0 维数的是行，第 1 维数的才是列。",
    },
    visible=True,
)
def takes_columns(learner, case):
    compare(learner, case.randn(3, 5), indices(case, 1, 4))
    compare(learner, case.randn(4, 4), indices(case, 0, 1, 3))
    compare(learner, case.randn(6, 2), indices(case, 1))


@check(
    {"en": "Order and repeats of idx are kept", "zh-CN": "保持 idx 的顺序和重复"},
    points=2,
    hint={
        "en": "A mask or a set knows neither order nor repeats.",
        "zh-CN": "掩码和集合既不记录顺序，也不记录重复。",
    },
)
def keeps_order_and_repeats(learner, case):
    compare(learner, case.randn(3, 6), indices(case, 5, 0, 3))
    compare(learner, case.randn(3, 5), indices(case, 1, 1, 3, 1))
    compare(learner, case.randn(4, 3), indices(case, 2, 0, 2, 1, 0, 0, 2))
    compare(learner, case.randn(5, 5), indices(case, 4, 3, 2, 1, 0))
    compare(learner, case.randn(2, 4), torch.randint(0, 4, (9,), generator=case.generator).to(case.device))


@check(
    {"en": "The dtype is kept, and every value with it", "zh-CN": "dtype 不变，每个值也不变"},
    hint={"en": "No arithmetic is needed: copy.", "zh-CN": "不需要做运算：复制即可。"},
)
def keeps_the_dtype(learner, case):
    compare(learner, case.randn(3, 4, dtype=torch.float64), indices(case, 3, 1, 1))
    compare(learner, case.randn(3, 4).half(), indices(case, 3, 1, 1))
    large = torch.randint(2**60, 2**62, (3, 4), generator=case.generator).to(case.device) | 1
    compare(learner, large, indices(case, 0, 2, 0))


@check(
    {"en": "An empty idx gives no columns", "zh-CN": "idx 为空时没有列"},
    hint={"en": "The result has shape (N, 0).", "zh-CN": "结果的形状为 (N, 0)。"},
)
def takes_an_empty_idx(learner, case):
    compare(learner, case.randn(3, 5), indices(case))
    compare(learner, case.randn(1, 2, dtype=torch.float64), indices(case))


@check(
    {"en": "An index out of range raises, a negative one too", "zh-CN": "下标越界时抛出异常，负数也算"},
    points=2,
    hint={
        "en": "Indexing with square brackets takes -1 for the last column; `torch.index_select` does not.",
        "zh-CN": "方括号会把 -1 当成最后一列，`torch.index_select` 不会。",
    },
)
def refuses_bad_indices(learner, case):
    x = case.randn(9, 4)
    for numbers in ((0, -1), (-4,), (1, -2, 3), (4,), (2, case.integer(5, 8)), (-case.integer(5, 9), 1), (0, 35)):
        with expect.raises(Exception, what=f"`take_columns(torch.zeros(9, 4), torch.tensor({list(numbers)}))`"):
            learner.take_columns(x.cpu(), indices(case, *numbers).cpu())


@check(
    {"en": "The result is a copy", "zh-CN": "结果是副本"},
    hint={
        "en": "Slices and `narrow` are views, even of all columns.",
        "zh-CN": "切片和 `narrow` 都是视图，即使包含所有的列。",
    },
)
def returns_a_copy(learner, case):
    x = case.randn(3, 5)
    for numbers in ((3, 0), (1, 2, 3), (0, 1, 2, 3, 4), (2,)):
        got = learner.fixtures.after_writing_into_the_result(learner.take_columns, x.clone(), indices(case, *numbers))
        what = {
            "en": f"`x`, once the result for idx={list(numbers)} was overwritten,",
            "zh-CN": f"idx={list(numbers)} 的结果被改写之后，`x` ",
        }
        expect.equal(got, x, what=what)


@check(
    {"en": "Gradients reach x, and add up for repeats", "zh-CN": "梯度传到 x，重复的列梯度相加"},
    points=2,
    hint={
        "en": "`.data`, `.detach()` and `.tolist()` cut the graph. A backward pass of your own must add, not assign.",
        "zh-CN": "`.data`、`.detach()` 和 `.tolist()` 会切断计算图。自己写反向传播时，要累加而不是赋值。",
    },
)
def sends_gradients_back(learner, case):
    for numbers in ((4, 1), (2, 0, 2, 2, 4)):
        x, upstream = case.randn(3, 5), case.randn(3, len(numbers))
        wanted = torch.zeros_like(x)
        for place, index in enumerate(numbers):
            wanted[:, index] += upstream[:, place]
        result = learner.vjp(learner.take_columns, x, indices(case, *numbers), upstream=upstream)
        what = {"en": f"the gradient of x for idx={list(numbers)}", "zh-CN": f"idx={list(numbers)} 时 x 的梯度"}
        expect.close(result.inputs[0], wanted, what=what)


@check(
    {"en": "x and idx are left as they are", "zh-CN": "x 和 idx 保持不变"},
    hint={"en": "Methods that end in _ change the caller's tensor.", "zh-CN": "以 _ 结尾的方法会改变调用者的张量。"},
)
def leaves_the_arguments_alone(learner, case):
    x, idx = case.randn(3, 5), indices(case, 4, 1, 4, 0)
    seen = learner.observe(learner.take_columns, x.clone(), idx.clone())
    expect.equal(seen.arguments[0], x, what={"en": "`x` after the call", "zh-CN": "调用之后的 `x` "})
    expect.equal(seen.arguments[1], idx, what={"en": "`idx` after the call", "zh-CN": "调用之后的 `idx` "})
