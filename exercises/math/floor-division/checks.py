"""Hidden checks of the exercise floor-division.

Numbers are multiples of 1/8 and widths multiples of 1/4 below 64: quotients that are whole come out whole, and offsets exactly.
"""

import torch

from quizzer.checks import check, expect

INDEX = {"en": "the index", "zh-CN": "编号 index"}
OFFSET = {"en": "the offset", "zh-CN": "偏移 offset"}


def pair(learner, x, width):
    result = learner.bin_and_offset(x, width)
    told = {
        "en": f"bin_and_offset should return two tensors (index, offset), but it returns {type(result).__name__}.",
        "zh-CN": f"bin_and_offset 应返回两个张量 (index, offset)，实际返回 {type(result).__name__}。",
    }
    expect.that(isinstance(result, (tuple, list)) and len(result) == 2, told)
    index = expect.tensor(result[0], shape=tuple(x.shape), what=INDEX)
    return index, expect.tensor(result[1], shape=tuple(x.shape), what=OFFSET)


def numbers(case, width, low, count=24):
    """``count`` multiples of 1/8 from bin ``low`` on, ten bins far, with the starts of all ten among them."""
    starts = torch.arange(low, low + 10, dtype=torch.float64) * width
    inside = case.generator
    steps = torch.randint(1, int(width * 8), (count,), generator=inside).double() / 8
    bins = torch.randint(low, low + 10, (count,), generator=inside).double()
    return torch.cat([starts, bins * width + steps]).to(case.device)


def check_both(learner, x, width, *, index=True, offset=True):
    got = pair(learner, x, width)
    wanted = torch.floor(x.double() / width)
    where = {"en": f" for width={width}", "zh-CN": f"（width={width}）"}
    if index:
        expect.equal(got[0].double(), wanted, what={tag: INDEX[tag] + where[tag] for tag in INDEX})
    if offset:
        told = {tag: OFFSET[tag] + where[tag] for tag in OFFSET}
        expect.close(got[1].double(), x.double() - wanted * width, rtol=0, atol=1e-4, what=told)


WIDTHS = (0.25, 0.75, 1.5, 2.0, 3.0, 5.25)


@check(
    {"en": "The index of positive numbers", "zh-CN": "正数的编号"},
    points=2,
    hint={"en": "Divide by the width and round down.", "zh-CN": "除以 width，再向下取整。"},
    visible=True,
)
def finds_the_bin(learner, case):
    for width in (0.75, case.pick(WIDTHS[2:])):
        check_both(learner, numbers(case, width, case.integer(0, 3)).float(), width, offset=False)


@check(
    {"en": "The index of negative numbers", "zh-CN": "负数的编号"},
    points=3,
    hint={
        "en": "Bin -1 ends at 0: rounding goes down, not towards zero.",
        "zh-CN": "第 -1 个区间到 0 为止：要向下取整，而不是向零取整。",
    },
)
def finds_the_bin_of_negative_numbers(learner, case):
    for width in (0.75, case.pick(WIDTHS[2:])):
        check_both(learner, numbers(case, width, -case.integer(10, 14)).float(), width, offset=False)


@check(
    {"en": "The offset counts from the start of the bin", "zh-CN": "偏移从区间起点算起"},
    points=3,
    hint={
        "en": "`x - index * width` is never negative if the index is right.",
        "zh-CN": "编号正确时，`x - index * width` 不会是负数。",
    },
)
def measures_the_offset(learner, case):
    for width in (0.75, case.pick(WIDTHS[2:])):
        check_both(learner, numbers(case, width, -5).float(), width, index=False)


@check(
    {"en": "The index is int64", "zh-CN": "编号是 int64"},
    hint={
        "en": "`torch.div` of floats gives floats: convert the index.",
        "zh-CN": "浮点数的 `torch.div` 得到浮点数：请转换编号。",
    },
)
def counts_in_int64(learner, case):
    for x in (case.randn(7), case.randn(4, dtype=torch.float64), torch.arange(-4, 5).to(case.device)):
        expect.tensor(pair(learner, x, 2)[0], shape=tuple(x.shape), dtype=torch.int64, what=INDEX)


@check(
    {"en": "Integers stay integers", "zh-CN": "整数保持整数"},
    points=2,
    hint={"en": "Compute the offset without a true division.", "zh-CN": "计算偏移时不要用真除法。"},
)
def keeps_integers(learner, case):
    width = case.integer(3, 9)
    x = torch.randint(-90, 90, (5, 8), generator=case.generator).to(case.device)
    got = pair(learner, x, width)
    expect.tensor(got[1], shape=(5, 8), dtype=torch.int64, what=OFFSET)
    expect.equal(got[0], (x // width).to(got[0].dtype), what=INDEX)
    expect.equal(got[1], x % width, what=OFFSET)


@check(
    {"en": "The offset has the dtype of x", "zh-CN": "偏移的 dtype 与 x 相同"},
    hint={"en": "Do not convert `x`.", "zh-CN": "不要转换 `x` 的类型。"},
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.float32, torch.float64):
        # In the middle of a bin, so that the last bit does not move the index. An int64 index times a Python float
        # is float32, also beside a float64 x: that costs 1e-7, and is allowed.
        x = torch.arange(-6, 6, dtype=dtype).to(case.device) * 0.1 + 0.03 + 0.04 * case.rand(12, dtype=dtype)
        _, offset = pair(learner, x, 0.1)
        expect.tensor(offset, shape=(12,), dtype=dtype, what=OFFSET)
        expect.close(offset, x - torch.floor(x / 0.1) * 0.1, rtol=0, atol=1e-5, what=OFFSET)


@check(
    {"en": "Any shape: no dimension, none at all, several", "zh-CN": "任意形状：零维、空张量、多维"},
    hint={"en": "Operations on whole tensors take any shape.", "zh-CN": "对整个张量运算，就能处理任意形状。"},
)
def takes_any_shape(learner, case):
    x = numbers(case, 1.5, -5, count=14).float()
    for shaped in (x[case.integer(0, 9)], x.reshape(2, 3, 4), x.reshape(4, 6).t(), x[:0], x[:0].reshape(0, 3)):
        check_both(learner, shaped, 1.5)


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={
        "en": "`div_`, `sub_` and `x -= …` change the caller's tensor.",
        "zh-CN": "`div_`、`sub_` 和 `x -= …` 会修改调用者的张量。",
    },
)
def leaves_the_input_alone(learner, case):
    for x in (case.randn(9) * 5 + 0.3, torch.arange(-7, 8).to(case.device)):
        seen = learner.observe(learner.bin_and_offset, x.clone(), 3)
        expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})
