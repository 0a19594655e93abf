"""Hidden checks of the exercise first-nan."""

import torch

from quizzer.checks import check, expect

LINEAR, RELU, CLEAN, NOTHING = ["linear"], ["relu"], ["clean"], ["plant", "none"]


def plant(value, *rest):
    return ["plant", value, *rest]


def find(learner, case, spec, x=None, evaluate=()):
    x = case.randn(3, 4) if x is None else x
    return learner.fixtures.find(learner.first_bad_module, spec, x, case.integer(1, 10**6), list(evaluate))


def names(learner, case, spec, want, what, **options):
    expect.equal(find(learner, case, spec, **options)["result"], want, what=what)


@check(
    {"en": "The bad leaf is named", "zh-CN": "指出坏的叶子模块"},
    points=2,
    hint={
        "en": "Names come from named_modules(); only leaves count.",
        "zh-CN": "名字来自 named_modules()；只看叶子模块。",
    },
    visible=True,
)
def names_the_leaf(learner, case):
    what = {"en": "the name for one layer with NaN", "zh-CN": "只有一层出现 NaN 时的名字"}
    names(learner, case, [LINEAR, ["seq", RELU, plant("nan")], LINEAR], "1.1", what)
    names(learner, case, [LINEAR, ["seq", LINEAR, ["seq", plant("nan"), LINEAR]]], "1.1.0", what)
    names(learner, case, [plant("nan"), LINEAR, RELU], "0", what)
    names(learner, case, [LINEAR, ["seq", LINEAR, RELU], CLEAN, plant("nan")], "3", what)


@check(
    {"en": "The first in the order of execution", "zh-CN": "按执行顺序的第一个"},
    points=2,
    hint={
        "en": "Keep the first name that a hook meets; later layers only pass the NaN on.",
        "zh-CN": "记住钩子遇到的第一个名字；后面的层只是把 NaN 传下去。",
    },
)
def names_the_first(learner, case):
    what = {"en": "the name for several layers with bad numbers", "zh-CN": "有几层出现坏数时的名字"}
    names(learner, case, [LINEAR, plant("nan"), CLEAN, plant("nan"), LINEAR], "1", what)
    what = {
        "en": "the name where the layers run in another order than they are registered in",
        "zh-CN": "执行顺序与注册顺序不同时的名字",
    }
    layers = {"a": plant("nan"), "b": LINEAR, "c": plant("nan"), "d": CLEAN}
    names(learner, case, [LINEAR, ["order", layers, ["b", "c", "d", "a"]]], "1.c", what)
    layers = {"last": LINEAR, "first": plant("inf"), "between": RELU}
    names(learner, case, [["order", layers, ["first", "between", "last"]]], "0.first", what)


@check(
    {"en": "inf counts as well as NaN", "zh-CN": "inf 与 NaN 同样算数"},
    points=2,
    hint={"en": "torch.isfinite finds both, and -inf too.", "zh-CN": "torch.isfinite 两者都能发现，-inf 也能。"},
)
def finds_infinite_numbers(learner, case):
    for value in ("inf", "-inf"):
        what = {
            "en": f"the name where one layer gives {value} and a later one NaN",
            "zh-CN": f"某层给出 {value}、后面某层给出 NaN 时的名字",
        }
        names(learner, case, [LINEAR, plant(value), RELU, CLEAN, plant("nan")], "1", what)


@check(
    {"en": "None if every output is finite", "zh-CN": "所有输出都有限时返回 None"},
    hint={"en": "None, not an empty string.", "zh-CN": "返回 None，不是空字符串。"},
)
def returns_none(learner, case):
    what = {"en": "the result for a model without bad numbers", "zh-CN": "没有坏数的模型的结果"}
    for x in (case.randn(3, 4), case.randn(3, 4) * 1e15):
        names(learner, case, [LINEAR, ["seq", RELU, NOTHING], LINEAR], None, what, x=x)


@check(
    {"en": "Containers are not named; bad input is", "zh-CN": "不返回容器；坏的输入也能发现"},
    points=2,
    hint={
        "en": "A container may spoil what its layers give: the next leaf is named then.",
        "zh-CN": "容器可能弄坏自己各层的输出：此时返回下一个叶子模块。",
    },
)
def asks_leaves_only(learner, case):
    what = {"en": "the name where a container spoils its output", "zh-CN": "容器弄坏自己的输出时的名字"}
    names(learner, case, [LINEAR, ["seq", ["spoils"], NOTHING], LINEAR], "1.1", what)
    names(learner, case, [LINEAR, ["spoils"]], None, what)
    x = case.randn(3, 4)
    x[1, 2] = float("nan")
    what = {"en": "the name where x itself has a NaN", "zh-CN": "x 本身有 NaN 时的名字"}
    names(learner, case, [["seq", NOTHING, LINEAR], RELU], "0.0", what, x=x)
    names(learner, case, [CLEAN, LINEAR, RELU], None, what, x=x)


@check(
    {"en": "Each call of a leaf counts", "zh-CN": "叶子模块的每次调用都算"},
    hint={
        "en": "A leaf may be fine at first and bad the second time.",
        "zh-CN": "叶子模块可能第一次正常，第二次出问题。",
    },
)
def looks_at_each_call(learner, case):
    what = {"en": "the name of a layer that is bad in its second call only", "zh-CN": "某层第二次调用才出问题时的名字"}
    layers = {"shared": plant("nan", [1]), "other": LINEAR, "clean": CLEAN}
    names(
        learner, case, [["order", layers, ["shared", "other", "shared", "clean", "shared", "other"]]], "0.shared", what
    )
    what = {"en": "the name of a layer that is bad in its first call only", "zh-CN": "某层只在第一次调用出问题时的名字"}
    layers = {"shared": plant("nan", [0]), "other": LINEAR, "clean": CLEAN}
    names(learner, case, [["order", layers, ["shared", "clean", "shared", "other"]]], "0.shared", what)


@check(
    {"en": "The model is as before", "zh-CN": "模型与之前一样"},
    points=2,
    hint={
        "en": "Remove your own handles, and only them.",
        "zh-CN": "移除你自己的 handle，且只移除它们。",
    },
)
def leaves_no_trace(learner, case):
    for spec in ([LINEAR, plant("nan"), RELU], [LINEAR, ["seq", RELU, LINEAR]]):
        seen = find(learner, case, spec, evaluate=("0",))
        what = {"en": "the numbers of hooks of each module afterwards", "zh-CN": "之后各模块的钩子数"}
        expect.equal(seen["hooks"], seen["hooks_before"], what=what)
        what = {"en": "the number of global forward hooks that were added", "zh-CN": "新增的全局 forward 钩子数"}
        expect.equal(seen["global_hooks"], 0, what=what)
        what = {"en": "the modules that are in another mode afterwards", "zh-CN": "之后模式被改变的模块"}
        expect.equal(seen["modes_changed"], [], what=what)
        expect.that(
            seen["grad_enabled"],
            {"en": "Gradients are switched off after the call.", "zh-CN": "调用之后梯度被关闭了。"},
        )


@check(
    {"en": "One run, in the mode the model is in", "zh-CN": "只运行一次，且用模型当前的模式"},
    hint={
        "en": "Do not call eval(): the NaN may appear in training only.",
        "zh-CN": "不要调用 eval()：NaN 可能只在训练时出现。",
    },
)
def runs_once_in_its_mode(learner, case):
    spec = [LINEAR, plant("nan", [0], True), CLEAN, plant("inf")]
    seen = find(learner, case, spec)
    what = {"en": "the name of a layer that is bad in training mode only", "zh-CN": "某层只在训练模式下出问题时的名字"}
    expect.equal(seen["result"], "1", what=what)
    expect.equal(seen["runs"], 1, what={"en": "the number of runs of the model", "zh-CN": "模型运行的次数"})
    what = {
        "en": "the name where the layer that is bad in training is in evaluation mode",
        "zh-CN": "只在训练模式下出问题的层处于评估模式时的名字",
    }
    names(learner, case, spec, "3", what, evaluate=("1",))
