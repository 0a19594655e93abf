"""Hidden checks of the exercise model-bytes; the expected numbers are added up by hand."""

from quizzer.checks import check, expect


def ask(learner, want, en, zh, name, *arguments):
    got, unchanged = learner.fixtures.ask(learner.model_bytes, name, list(arguments))
    expect.is_type(got, int, what={"en": "what model_bytes returns", "zh-CN": "model_bytes 的返回值"})
    expect.equal(got, want, what={"en": f"the bytes of {en}", "zh-CN": f"{zh}的字节数"})
    expect.that(
        unchanged,
        {"en": "The tensors of the model are others after the call.", "zh-CN": "调用之后模型的张量变了。"},
    )


@check(
    {"en": "Parameters: elements times 4 bytes", "zh-CN": "参数：元素个数乘以 4 字节"},
    points=2,
    hint={"en": "Bytes, not elements; all layers.", "zh-CN": "是字节数，不是元素个数；所有层都算。"},
    visible=True,
)
def counts_parameters(learner, case):
    a, b, c = (case.integer(2, 9) for _ in range(3))
    ask(learner, 4 * (a * b + b), f"a linear layer ({a}, {b})", f"线性层 ({a}, {b}) ", "plain", [a, b])
    want = 4 * (a * b + b + b * c + c)
    ask(learner, want, f"linear layers of sizes {a}, {b}, {c}", f"大小为 {a}、{b}、{c} 的线性层", "plain", [a, b, c])
    ask(learner, 0, "a model without tensors", "没有张量的模型", "empty")


@check(
    {"en": "Each dtype has its size", "zh-CN": "每种 dtype 各有大小"},
    points=2,
    hint={"en": "element_size() tells the bytes per element.", "zh-CN": "element_size() 给出每个元素的字节数。"},
)
def knows_the_dtypes(learner, case):
    a, b = case.integer(3, 9), case.integer(3, 9)
    for dtype, size in (("float16", 2), ("float64", 8), ("bfloat16", 2)):
        ask(
            learner,
            size * (a * b + b),
            f"a {dtype} layer ({a}, {b})",
            f"{dtype} 层 ({a}, {b}) ",
            "plain",
            [a, b],
            dtype,
        )
    want = 2 * (2 * a + 2) + 8 * (2 * a + a) + 4 * (a + a)
    ask(
        learner,
        want,
        "a model with float16, float64 and float32 layers",
        "含 float16、float64 和 float32 层的模型",
        "mixed",
        a,
    )


@check(
    {"en": "Buffers count", "zh-CN": "缓冲区也算"},
    points=2,
    hint={
        "en": "BatchNorm has two float buffers and an int64 counter; a buffer need not be in the state_dict.",
        "zh-CN": "BatchNorm 有两个浮点缓冲区和一个 int64 计数器；缓冲区不一定在 state_dict 里。",
    },
)
def counts_buffers(learner, case):
    c = case.integer(3, 9)
    conv = 2 * 9 * c
    ask(learner, 4 * (conv + 4 * c) + 8, "a convolution with BatchNorm", "带 BatchNorm 的卷积", "normed", c)
    ask(learner, 4 * (conv + 2 * c) + 8, "BatchNorm without affine", "不带 affine 的 BatchNorm ", "normed", c, False)
    ask(
        learner,
        4 * (conv + 2 * c),
        "BatchNorm without running statistics",
        "不带滑动统计量的 BatchNorm ",
        "normed",
        c,
        True,
        False,
    )
    ask(
        learner,
        2 * (conv + 4 * c) + 8,
        "a half-precision BatchNorm",
        "半精度的 BatchNorm ",
        "normed",
        c,
        True,
        True,
        "float16",
    )
    for dtype, size in (("bool", 1), ("int64", 8), ("float32", 4)):
        for persistent in (True, False):
            kind, kind_zh = ("a", "") if persistent else ("a non-persistent", "非持久的 ")
            want = 4 * 9 + size * 5 * c
            ask(
                learner,
                want,
                f"a model with {kind} {dtype} buffer",
                f"带有{kind_zh}{dtype} 缓冲区的模型",
                "with_buffer",
                [5, c],
                dtype,
                persistent,
            )


@check(
    {"en": "Tied weights count once", "zh-CN": "绑定的权重只算一次"},
    points=2,
    hint={
        "en": "Two parameters on one memory, even if they are two objects.",
        "zh-CN": "两个参数位于同一块内存，即使它们是两个对象。",
    },
)
def counts_tied_weights_once(learner, case):
    v, w = case.integer(10, 20), case.integer(3, 9)
    for separate in (False, True):
        how, how_zh = (
            ("two parameters on one memory", "同一内存上的两个参数") if separate else ("one parameter", "同一个参数")
        )
        ask(learner, 4 * (v * w + v), f"tied weights ({how})", f"绑定权重（{how_zh}）", "tied", v, w, separate)
    ask(learner, 4 * (w * w + w), "a layer that is used three times", "使用三次的层", "repeated", w)


@check(
    {"en": "Views of one storage count once", "zh-CN": "同一存储的视图只算一次"},
    points=3,
    hint={
        "en": "A view may begin in the middle: look at the storage, not at the address of the first element.",
        "zh-CN": "视图可能从中间开始：要看存储，而不是第一个元素的地址。",
    },
)
def counts_views_once(learner, case):
    rows, columns = case.integer(4, 9), case.integer(3, 9)
    for kind in ("whole_first", "parts_first"):
        ask(
            learner,
            4 * rows * columns,
            "a tensor and parts of it",
            "一个张量及其若干部分",
            "views",
            rows,
            columns,
            kind,
        )


@check(
    {"en": "Equal numbers, gradients and plain attributes", "zh-CN": "相等的数、梯度和普通属性"},
    hint={
        "en": "Equal values are no shared memory; what is neither parameter nor buffer does not count.",
        "zh-CN": "值相等不等于共享内存；既不是参数也不是缓冲区的不算。",
    },
)
def counts_nothing_else(learner, case):
    n = case.integer(5, 30)
    ask(learner, 8 * n, "two buffers with equal numbers", "数值相同的两个缓冲区", "equal_values", n)
    ask(
        learner,
        4 * (n + 1),
        "a layer with gradients and plain tensors as attributes",
        "带有梯度和普通张量属性的层",
        "with_attributes",
        n,
    )
