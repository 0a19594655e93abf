"""Hidden checks of the exercise numpy-bridge. The tensors are on the CPU, whatever the run's device."""

import torch

from quizzer.checks import check, expect

DTYPES = (torch.float64, torch.int64, torch.float32, torch.int32, torch.uint8, torch.bool)
ZH = {
    "plain": "普通",
    "transposed": "转置的",
    "every second column": "隔列切片的",
    "reversed": "行反向的",
    "reversed columns": "列反向的",
    "read-only": "只读的",
}


def numbers(case, dtype=torch.float64, shape=(4, 3)):
    values = torch.randn(shape, generator=case.generator, dtype=torch.float64) * 40
    return values > 0 if dtype == torch.bool else values.abs().to(dtype)


def tensor_after(share, layout):
    return {
        "en": f"the tensor (share={share}, {layout} array), once the array was overwritten,",
        "zh-CN": f"数组被改写之后，张量（share={share}，{ZH[layout]}数组）",
    }


def array_after(share, layout):
    return {
        "en": f"the array (share={share}, {layout}), once the tensor was overwritten,",
        "zh-CN": f"张量被改写之后，数组（share={share}，{ZH[layout]}）",
    }


def result(share, layout):
    return {"en": f"the tensor (share={share}, {layout} array)", "zh-CN": f"张量（share={share}，{ZH[layout]}数组）"}


@check(
    {"en": "Shape, dtype and values are kept", "zh-CN": "形状、dtype 和值都不变"},
    points=2,
    hint={
        "en": "Name no dtype at all: torch takes it from the array.",
        "zh-CN": "不要指定 dtype：torch 会沿用数组的类型。",
    },
    visible=True,
)
def keeps_dtype_and_values(learner, case):
    for dtype in DTYPES:
        for share in (True, False):
            values = numbers(case, dtype)
            got = learner.fixtures.plain(learner.to_torch, values, share, "plain")
            expect.equal(got, values, what=result(share, "plain"))
    for share in (True, False):
        for values in (numbers(case, torch.float64, (2, 3, 4)), numbers(case, torch.int64, (5,))):
            got = learner.fixtures.plain(learner.to_torch, values, share, "plain")
            expect.equal(got, values, what=result(share, "plain"))


@check(
    {"en": "share=True: writes into the array are seen in the tensor", "zh-CN": "share=True：写入数组，张量能看到"},
    points=2,
    hint={
        "en": "`torch.from_numpy` copies nothing; `torch.tensor` always copies.",
        "zh-CN": "`torch.from_numpy` 不复制；`torch.tensor` 总是复制。",
    },
)
def shares_with_the_array(learner, case):
    for dtype in (torch.float64, torch.int64):
        values, later = numbers(case, dtype), numbers(case, dtype)
        got = learner.fixtures.after_writing_into_the_array(learner.to_torch, values, later, True, "plain")
        expect.equal(got, later, what=tensor_after(True, "plain"))
        got = learner.fixtures.array_after_writing_into_the_tensor(learner.to_torch, values, later, True, "plain")
        expect.equal(got, later, what=array_after(True, "plain"))


@check(
    {"en": "share=True: transposes and slices are shared too", "zh-CN": "share=True：转置和切片同样共享"},
    hint={
        "en": "`np.ascontiguousarray`, `.ravel()` and `.copy()` make new memory of such an array.",
        "zh-CN": "对这样的数组，`np.ascontiguousarray`、`.ravel()` 和 `.copy()` 会新开内存。",
    },
)
def shares_views(learner, case):
    for layout in ("transposed", "every second column"):
        values, later = numbers(case), numbers(case)
        got = learner.fixtures.after_writing_into_the_array(learner.to_torch, values, later, True, layout)
        expect.equal(got, later, what=tensor_after(True, layout))
        got = learner.fixtures.array_after_writing_into_the_tensor(learner.to_torch, values, later, True, layout)
        expect.equal(got, later, what=array_after(True, layout))


@check(
    {"en": "share=False: the tensor is a copy", "zh-CN": "share=False：张量是副本"},
    points=2,
    hint={"en": "A slice such as `arr[:]` is a view, no copy.", "zh-CN": "`arr[:]` 这样的切片是视图，不是副本。"},
    visible=True,
)
def copies(learner, case):
    for layout, dtype in (("plain", torch.float32), ("plain", torch.int64), ("transposed", torch.float64)):
        values, later = numbers(case, dtype), numbers(case, dtype)
        got = learner.fixtures.after_writing_into_the_array(learner.to_torch, values, later, False, layout)
        expect.equal(got, values, what=tensor_after(False, layout))
        got = learner.fixtures.array_after_writing_into_the_tensor(learner.to_torch, values, later, False, layout)
        expect.equal(got, values, what=array_after(False, layout))


@check(
    {"en": "share=False: reversed arrays can be copied", "zh-CN": "share=False：反向的数组也能复制"},
    points=2,
    hint={
        "en": "torch knows no negative strides; `arr.copy()` has none.",
        "zh-CN": "torch 没有负步幅；`arr.copy()` 的结果不含负步幅。",
    },
)
def copies_reversed_arrays(learner, case):
    for layout in ("reversed", "reversed columns"):
        values, later = numbers(case), numbers(case)
        got = learner.fixtures.after_writing_into_the_array(learner.to_torch, values, later, False, layout)
        expect.equal(got, values, what=tensor_after(False, layout))


@check(
    {"en": "share=False: read-only arrays can be copied", "zh-CN": "share=False：只读的数组也能复制"},
    hint={
        "en": "Somebody else may still write into the memory of a read-only array, and so may your tensor.",
        "zh-CN": "只读数组的内存仍可能被别人改写，也可能被你的张量改写。",
    },
)
def copies_read_only_arrays(learner, case):
    values, later = numbers(case), numbers(case)
    got = learner.fixtures.after_writing_into_the_array(learner.to_torch, values, later, False, "read-only")
    expect.equal(got, values, what=tensor_after(False, "read-only"))
    got = learner.fixtures.array_after_writing_into_the_tensor(learner.to_torch, values, later, False, "read-only")
    expect.equal(got, values, what=array_after(False, "read-only"))
    expect.equal(
        learner.fixtures.still_read_only(learner.to_torch, values),
        True,
        what={"en": "whether the read-only array is read-only after the call", "zh-CN": "调用之后数组是否仍为只读"},
    )
