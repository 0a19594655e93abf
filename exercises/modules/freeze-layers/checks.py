"""Hidden checks of the exercise freeze-layers."""

from quizzer.checks import check, expect

NAMES = (
    "scale",
    "stem.weight",
    "stem.bias",
    "body.0.weight",
    "body.0.bias",
    "body.2.weight",
    "body.2.bias",
    "head.weight",
    "head.bias",
    "head2.0.weight",
    "head2.0.bias",
    "head2.1.weight",
    "head2.1.bias",
    "aside.head.weight",
    "aside.head.bias",
)


def belongs(name, names):
    return any(name.startswith(part + ".") for part in names)


def compare(learner, calls, off=()):
    """The flags after all calls."""
    got = learner.fixtures.run(learner.freeze_except, calls, list(off))
    text = ", then ".join(str(names) for names in calls)
    text_zh = "，再 ".join(str(names) for names in calls)
    for name, flag in got[0]:
        wanted = belongs(name, calls[-1])
        expect.that(
            flag is wanted,
            {
                "en": f"After freeze_except with {text}, {name} should have requires_grad={wanted}, but it is {flag}.",
                "zh-CN": f"用 {text_zh} 调用 freeze_except 之后，{name} 的 requires_grad 应为 {wanted}，实际为 {flag}。",
            },
        )
    return got


@check(
    {"en": "Only the named parts are trainable", "zh-CN": "只有指定的部分可训练"},
    points=2,
    hint={
        "en": "Set requires_grad of each parameter; on a module it is an attribute like any other.",
        "zh-CN": "对每个参数设置 requires_grad；设在模块上，它只是个普通属性。",
    },
    visible=True,
)
def freezes_the_rest(learner, case):
    for names in (["stem"], ["body", "stem"], ["head2"]):
        compare(learner, [names])


@check(
    {"en": "Nested names, and an empty list", "zh-CN": "嵌套的名字与空列表"},
    hint={"en": "Compare whole dotted names.", "zh-CN": "比较带点的完整名字。"},
)
def takes_nested_names(learner, case):
    for names in (["body.2"], ["body.0", "head2.1"], ["aside.head"], []):
        compare(learner, [names])


@check(
    {"en": "Names are exact", "zh-CN": "名字要完全一致"},
    points=2,
    hint={"en": '"head2.0.weight" starts with "head" too.', "zh-CN": '"head2.0.weight" 也以 "head" 开头。'},
)
def matches_whole_names(learner, case):
    for names in (["head"], ["head", "body.0"]):
        compare(learner, [names])


@check(
    {"en": "A second call freezes and thaws anew", "zh-CN": "再次调用会重新冻结和解冻"},
    points=2,
    hint={
        "en": "Set the flag of every parameter, to True as well as to False.",
        "zh-CN": "每个参数的标志都要设置，既有 False 也有 True。",
    },
)
def works_again(learner, case):
    compare(learner, [["stem"], ["body"]])
    compare(learner, [["head2"], [], ["stem", "head2.0"]])
    compare(learner, [["body"]], off=NAMES)
    compare(learner, [["stem"]], off=("stem.bias", "body.0.bias"))


@check(
    {"en": "The trainable parameters are returned", "zh-CN": "返回可训练的参数"},
    points=2,
    hint={
        "en": "A list of the Parameter objects, for an optimizer, and only of those that are trainable.",
        "zh-CN": "返回 Parameter 对象的列表，可直接交给优化器，且只含可训练的。",
    },
)
def returns_the_parameters(learner, case):
    for names in (["stem"], ["head2", "body.2"], []):
        got = learner.fixtures.run(learner.freeze_except, [names], [])
        expect.that(
            got[1] is not None,
            {
                "en": f"freeze_except should return a list, but it returned an object of type {got[2]}.",
                "zh-CN": f"freeze_except 应返回列表，实际返回的类型是 {got[2]}。",
            },
        )
        wanted = [name for name in NAMES if belongs(name, names)]
        expect.that(
            sorted(got[1]) == sorted(wanted),
            {
                "en": f"For {names}, the list should hold the parameters {wanted}, each once, but it holds {got[1]} (? is none of"
                " the model's).",
                "zh-CN": f"对于 {names}，列表应含参数 {wanted}，实际为 {got[1]}（? 表示不是模型的参数）。",
            },
        )


@check(
    {"en": "Modes stay as they are", "zh-CN": "模式保持不变"},
    hint={
        "en": "To freeze is to set requires_grad; eval() is another matter.",
        "zh-CN": "冻结就是设置 requires_grad；eval() 是另一回事。",
    },
)
def keeps_the_modes(learner, case):
    for names in (["stem"], ["head2", "body.0"]):
        expect.that(
            learner.fixtures.run(learner.freeze_except, [names], [])[3] is True,
            {
                "en": f"freeze_except(model, {names}) switched a module from train to eval or back.",
                "zh-CN": f"freeze_except(model, {names}) 改变了某个模块的 train/eval 模式。",
            },
        )


@check(
    {"en": "A frozen middle still passes the gradient on", "zh-CN": "中间被冻结的部分仍传递梯度"},
    hint={
        "en": "Frozen parameters do not need no_grad: the graph must still run through the layer.",
        "zh-CN": "冻结参数不需要 no_grad：计算图仍要穿过这一层。",
    },
)
def passes_gradients_through(learner, case):
    got = learner.fixtures.gradients(learner.freeze_except, ["stem", "head"], case.randn(6, 3))
    for name in ("stem.weight", "stem.bias", "head.weight", "head.bias"):
        expect.that(
            name in got,
            {
                "en": f"With stem and head trainable, {name} should get a gradient, but it does not.",
                "zh-CN": f"stem 和 head 可训练时，{name} 应得到梯度，实际没有。",
            },
        )


@check(
    {"en": "An unknown name raises", "zh-CN": "未知的名字抛出异常"},
    points=2,
    hint={
        "en": "A misspelt name would freeze a part unnoticed: look every name up.",
        "zh-CN": "名字拼错会悄悄冻结一部分：请查找每个名字。",
    },
)
def refuses_unknown_names(learner, case):
    for names in (["tail"], ["stem", "hea"], ["body.7"], ["head", "body.0.x"]):
        expect.that(
            learner.fixtures.attempt(learner.freeze_except, names),
            {
                "en": f"freeze_except(model, {names}) should raise an exception, since there is no such part, but it does not.",
                "zh-CN": f"没有这样的部分，freeze_except(model, {names}) 应抛出异常，实际没有。",
            },
        )
