"""Hidden checks of the exercise floor-division.

Inputs are made from a bin and a place in it, so that the answer is known without a division. Places inside a bin are quarters of the
width; numbers on an edge are multiples of a power of two. All of that is exact in float32, and in any order of operations.
"""

import torch

from quizzer.checks import check, expect


def run(learner, x, width):
    """Index and offset, two tensors of the shape of x."""
    result = learner.bin_and_offset(x, width)
    expect.that(
        isinstance(result, (tuple, list)) and len(result) == 2,
        {
            "en": "The result should be a tuple of two tensors, index and offset, but it is something else.",
            "zh-CN": "结果应为由 index 和 offset 两个张量组成的元组，实际不是。",
        },
    )
    for value, name in zip(result, ("index", "offset"), strict=True):
        expect.tensor(value, shape=tuple(x.shape), what={"en": name, "zh-CN": f" {name} "})
    return result


def compare(learner, x, width, bins, places):
    """Values only; x is bins * width + places."""
    index, offset = run(learner, x, width)
    text = f"bin_and_offset(x, {width})"
    en, zh = f"of `{text}` for {x.dtype} x", f"`{text}`（x 为 {x.dtype}）的"
    expect.equal(index.double(), bins.double(), what={"en": f"the index {en}", "zh-CN": f"{zh} index "})
    expect.close(offset.double(), places.double(), rtol=0, atol=1e-4, what={"en": f"the offset {en}", "zh-CN": f"{zh} offset "})


def inside(case, low, high, width, dtype):
    """Numbers inside the bins from low to high: the numbers, their bins and their places."""
    bins = torch.arange(low, high + 1, device=case.device)
    bins = bins[torch.randperm(len(bins), generator=case.generator).to(case.device)].repeat_interleave(3)
    if dtype.is_floating_point:
        places = (torch.arange(1, 4, device=case.device) * (width / 4)).repeat(len(bins) // 3)
    else:
        places = torch.tensor([1, width // 2, width - 1], device=case.device).repeat(len(bins) // 3)
    return (bins * width + places).to(dtype), bins, places


@check(
    {"en": "Numbers above 0", "zh-CN": "大于 0 的数"},
    hint={
        "en": "The index is the quotient, rounded down. The offset is measured in the unit of x, not in widths.",
        "zh-CN": "编号是向下取整的商。偏移的单位与 x 相同，不是以 width 为单位。",
    },
)
def bins_positive_numbers(learner, case):
    for width in (0.75, 3):
        x, bins, places = inside(case, 0, 9, width, torch.float32)
        compare(learner, x, width, bins, places)


@check(
    {"en": "Numbers below 0", "zh-CN": "小于 0 的数"},
    points=3,
    hint={
        "en": "-1 with width 4 lies in bin -1 (from -4 to 0), at offset 3. Which rounding goes down?",
        "zh-CN": "width 为 4 时，-1 在 -1 号区间（-4 到 0），偏移为 3。哪种取整方式是向下的？",
    },
)
def bins_negative_numbers(learner, case):
    for width in (0.75, 2.5, 3):
        x, bins, places = inside(case, -9, -1, width, torch.float32)
        compare(learner, x, width, bins, places)


@check(
    {"en": "Integers, of both signs", "zh-CN": "整数，正负都有"},
    points=2,
    hint={"en": "Integers have a floor division too.", "zh-CN": "整数也有向下取整的除法。"},
)
def bins_integers(learner, case):
    for dtype in (torch.int64, torch.int32):
        width = case.integer(5, 9)
        x, bins, places = inside(case, -6, 6, width, dtype)
        compare(learner, x, width, bins, places)


@check(
    {"en": "A number on an edge belongs to the bin that begins there", "zh-CN": "端点上的数属于从该点开始的区间"},
    points=2,
    hint={"en": "Multiples of the width, negative ones too, have offset 0.", "zh-CN": "width 的整数倍，包括负的，偏移为 0。"},
)
def puts_edges_into_the_right_bin(learner, case):
    bins = torch.arange(-7, 8, device=case.device)
    for dtype, widths in ((torch.float32, (0.5, 4)), (torch.int64, (case.integer(3, 9),))):
        for width in widths:
            compare(learner, (bins * width).to(dtype), width, bins, torch.zeros_like(bins))


@check(
    {"en": "The index is int64", "zh-CN": "index 的 dtype 为 int64"},
    hint={"en": "Rounding down leaves a float as it is: convert it afterwards.", "zh-CN": "向下取整之后浮点数仍是浮点数：之后再转换。"},
)
def gives_an_int64_index(learner, case):
    for dtype in (torch.float32, torch.float64, torch.int32):
        x, _, _ = inside(case, -2, 2, 5, dtype)
        index, _ = run(learner, x, 5)
        what = {"en": f"index for {dtype} x", "zh-CN": f"x 为 {dtype} 时的 index "}
        expect.tensor(index, dtype=torch.int64, what=what)


@check(
    {"en": "The offset has the dtype of x", "zh-CN": "offset 的 dtype 与 x 相同"},
    points=2,
    hint={"en": "int32 minus int64 is int64.", "zh-CN": "int32 减 int64 得到 int64。"},
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.float32, torch.float64, torch.int32, torch.int64):
        x, _, _ = inside(case, -2, 2, 5, dtype)
        _, offset = run(learner, x, 5)
        expect.tensor(offset, dtype=dtype, what={"en": f"offset for {dtype} x", "zh-CN": f"x 为 {dtype} 时的 offset "})


@check(
    {"en": "Large numbers are exact", "zh-CN": "大数也精确"},
    points=2,
    hint={
        "en": "`x / width` makes floats of integers, which are exact up to 2**53 (float32: 2**24) only. int32 ends at 2**31,"
        " and an int64 tensor times a Python float is float32.",
        "zh-CN": "`x / width` 会把整数变成浮点数，而浮点数只能精确到 2**53（float32 为 2**24）。int32 最大到 2**31；"
        "int64 张量乘以 Python 浮点数得到的是 float32。",
    },
)
def is_exact_for_large_numbers(learner, case):
    width, steps = 2 * case.integer(2, 4) + 1, torch.arange(6, device=case.device)
    for dtype, base, size, places, zh in (
        (torch.int64, 2**57, width, steps % (width - 1) + 1, "int64、大小超过 2**59"),
        (torch.float64, 2**40, 0.25, (steps.double() % 3 + 1) / 16, "float64、大小超过 2**38"),
    ):
        bins = base + 2 * steps + case.integer(1, 10**6)
        bins, places = torch.cat([bins, -bins]), torch.cat([places, places])
        index, offset = run(learner, (bins * size if dtype == torch.int64 else bins.double() * size) + places, size)
        en = "int64 numbers beyond 2**59" if dtype == torch.int64 else "float64 numbers beyond 2**38"
        expect.equal(index.long(), bins, what={"en": f"the index of {en}", "zh-CN": f"{zh} 时的 index "})
        what = {"en": f"the offset of {en}", "zh-CN": f"{zh} 时的 offset "}
        expect.close(offset.double(), places.double(), what=what)


@check(
    {"en": "Any shape: 0-d, empty, matrices", "zh-CN": "任意形状：0 维、空张量、矩阵"},
    hint={"en": "Operations on whole tensors take every shape.", "zh-CN": "对整个张量做运算，任何形状都适用。"},
)
def takes_any_shape(learner, case):
    for shape, dtype in (((), torch.float32), ((2, 0), torch.int64), ((2, 3, 2), torch.int32)):
        bins = (torch.arange(torch.Size(shape).numel(), device=case.device) + case.integer(1, 5)).reshape(shape)
        places = torch.full(shape, 2, device=case.device)
        compare(learner, (bins * 7 + places).to(dtype), 7, bins, places)
    bins = torch.arange(12, device=case.device).reshape(3, 4).T
    compare(learner, (bins * 3 + 1.5).float(), 3, bins, torch.full_like(bins, 1.5, dtype=torch.float32))


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={"en": "`x -= ...` and `x %= ...` write into the caller's tensor.", "zh-CN": "`x -= ...` 和 `x %= ...` 会写入调用者的张量。"},
)
def leaves_the_input_alone(learner, case):
    for dtype in (torch.float32, torch.int64):
        x, _, _ = inside(case, -3, 3, 5, dtype)
        seen = learner.observe(learner.bin_and_offset, x.clone(), 5)
        what = {"en": f"{dtype} x after the call", "zh-CN": f"调用之后的 x（{dtype}）"}
        expect.equal(seen.arguments[0], x, what=what)


@check(
    {"en": "The results are on the device of x", "zh-CN": "结果与 x 在同一设备上"},
    hint={"en": "New tensors need device=x.device.", "zh-CN": "新建张量时要写 device=x.device。"},
)
def follows_the_device(learner, case):
    for dtype in (torch.float32, torch.int64):
        x = inside(case, -2, 2, 5, dtype)[0].cpu()
        expect.follows_the_device(learner.on_fake_gpu(learner.bin_and_offset, x, 5))
