"""Hidden checks of the exercise count-parameters; the expected counts are formulas of the sizes."""

from quizzer.checks import check, expect

WANTED = {
    "linear": lambda a, b, c: a * b + b,
    "nested": lambda a, b, c: a * b + b + b * c + 2 * c,
    "own": lambda a, b, c: 1 + 2 * a * b + a * b,
    "conv": lambda a, b, c: b * a * 6 + b + 2 * b,
    "only_norm": lambda a, b, c: 0,
    "shared_layer": lambda a, b, c: a * a + a + a * b + b,
    "shared_weight": lambda a, b, c: a * b + a,
    "equal_values": lambda a, b, c: 2 * (a * a + a),
    "frozen_layer": lambda a, b, c: b * c + c,
    "frozen_bias": lambda a, b, c: a * b + b + b * c,
    "all_frozen": lambda a, b, c: 0,
    "empty": lambda a, b, c: 0,
}
TITLES = {
    "linear": ("a linear layer", "线性层"),
    "nested": ("nested modules", "嵌套模块"),
    "own": ("a module with parameters of its own, a buffer and a child", "带有自己的参数、缓冲区和子模块的模块"),
    "conv": ("a convolution with BatchNorm", "卷积加 BatchNorm"),
    "only_norm": ("BatchNorm without parameters", "没有参数的 BatchNorm"),
    "shared_layer": ("a model that uses one layer twice", "同一层用了两次的模型"),
    "shared_weight": ("an embedding and a linear layer that share a weight", "共享权重的嵌入层和线性层"),
    "equal_values": ("two layers with equal numbers that share nothing", "数值相同但互不共享的两层"),
    "frozen_layer": ("a model with a frozen layer", "有一层被冻结的模型"),
    "frozen_bias": ("a model with a frozen bias", "有一个偏置被冻结的模型"),
    "all_frozen": ("a frozen layer", "被冻结的层"),
    "empty": ("a module without parameters", "没有参数的模块"),
}


def compare(learner, case, *kinds):
    for kind in kinds:
        # Three different sizes, so that no sum stands for another.
        a, b, c = case.integer(3, 6), case.integer(8, 12), case.integer(15, 19)
        en, zh = TITLES[kind]
        what = {"en": f"the count for {en}", "zh-CN": f"{zh}的参数个数"}
        expect.equal(learner.count_trainable(learner.fixtures.model(kind, a, b, c)), WANTED[kind](a, b, c), what=what)


@check(
    {"en": "Every element counts", "zh-CN": "每个元素都计入"},
    points=2,
    hint={
        "en": "numel() of each parameter, not the number of parameters.",
        "zh-CN": "用每个参数的 numel()，而不是参数张量的个数。",
    },
    visible=True,
)
def counts_every_element(learner, case):
    compare(learner, case, "linear", "nested")


@check(
    {"en": "Frozen parameters do not count", "zh-CN": "被冻结的参数不计入"},
    points=2,
    hint={"en": "Ask requires_grad of each parameter.", "zh-CN": "查看每个参数的 requires_grad。"},
)
def leaves_out_frozen_parameters(learner, case):
    compare(learner, case, "frozen_layer", "frozen_bias", "all_frozen")


@check(
    {"en": "Buffers do not count", "zh-CN": "缓冲区不计入"},
    points=2,
    hint={
        "en": "state_dict() holds buffers too; parameters() does not.",
        "zh-CN": "state_dict() 也包含缓冲区；parameters() 不包含。",
    },
)
def leaves_out_buffers(learner, case):
    compare(learner, case, "conv", "own", "only_norm")


@check(
    {"en": "Shared parameters count once", "zh-CN": "共享的参数只计一次"},
    points=2,
    hint={
        "en": "model.parameters() lists each parameter once; a walk through the modules meets it again.",
        "zh-CN": "model.parameters() 对每个参数只列一次；逐个遍历模块则会重复遇到。",
    },
)
def counts_shared_parameters_once(learner, case):
    compare(learner, case, "shared_layer", "shared_weight", "equal_values")


@check(
    {"en": "No parameters: 0", "zh-CN": "没有参数时为 0"},
    hint={"en": "The sum of nothing is 0.", "zh-CN": "空的和为 0。"},
)
def gives_zero_for_none(learner, case):
    compare(learner, case, "empty")


@check(
    {"en": "The model is left as it is", "zh-CN": "模型保持不变"},
    hint={"en": "Counting changes nothing.", "zh-CN": "统计不应改变任何东西。"},
)
def leaves_the_model_alone(learner, case):
    for kind in ("frozen_layer", "nested"):
        model = learner.fixtures.model(kind, 3, 4, 5)
        before = learner.fixtures.flags(model)
        learner.count_trainable(model)
        after = learner.fixtures.flags(model)
        expect.equal(
            after,
            before,
            what={"en": "requires_grad and training after the call", "zh-CN": "调用之后的 requires_grad 和 training"},
        )
