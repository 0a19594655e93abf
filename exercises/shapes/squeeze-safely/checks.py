"""Hidden checks of the exercise squeeze-safely."""

from quizzer.checks import check, expect

LAYOUTS = {
    "contiguous": "连续",
    "transposed": "转置",
    "every second column": "隔列切片",
    "one of three channels": "三个通道之一",
}


def compare(learner, x):
    shape = tuple(x.shape)
    what = {"en": f"the result for x of shape {shape}", "zh-CN": f"x 的形状为 {shape} 时，结果"}
    expect.equal(learner.drop_channel(x), x.sum(dim=1), what=what)


@check(
    {"en": "The channel axis is dropped", "zh-CN": "通道轴被去掉"},
    hint={"en": "The axes N, H and W stay, in this order.", "zh-CN": "N、H、W 三个轴按此顺序保留。"},
    visible=True,
)
def drops_the_channel(learner, case):
    for n, h, w in ((5, 4, 6), (3, 3, 3), (2, case.integer(4, 7), case.integer(8, 12))):
        compare(learner, case.randn(n, 1, h, w))


@check(
    {"en": "A batch of one keeps its batch axis", "zh-CN": "只有一幅图像时，批次轴保留"},
    points=2,
    hint={
        "en": "`squeeze()` without an axis drops every axis of size 1.",
        "zh-CN": "`squeeze()` 不指定轴时，会去掉所有大小为 1 的轴。",
    },
)
def keeps_a_batch_of_one(learner, case):
    compare(learner, case.randn(1, 1, 4, 6))
    compare(learner, case.randn(0, 1, 4, 6))


@check(
    {"en": "Images one pixel high or wide keep their axes", "zh-CN": "高或宽只有一个像素的图像，各轴保留"},
    hint={"en": "Name the one axis that may go.", "zh-CN": "请指明那个唯一可以去掉的轴。"},
)
def keeps_axes_of_one_pixel(learner, case):
    for n, h, w in ((5, 1, 6), (5, 4, 1), (5, 1, 1), (1, 1, 6), (1, 4, 1), (1, 1, 1)):
        compare(learner, case.randn(n, 1, h, w))


@check(
    {"en": "Another number of channels raises", "zh-CN": "通道数不是 1 时抛出异常"},
    points=2,
    hint={
        "en": "`squeeze(1)` leaves such a tensor as it is, `x[:, 0]` throws channels away: test the size yourself.",
        "zh-CN": "`squeeze(1)` 会原样返回这样的张量，`x[:, 0]` 会丢掉通道：请自己检查大小。",
    },
    visible=True,
)
def refuses_other_numbers_of_channels(learner, case):
    for shape in ((4, 3, 5, 6), (1, 3, 5, 6), (4, 2, 1, 6), (2, 4, 1, 1), (1, 2, 1, 1), (3, 0, 4, 5)):
        with expect.raises(Exception, what=f"`drop_channel(torch.zeros{shape})`"):
            learner.drop_channel(case.randn(*shape))


@check(
    {"en": "The result is a view", "zh-CN": "结果是视图"},
    points=2,
    hint={
        "en": "`squeeze`, `select` and slices share memory; `clone`, `contiguous`, `sum` and `stack` may copy.",
        "zh-CN": "`squeeze`、`select` 和切片共享内存；`clone`、`contiguous`、`sum`、`stack` 可能会复制。",
    },
)
def returns_a_view(learner, case):
    for layout, zh in LAYOUTS.items():
        x, written = case.randn(3, 1, 4, 6), case.randn(3, 4, 6)
        got = learner.fixtures.after_writing_into_the_result(learner.drop_channel, x, written, layout)
        what = {"en": f"`x` ({layout}), once the result was written into,", "zh-CN": f"写入结果之后，x（{zh}）"}
        expect.equal(got, written[:, None], what=what)


@check(
    {"en": "x keeps its shape", "zh-CN": "x 的形状不变"},
    hint={
        "en": "Methods that end in _ change the tensor of the caller.",
        "zh-CN": "以 _ 结尾的方法会改变调用者的张量。",
    },
)
def leaves_x_alone(learner, case):
    x = case.randn(3, 1, 4, 6)
    seen = learner.observe(learner.drop_channel, x.clone())
    expect.equal(seen.arguments[0], x, what={"en": "`x` after the call", "zh-CN": "调用之后的 `x` "})
