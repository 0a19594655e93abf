"""Hidden checks of the exercise pool2d-shape, against F.max_pool2d. Height and width differ in every option."""

import torch
import torch.nn.functional as F

from quizzer.checks import cached, check, expect


def call_text(hw, k, options):
    """The call as a learner would write it."""
    extra = "".join(f", {name}={value!r}" for name, value in options.items())
    return f"`pool2d_shape({hw}, {k}{extra})`"


@cached
def torch_shape(hw, k, options):
    """What torch makes of such an input; on meta tensors, which have no data."""
    return tuple(F.max_pool2d(torch.empty(1, 1, *hw, device="meta"), k, **options).shape[-2:])


def compare(learner, *calls):
    """The calls give torch's numbers; that they are ints in a tuple is the business of one check alone."""
    calls = sorted(calls, key=lambda call: (len(call[2]), sum(call[0])))
    for (hw, k, options), got in zip(calls, learner.fixtures.all_of(learner.pool2d_shape, calls), strict=True):
        if type(got) in (tuple, list, torch.Size):
            got = tuple(int(size) if type(size) is float and size.is_integer() else size for size in got)
        expect.equal(got, torch_shape(hw, k, options), what=call_text(hw, k, options))


@check(
    {"en": "Without a stride, the windows lie side by side", "zh-CN": "不给步幅时，窗口一个挨一个"},
    points=2,
    hint={
        "en": "The stride of a pooling layer is its kernel size unless it is given; that of a convolution is 1.",
        "zh-CN": "池化层不给步幅时，步幅就是核的大小；卷积的默认步幅才是 1。",
    },
    visible=True,
)
def defaults_to_the_kernel(learner, case):
    hw = (case.integer(20, 30), case.integer(31, 40))
    compare(
        learner,
        ((7, 10), 3, {}),
        ((8, 12), 2, {}),
        ((9, 14), 4, {}),
        (hw, 3, {}),
        (hw, 5, {"stride": None}),
        ((17, 20), (2, 5), {}),
    )


@check(
    {"en": "The stride drops an incomplete last window", "zh-CN": "步幅舍去末尾放不下的窗口"},
    hint={"en": "Floor division first, then + 1 for the first window.", "zh-CN": "先整除，再为最前面的窗口加 1。"},
)
def steps_by_the_stride(learner, case):
    hw = (case.integer(12, 20), case.integer(21, 30))
    compare(
        learner,
        ((10, 13), 3, {"stride": 2}),
        ((11, 14), 3, {"stride": 2}),
        ((9, 12), 2, {"stride": 5}),
        (hw, 4, {"stride": 3}),
        (hw, 3, {"stride": 1}),
    )


@check(
    {"en": "Padding counts on both sides", "zh-CN": "两侧都要计入 padding"},
    hint={
        "en": "padding=1 makes the input two cells higher and two cells wider.",
        "zh-CN": "padding=1 会让输入高出两格，也宽出两格。",
    },
)
def pads_both_sides(learner, case):
    hw = (case.integer(12, 20), case.integer(21, 30))
    compare(
        learner,
        ((10, 13), 3, {"stride": 1, "padding": 1}),
        ((10, 13), 4, {"stride": 2, "padding": 2}),
        ((9, 14), 2, {"padding": 1}),
        (hw, 5, {"stride": 1, "padding": 2}),
    )


@check(
    {"en": "ceil_mode counts a window that partly fits", "zh-CN": "ceil_mode 把只放下一部分的窗口也算上"},
    points=2,
    hint={
        "en": "Round the division up; if nothing is left over, both modes agree.",
        "zh-CN": "除法向上取整；没有剩余时，两种模式结果相同。",
    },
)
def rounds_up_in_ceil_mode(learner, case):
    n = 3 * case.integer(4, 8)
    compare(
        learner,
        ((7, 10), 3, {"ceil_mode": True}),
        ((n, n + 1), 3, {"ceil_mode": True}),
        ((n + 2, n), 3, {"ceil_mode": True}),
        ((8, 11), 3, {"stride": 2, "ceil_mode": True}),
        ((9, 12), 3, {"stride": 2, "ceil_mode": True}),
        ((10, 9), 4, {"stride": 3, "padding": 1, "ceil_mode": True}),
        ((n, n + 1), 3, {"ceil_mode": False}),
    )


@check(
    {"en": "No window starts in the padding on the right", "zh-CN": "没有窗口从右侧的填充里开始"},
    points=2,
    hint={
        "en": "The last window starts at (out - 1) * s; the padding on the right begins at n + p.",
        "zh-CN": "最后一个窗口从 (out - 1) * s 开始，右侧的填充从 n + p 开始。",
    },
)
def drops_a_window_in_the_padding(learner, case):
    # On the axis of 5 with k=4, p=2: with s=4 the last start would be 8, behind n + p = 7 but inside n + 2p = 9; with s=3
    # it is 6, behind n = 5 but inside n + p. Without padding, a start at n itself: n=3, k=1, s=3.
    compare(
        learner,
        ((5, 8), 4, {"stride": 4, "padding": 2, "ceil_mode": True}),
        ((8, 5), 4, {"stride": 4, "padding": 2, "ceil_mode": True}),
        ((5, 8), 4, {"stride": 3, "padding": 2, "ceil_mode": True}),
        ((3, 5), 1, {"stride": 3, "ceil_mode": True}),
        ((6, 3), 1, {"stride": 3, "ceil_mode": True}),
        ((4, 6), 2, {"stride": 3, "padding": 1, "ceil_mode": True}),
        ((2, 4), 2, {"stride": 3, "padding": 1, "ceil_mode": True}),
    )


@check(
    {"en": "Pairs: the height first, then the width", "zh-CN": "成对的参数：先高后宽"},
    hint={"en": "Each option may be an int or a pair, one by one.", "zh-CN": "每个参数都可以单独地是 int 或一对数。"},
)
def takes_pairs(learner, case):
    hw = (case.integer(20, 30), case.integer(31, 45))
    compare(
        learner,
        (hw, (2, 5), {}),
        (hw, 3, {"stride": (1, 4)}),
        (hw, 4, {"stride": 3, "padding": (2, 0)}),
        (hw, (5, 2), {"stride": (2, 3), "padding": (1, 1)}),
        (hw, (4, 3), {"padding": (2, 1), "ceil_mode": True}),
        ((5, 3), (4, 1), {"stride": (4, 3), "padding": (2, 0), "ceil_mode": True}),
    )


@check(
    {"en": "A padding of more than k/2 raises", "zh-CN": "padding 大于 k/2 时抛出异常"},
    points=2,
    hint={
        "en": "Test 2 * padding > k on both axes; k/2 itself is allowed.",
        "zh-CN": "在两个轴上检查 2 * padding > k；等于 k/2 是允许的。",
    },
)
def refuses_too_much_padding(learner, case):
    for k, padding, extra in (
        (3, 2, {}),
        (2, 2, {"stride": 1}),
        (4, 3, {"ceil_mode": True}),
        (1, 1, {}),
        ((3, 5), 2, {}),
        ((5, 3), 2, {}),
        (4, (1, 3), {}),
        (4, (3, 1), {"stride": 2}),
    ):
        options = {**extra, "padding": padding}
        with expect.raises(Exception, what=call_text((12, 15), k, options)):
            learner.pool2d_shape((12, 15), k, **options)
    compare(learner, ((12, 15), 4, {"padding": 2}), ((12, 15), (2, 6), {"padding": (1, 3)}))


@check(
    {"en": "The result is a tuple of two Python ints", "zh-CN": "结果是由两个 Python int 组成的元组"},
    hint={
        "en": "Use // instead of /: 6 / 2 is the float 3.0.",
        "zh-CN": "用 // 而不是 /：6 / 2 得到的是浮点数 3.0。",
    },
)
def returns_two_ints(learner, case):
    for k, options in ((3, {}), (2, {"stride": 2, "padding": 1}), (3, {"stride": 2, "ceil_mode": True})):
        hw = (case.integer(10, 20), case.integer(21, 40))
        call = call_text(hw, k, options)
        got = learner.pool2d_shape(hw, k, **options)
        expect.that(
            type(got) in (tuple, torch.Size) and len(got) == 2,
            {
                "en": f"{call} should be a tuple of two values, but it is {got!r:.80}",
                "zh-CN": f"{call} 应为两个值组成的元组，实际是 {got!r:.80}",
            },
        )
        for name_en, name_zh, size in zip(("height", "width"), ("高", "宽"), got, strict=True):
            expect.is_type(size, int, what={"en": f"the {name_en} of {call}", "zh-CN": f"{call} 的{name_zh}"})


@check(
    {"en": "Agrees with F.max_pool2d on random options", "zh-CN": "随机参数下与 F.max_pool2d 一致"},
    points=2,
    hint={
        "en": "Compare your function with torch: F.max_pool2d(torch.zeros(1, 1, h, w), ...).shape.",
        "zh-CN": "拿 torch 来对照：F.max_pool2d(torch.zeros(1, 1, h, w), ...).shape。",
    },
)
def agrees_with_torch(learner, case):
    def draw():
        k = (case.integer(1, 6), case.integer(1, 6))
        options = {
            "padding": (case.integer(0, k[0] // 2), case.integer(0, k[1] // 2)),
            "ceil_mode": case.pick([True, False]),
        }
        if case.integer(0, 3):
            options["stride"] = (case.integer(1, 6), case.integer(1, 6))
        return (case.integer(6, 20), case.integer(6, 20)), k, options

    compare(learner, *(draw() for _ in range(160)))
