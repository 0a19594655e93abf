"""Hidden checks of the exercise split-heads; heads are cut out by slices."""

import torch

from quizzer.checks import check, expect


def split(x, n):
    d = x.shape[2] // n
    return torch.stack([x[:, :, h * d : (h + 1) * d] for h in range(n)], dim=1)


def merge(y):
    return torch.cat([y[:, h] for h in range(y.shape[1])], dim=-1)


def split_of(x, n):
    text = f"split_heads(x, {n})"
    shape = tuple(x.shape)
    return {"en": f"`{text}` for x of shape {shape}", "zh-CN": f"x 的形状为 {shape} 时，`{text}` "}


def merge_of(y):
    shape = tuple(y.shape)
    return {"en": f"`merge_heads(y)` for y of shape {shape}", "zh-CN": f"y 的形状为 {shape} 时，`merge_heads(y)` "}


@check(
    {"en": "Each head holds its slice of the features", "zh-CN": "每个头存放属于它的那段特征"},
    points=2,
    hint={
        "en": "Split the last axis into (n, d), then move n in front of L.",
        "zh-CN": "把最后一个轴拆成 (n, d)，再把 n 移到 L 前面。",
    },
    visible=True,
)
def splits(learner, case):
    for b, length, n, d in ((2, 5, 3, 4), (1, 4, 2, 3), (3, 3, 3, 3), (2, 6, 1, 4), (2, 3, 4, 1), (2, 4, 4, 2)):
        x = case.randn(b, length, n * d)
        expect.equal(learner.split_heads(x, n), split(x, n), what=split_of(x, n))


@check(
    {"en": "Merging puts the heads of a token side by side", "zh-CN": "合并时同一 token 的各个头依次排开"},
    points=2,
    hint={
        "en": "A reshape of (B, n, L, d) joins neighbours, and there the neighbours of d are L. Move the axes first.",
        "zh-CN": "对 (B, n, L, d) 直接 reshape 会合并相邻的轴，而与 d 相邻的是 L。请先移动轴。",
    },
)
def merges(learner, case):
    for b, n, length, d in ((2, 3, 5, 4), (1, 2, 4, 3), (3, 3, 3, 3), (2, 1, 6, 4), (2, 4, 3, 1), (2, 4, 4, 2)):
        y = case.randn(b, n, length, d)
        expect.equal(learner.merge_heads(y), merge(y), what=merge_of(y))


@check(
    {"en": "Merging what was split gives x again", "zh-CN": "先拆分再合并，得到原来的 x"},
    hint={"en": "The result of split_heads need not be contiguous.", "zh-CN": "split_heads 的结果不一定是连续的。"},
)
def comes_back(learner, case):
    for shape, n, dtype in (((2, 5, 12), 3, torch.float32), ((3, 4, 8), 4, torch.float64)):
        x = case.randn(*shape, dtype=dtype)
        y = expect.tensor(learner.split_heads(x, n), shape=(shape[0], n, shape[1], shape[2] // n), dtype=dtype)
        what = {"en": "`merge_heads(split_heads(x, n))`", "zh-CN": "`merge_heads(split_heads(x, n))` "}
        expect.equal(learner.merge_heads(y), x, what=what)


@check(
    {"en": "Non-contiguous arguments", "zh-CN": "不连续的参数"},
    hint={
        "en": "`view` refuses some layouts; `reshape` copies there.",
        "zh-CN": "`view` 不接受某些内存布局；`reshape` 会在必要时复制。",
    },
)
def takes_other_layouts(learner, case):
    fixtures = learner.fixtures
    x, y = case.randn(2, 5, 12), case.randn(2, 3, 5, 4)
    what = {"en": "the result of split_heads for a non-contiguous x", "zh-CN": "x 不连续时，split_heads 的结果"}
    for order in ((1, 0, 2), (2, 1, 0), (0, 2, 1)):
        expect.equal(fixtures.permuted(learner.split_heads, x, order, 3), split(x, 3), what=what)
    expect.equal(fixtures.every_second(learner.split_heads, x, 3), split(x, 3), what=what)
    what = {"en": "the result of merge_heads for a non-contiguous y", "zh-CN": "y 不连续时，merge_heads 的结果"}
    for order in ((0, 2, 1, 3), (3, 2, 1, 0), (1, 0, 2, 3)):
        expect.equal(fixtures.permuted(learner.merge_heads, y, order), merge(y), what=what)
    expect.equal(fixtures.every_second(learner.merge_heads, y), merge(y), what=what)


@check(
    {"en": "An n that does not divide D raises", "zh-CN": "n 不能整除 D 时抛出异常"},
    points=2,
    hint={
        "en": "Test `D % n`; `chunk`, `unfold` and a -1 in `reshape` may go on in silence.",
        "zh-CN": "请检查 `D % n`；`chunk`、`unfold` 以及 `reshape` 里的 -1 都可能悄悄放行。",
    },
)
def refuses_what_does_not_divide(learner, case):
    # With (4, 5) and 2 heads, L * D is a multiple of n * (D // n): a reshape with -1 in the place of L finds a number.
    for length, d, n in ((4, 5, 2), (6, 7, 3), (4, 6, 4), (3, 10, 4), (4, 7, 2), (12, 8, 5)):
        with expect.raises(Exception, what=f"`split_heads(torch.zeros(2, {length}, {d}), {n})`"):
            learner.split_heads(case.randn(2, length, d), n)


@check(
    {"en": "Gradients pass through both", "zh-CN": "梯度能通过这两个函数"},
    hint={
        "en": "`.data`, `.detach()` and `.numpy()` cut the graph.",
        "zh-CN": "`.data`、`.detach()` 和 `.numpy()` 会切断计算图。",
    },
)
def sends_gradients_back(learner, case):
    x, y = case.randn(2, 5, 12), case.randn(2, 3, 5, 4)
    result = learner.vjp(learner.split_heads, x, 3, upstream=y)
    expect.close(result.inputs[0], merge(y), what={"en": "the gradient of x", "zh-CN": "x 的梯度"})
    result = learner.vjp(learner.merge_heads, y, upstream=x)
    expect.close(result.inputs[0], split(x, 3), what={"en": "the gradient of y", "zh-CN": "y 的梯度"})
