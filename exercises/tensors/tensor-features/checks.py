"""Hidden checks of the exercise tensor-features. The features are CPU tensors, whatever the run's device."""

import torch

from quizzer.checks import check, expect


def int_rows(case, n, d):
    return [[case.integer(-90, 90) for _ in range(d)] for _ in range(n)]


def float_rows(case, n, d):
    return [[case.uniform(-3, 3) for _ in range(d)] for _ in range(n)]


def numbers(case, n, d, dtype):
    return (case.randn(n, d, dtype=torch.float64) * 30).to(dtype).cpu()


def features_of(name, zh):
    return {"en": f"the feature matrix of {name}", "zh-CN": f"{zh}的特征矩阵"}


@check(
    {"en": "Lists of ints and floats become float32", "zh-CN": "整数和浮点数的列表变成 float32"},
    points=2,
    hint={
        "en": "Name the dtype: `torch.tensor` makes int64 of ints.",
        "zh-CN": "要写明 dtype：整数会被 `torch.tensor` 变成 int64。",
    },
    visible=True,
)
def takes_lists(learner, case):
    mixed = [[case.integer(1, 9), case.uniform(0.1, 0.9), -2], [case.uniform(1.1, 1.9), 0, 7.25]]
    for rows, name, zh in (
        (int_rows(case, 4, 3), "rows of ints", "整数行"),
        (float_rows(case, 3, 3), "rows of floats", "浮点数行"),
        (mixed, "rows of ints and floats", "整数与浮点数混合的行"),
        ([[case.integer(2, 9)]], "one row of one int", "只有一个整数的一行"),
    ):
        expect.equal(learner.to_features(rows), torch.tensor(rows, dtype=torch.float32), what=features_of(name, zh))


@check(
    {"en": "NumPy arrays of any dtype become float32", "zh-CN": "任何 dtype 的 NumPy 数组都变成 float32"},
    points=2,
    hint={
        "en": "NumPy's floats are float64, and a tensor made of them stays float64 unless you name a dtype.",
        "zh-CN": "NumPy 的浮点数是 float64；不写明 dtype，得到的张量仍是 float64。",
    },
)
def takes_arrays(learner, case):
    for dtype in (torch.float64, torch.float32, torch.int64, torch.uint8, torch.float16):
        values = numbers(case, 5, 3, torch.float64).abs().to(dtype)
        name = str(dtype).removeprefix("torch.")
        got = learner.fixtures.of_array(learner.to_features, values)
        expect.equal(got, values.float(), what=features_of(f"a {name} array", f" {name} 数组"))


@check(
    {"en": "The result is a copy", "zh-CN": "结果是副本"},
    points=2,
    hint={
        "en": "`torch.as_tensor`, `torch.from_numpy` and `torch.Tensor` share the memory of a float32 array.",
        "zh-CN": "`torch.as_tensor`、`torch.from_numpy` 和 `torch.Tensor` 会与 float32 数组共享内存。",
    },
)
def copies(learner, case):
    for dtype in (torch.float32, torch.float64):
        values, later = numbers(case, 4, 3, dtype), numbers(case, 4, 3, dtype)
        for options in ({}, {"requires_grad": True}):
            got = learner.fixtures.after_writing_into_the_array(learner.to_features, values, later, **options)
            what = {"en": "the feature matrix, once the array was overwritten,", "zh-CN": "数组被改写之后，特征矩阵"}
            expect.equal(expect.tensor(got).detach(), values.float(), what=what)
        got = learner.fixtures.array_after_writing_into_the_features(learner.to_features, values, later)
        what = {"en": "the array, once the features were overwritten,", "zh-CN": "特征被改写之后，数组"}
        expect.equal(got, values, what=what)


@check(
    {
        "en": "requires_grad=True gives a leaf that gathers gradients",
        "zh-CN": "requires_grad=True 得到能累积梯度的叶子张量",
    },
    points=2,
    hint={
        "en": "Convert first, then require gradients: what comes out of an operation is no leaf.",
        "zh-CN": "先转换类型，再要求梯度：由运算得到的张量不是叶子。",
    },
)
def makes_a_leaf(learner, case):
    what = {"en": "`x.grad` after backward()", "zh-CN": "backward() 之后的 `x.grad` "}
    upstream = torch.randn(4, 3, generator=case.generator)
    expect.equal(learner.fixtures.gradient(learner.to_features, int_rows(case, 4, 3), upstream), upstream, what=what)
    expect.equal(learner.fixtures.gradient(learner.to_features, float_rows(case, 4, 3), upstream), upstream, what=what)
    for dtype in (torch.float32, torch.float64):
        values = numbers(case, 4, 3, dtype)
        expect.equal(learner.fixtures.gradient_of_array(learner.to_features, values, upstream), upstream, what=what)


@check(
    {"en": "Without requires_grad no gradients are required", "zh-CN": "不给 requires_grad 时不需要梯度"},
    hint={"en": "The argument decides, and its default is False.", "zh-CN": "由这个参数决定，默认值是 False。"},
)
def requires_none_by_default(learner, case):
    rows = float_rows(case, 3, 2)
    for options in ({}, {"requires_grad": False}):
        seen = learner.observe(learner.to_features, rows, **options)
        expect.tensor(seen.value, shape=(3, 2))
        expect.that(
            not seen.requires_grad,
            {
                "en": "The features require gradients, but requires_grad is False.",
                "zh-CN": "requires_grad 为 False，得到的特征却需要梯度。",
            },
        )


@check(
    {"en": "No rows", "zh-CN": "一行也没有"},
    hint={
        "en": "An empty list has no first row to ask for its length.",
        "zh-CN": "空列表没有第一行，无从得知它的长度。",
    },
)
def takes_no_rows(learner, case):
    what = features_of("an empty list", "空列表")
    expect.equal(learner.to_features([]), torch.empty(0), what=what)
    d = case.integer(2, 6)
    for dtype in (torch.float64, torch.int64):
        got = learner.fixtures.of_array(learner.to_features, torch.empty(0, d, dtype=dtype))
        expect.equal(got, torch.empty(0, d), what=features_of(f"an array of shape (0, {d})", f"形状为 (0, {d}) 的数组"))
