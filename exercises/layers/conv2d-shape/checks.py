"""Hidden checks of the exercise conv2d-shape. Sizes are not square, and height and width differ in every option."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect


def call_text(hw, kernel_size, options):
    """The call as a learner would write it."""
    extra = "".join(f", {name}={value!r}" for name, value in options.items())
    return f"`conv2d_shape({hw}, {kernel_size}{extra})`"


def compare(learner, want, hw, kernel_size, **options):
    """The call gives the numbers of ``want``; that they are ints in a tuple is the business of one check alone."""
    got = learner.conv2d_shape(hw, kernel_size, **options)
    if type(got) in (tuple, list, torch.Size):
        got = tuple(int(size) if type(size) is float and size.is_integer() else size for size in got)
    expect.equal(got, want, what=call_text(hw, kernel_size, options))


def torch_shape(hw, kernel_size, **options):
    """What torch's own convolution makes of such an input; on meta tensors, which have no data."""
    kernel = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
    weight, image = (torch.empty(1, 1, *sizes, device="meta") for sizes in (kernel, hw))
    return tuple(F.conv2d(image, weight, **options).shape[-2:])


def simpler_calls(call):
    """The call without one of its options, with an int for a pair, with a smaller number; those that torch takes."""
    hw, kernel_size, options = call
    for name, value in options.items():
        fewer = {other: options[other] for other in options if other != name}
        yield from fitting(hw, kernel_size, fewer)
        for less in simpler_values(value, least=0 if name == "padding" else 1):
            yield from fitting(hw, kernel_size, {**options, name: less})
    for less in simpler_values(kernel_size, least=1):
        yield from fitting(hw, less, options)
    for size in (12, 8, 6, 4):
        for axis in (0, 1):
            if size < hw[axis]:
                yield from fitting((size, hw[1]) if axis == 0 else (hw[0], size), kernel_size, options)


def simpler_values(value, least):
    """One number of a pair, the pair with one number as small as can be, or a smaller number."""
    if isinstance(value, tuple):
        yield from value
        yield from ((value[0], least), (least, value[1])) if least not in value else ()
    elif isinstance(value, int) and value > least + 1:
        yield value - 1


def fitting(hw, kernel_size, options):
    """The call, if torch takes it."""
    try:
        torch_shape(hw, kernel_size, **options)
    except RuntimeError:
        return
    yield hw, kernel_size, options


@check(
    {"en": "A plain kernel (stride 1, no padding)", "zh-CN": "普通卷积核（步幅 1，不填充）"},
    points=1,
    hint={
        "en": "A kernel of size 3 fits into 5 cells at 3 places: 5 - 3, and one more for the first.",
        "zh-CN": "大小为 3 的核在 5 格里有 3 个位置：5 - 3，再加上第一个。",
    },
    visible=True,
)
def slides_a_plain_kernel(learner, case):
    compare(learner, (28, 36), (32, 40), 5)
    compare(learner, (17, 9), (17, 9), 1)
    compare(learner, (1, 5), (7, 11), 7)
    h, w, k = case.integer(8, 60), case.integer(70, 120), case.integer(2, 7)
    compare(learner, (h - k + 1, w - k + 1), (h, w), k)


@check(
    {"en": "The stride drops an incomplete last step", "zh-CN": "步幅舍去末尾不足的一步"},
    points=1,
    hint={
        "en": "Count the starts 0, s, 2s, ... at which the kernel still fits. Floor division first, then + 1.",
        "zh-CN": "数一数起点 0、s、2s……中有多少个还放得下卷积核。先整除，再加 1。",
    },
)
def steps_by_the_stride(learner, case):
    compare(learner, (5, 8), (12, 18), 3, stride=2)
    compare(learner, (5, 8), (11, 17), 3, stride=2)
    compare(learner, (1, 2), (5, 9), 4, stride=5)
    steps, k = case.integer(3, 9), case.integer(3, 6)
    stride = case.integer(3, 7)
    for rest in (0, 1, stride - 1):
        size = steps * stride + k + rest
        compare(learner, (steps + 1, steps + 2), (size, size + stride), k, stride=stride)


@check(
    {"en": "Padding counts on both sides", "zh-CN": "两侧都要计入 padding"},
    points=1,
    hint={
        "en": "padding=2 makes the input four cells higher and four cells wider.",
        "zh-CN": "padding=2 会让输入高出 4 格，也宽出 4 格。",
    },
)
def pads_both_sides(learner, case):
    compare(learner, (112, 150), (224, 300), 7, stride=2, padding=3)
    compare(learner, (14, 21), (14, 21), 3, padding=1)
    h, w, p = case.integer(6, 30), case.integer(40, 70), case.integer(1, 4)
    compare(learner, (h + 2 * p - 4, w + 2 * p - 4), (h, w), 5, padding=p)


@check(
    {"en": "Dilation spreads the kernel", "zh-CN": "膨胀率让卷积核变宽"},
    points=1,
    hint={
        "en": "With dilation d the gaps between k taps are d wide, and there are k - 1 gaps.",
        "zh-CN": "膨胀率为 d 时，k 个点之间有 k - 1 个间隔，每个间隔宽 d。",
    },
)
def spreads_a_dilated_kernel(learner, case):
    compare(learner, (16, 27), (20, 31), 3, dilation=2)
    compare(learner, (13, 24), (13, 24), 1, dilation=4)
    compare(learner, (20, 31), (20, 31), 3, padding=2, dilation=2)
    h, w = case.integer(30, 50), case.integer(60, 80)
    k, d = case.integer(2, 5), case.integer(2, 5)
    span = d * (k - 1) + 1
    compare(learner, (h - span + 1, w - span + 1), (h, w), k, dilation=d)


@check(
    {"en": "Pairs: the height first, then the width", "zh-CN": "成对的参数：先高后宽"},
    points=2,
    hint={
        "en": "Each option may be an int or a pair, one by one: (3, 5) means 3 rows and 5 columns.",
        "zh-CN": "每个参数都可以单独地是 int 或一对数：(3, 5) 表示 3 行 5 列。",
    },
)
def takes_pairs_height_first(learner, case):
    compare(learner, (18, 26), (20, 30), (3, 5))
    compare(learner, (9, 7), (19, 21), 3, stride=(2, 3))
    compare(learner, (19, 20), (21, 18), 3, padding=(0, 2))
    compare(learner, (17, 10), (19, 18), 3, dilation=(1, 4))
    compare(learner, (11, 5), (24, 33), (5, 2), stride=(2, 6), padding=(1, 0), dilation=(1, 3))


@check(
    {"en": "padding='same' and padding='valid'", "zh-CN": "padding='same' 与 padding='valid'"},
    points=1,
    hint={
        "en": "'same' gives back the input size whatever the kernel is, even or odd, dilated or not. 'valid' is padding 0.",
        "zh-CN": "'same' 总是得到输入的大小，不管核是奇是偶、有没有膨胀；'valid' 就是 padding=0。",
    },
)
def knows_same_and_valid(learner, case):
    h, w = case.integer(9, 30), case.integer(31, 60)
    for kernel_size, dilation in ((3, 1), (4, 1), ((2, 5), (3, 1)), (3, (2, 4)), (7, 3)):
        compare(learner, (h, w), (h, w), kernel_size, padding="same", dilation=dilation)
    compare(learner, (4, 3), (4, 3), 6, padding="same")
    compare(learner, (h - 2, w - 4), (h, w), (3, 5), padding="valid")
    compare(learner, ((h - 7) // 2 + 1, (w - 7) // 2 + 1), (h, w), 4, stride=2, padding="valid", dilation=2)


@check(
    {"en": "The result is a tuple of two Python ints", "zh-CN": "结果是由两个 Python int 组成的元组"},
    points=1,
    hint={
        "en": "Use // instead of /: 6 / 2 is the float 3.0. A tensor's size is not an int until int() makes it one.",
        "zh-CN": "用 // 而不是 /：6 / 2 得到的是浮点数 3.0。张量里的数要经过 int() 才是 Python int。",
    },
)
def returns_two_ints(learner, case):
    cases = (
        (5, {}),
        (3, {"stride": 2}),
        (3, {"padding": "same"}),
        ((3, 2), {"padding": (1, 0), "dilation": 2}),
    )
    for kernel_size, options in cases:
        hw = (case.integer(10, 20), case.integer(21, 40))
        call = call_text(hw, kernel_size, options)
        got = learner.conv2d_shape(hw, kernel_size, **options)
        expect.that(
            type(got) in (tuple, torch.Size) and len(got) == 2,
            {
                "en": f"{call} should be a tuple of two values, but it is {got!r}",
                "zh-CN": f"{call} 应为两个值组成的元组，实际是 {got!r}",
            },
        )
        for name_en, name_zh, size in zip(("height", "width"), ("高", "宽"), got, strict=True):
            expect.is_type(size, int, what={"en": f"the {name_en} of {call}", "zh-CN": f"{call} 的{name_zh}"})


@check(
    {"en": "A kernel that does not fit raises ValueError", "zh-CN": "放不下的卷积核抛出 ValueError"},
    points=2,
    hint={
        "en": "Compare dilation * (kernel - 1) + 1 with the padded size before you divide, on both axes.",
        "zh-CN": "做除法之前，在两个轴上分别比较 dilation * (kernel - 1) + 1 与填充后的大小。",
    },
)
def refuses_a_kernel_that_does_not_fit(learner, case):
    size = case.integer(6, 12)
    too_large = (
        ((size, 40), size + 1, {}),
        ((40, size), size + 1, {"stride": 2}),
        ((size, 40), (size + 1, 3), {"stride": 3}),
        ((40, size), (3, size + 1), {}),
        ((size, 40), size + 3, {"padding": 1, "stride": 4}),
        ((5, 40), 3, {"dilation": 3}),
        ((40, 5), 3, {"dilation": (1, 3), "stride": 5}),
        ((size, size + 1), 40, {"padding": 2}),
        ((size, 40), size + 1, {"padding": "valid", "stride": 2}),
    )
    for hw, kernel_size, options in too_large:
        with expect.raises(ValueError, what=call_text(hw, kernel_size, options)):
            learner.conv2d_shape(hw, kernel_size, **options)
    compare(learner, (1, 40 - size + 1), (size, 40), size)
    compare(learner, (1, 40 + 2 - size - 1), (size, 40), size + 2, padding=1)
    compare(learner, (17, 1), (40, 7), 3, stride=2, dilation=3)


@check(
    {"en": "Agrees with nn.Conv2d on random options", "zh-CN": "随机参数下与 nn.Conv2d 一致"},
    points=2,
    hint={
        "en": "Compare your function with a real layer: nn.Conv2d(1, 1, ...)(torch.zeros(1, 1, h, w)).shape.",
        "zh-CN": "拿真实的层来对照：nn.Conv2d(1, 1, ...)(torch.zeros(1, 1, h, w)).shape。",
    },
)
def agrees_with_torch(learner, case):
    def one_or_two(low, high):
        if case.integer(0, 1):
            return case.integer(low, high)
        return case.integer(low, high), case.integer(low, high)

    def call():
        hw = (case.integer(24, 60), case.integer(24, 60))
        kernel_size = one_or_two(1, 6)
        padding = "valid" if case.integer(0, 9) == 0 else one_or_two(0, 4)
        return hw, kernel_size, {"stride": one_or_two(1, 5), "padding": padding, "dilation": one_or_two(1, 4)}

    def agree(call):
        hw, kernel_size, options = call
        compare(learner, torch_shape(hw, kernel_size, **options), hw, kernel_size, **options)

    calls = [call() for _ in range(25)]
    expect.smallest(calls, agree, simpler=simpler_calls, shown=lambda call: call_text(*call))
