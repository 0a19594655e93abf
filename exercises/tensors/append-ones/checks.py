"""Hidden checks of the exercise append-ones."""

import torch

from quizzer.checks import check, expect


def with_ones(x):
    """The wanted result: both parts written into a tensor of the type of x."""
    result = torch.empty(x.shape[0], x.shape[1] + 1, dtype=x.dtype, device=x.device)
    result[:, :-1] = x
    result[:, -1] = 1
    return result


def result_for(x):
    name = str(x.dtype).removeprefix("torch.")
    shape = tuple(x.shape)
    return {"en": f"the result for x of shape {shape}, {name},", "zh-CN": f"x 的形状为 {shape}、类型为 {name} 时，结果"}


@check(
    {"en": "The last column holds ones, the others hold x", "zh-CN": "最后一列是 1，其余各列是 x"},
    points=2,
    hint={"en": "One column of shape (N, 1), joined on the right.", "zh-CN": "一列的形状是 (N, 1)，拼在右边。"},
    visible=True,
)
def appends_a_column(learner, case):
    for shape in ((4, 3), (5, 5), (1, 6), (7, 1), (case.integer(8, 12), case.integer(2, 6))):
        x = case.randn(*shape)
        expect.equal(learner.append_ones(x), with_ones(x), what=result_for(x))


@check(
    {"en": "The dtype is kept, and every value with it", "zh-CN": "dtype 不变，每个值也不变"},
    points=2,
    hint={
        "en": "`torch.cat` promotes: float16 next to float32 becomes float32. Make the ones in the dtype of x.",
        "zh-CN": "`torch.cat` 会做类型提升：float16 与 float32 拼接得到 float32。请用 x 的 dtype 创建这些 1。",
    },
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.float16, torch.bfloat16, torch.float64):
        x = case.randn(5, 3, dtype=torch.float64).to(dtype)
        expect.equal(learner.append_ones(x), with_ones(x), what=result_for(x))
    for dtype in (torch.int64, torch.int32):
        # Numbers that no smaller type can hold, and odd ones: no floating-point type of the same size holds them.
        high = torch.iinfo(dtype).max // 2
        x = torch.randint(high // 2, high, (4, 6), generator=case.generator, dtype=dtype) | 1
        x = x.to(case.device)
        expect.equal(learner.append_ones(x), with_ones(x), what=result_for(x))


@check(
    {"en": "Ones whatever x holds", "zh-CN": "无论 x 是什么值，都是 1"},
    hint={
        "en": "Ones computed from the values of x are NaN where x is: 0 * inf, 0 / 0.",
        "zh-CN": "由 x 的值算出来的 1，遇到 0 * inf 或 0 / 0 就成了 NaN。",
    },
)
def ones_whatever_x_holds(learner, case):
    x = case.randn(6, 2)
    for row, value in enumerate((float("inf"), float("-inf"), float("nan"), 0.0)):
        x[row] = value
    y = expect.tensor(learner.append_ones(x), shape=(6, 3), what=result_for(x))
    what = {"en": "the last column", "zh-CN": "最后一列"}
    expect.equal(y[:, 2], torch.ones(6, device=case.device), what=what)


@check(
    {"en": "The gradient reaches x", "zh-CN": "梯度传到 x"},
    points=2,
    hint={
        "en": "`.data`, `.detach()`, `.tolist()` and `.numpy()` cut the graph.",
        "zh-CN": "`.data`、`.detach()`、`.tolist()` 和 `.numpy()` 都会切断计算图。",
    },
)
def sends_the_gradient_back(learner, case):
    x, upstream = case.randn(5, 4), case.randn(5, 5)
    result = learner.vjp(learner.append_ones, x, upstream=upstream)
    expect.close(result.inputs[0], upstream[:, :4], what={"en": "the gradient of x", "zh-CN": "x 的梯度"})


@check(
    {"en": "No rows", "zh-CN": "一行也没有"},
    hint={
        "en": "A batch may be empty: (0, D) becomes (0, D + 1).",
        "zh-CN": "批次可以为空：(0, D) 应变成 (0, D + 1)。",
    },
)
def takes_no_rows(learner, case):
    for x in (case.randn(0, 3), case.randn(0, 1, dtype=torch.float64)):
        expect.equal(learner.append_ones(x), with_ones(x), what=result_for(x))


@check(
    {"en": "The result is on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={
        "en": "`torch.ones` makes a CPU tensor unless it is given `device=x.device`.",
        "zh-CN": "`torch.ones` 不写 `device=x.device` 时生成的是 CPU 张量。",
    },
)
def follows_the_device(learner, case):
    expect.follows_the_device(learner.on_fake_gpu(learner.append_ones, torch.ones(4, 3)))
