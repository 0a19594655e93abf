"""Hidden checks of the exercise param-groups: torch.optim.SGD reads the groups, and every entry is looked at."""

from quizzer.checks import check, expect


def entries(learner, case, kind):
    """The model's parameters, the entries of the groups by name, the rate and the decay."""
    lr, decay = case.uniform(0.001, 0.1), case.uniform(0.01, 0.5)
    model = learner.fixtures.model(kind)
    found, refusal = learner.fixtures.groups(learner.param_groups, model, lr, decay)
    message = {
        "en": f"torch.optim refuses the groups: {refusal}",
        "zh-CN": f"torch.optim 拒绝了这些参数组：{refusal}",
    }
    expect.that(not refusal, message)
    foreign = {
        "en": "the groups hold a tensor that is no parameter of the model",
        "zh-CN": "参数组里有不属于该模型参数的张量",
    }
    expect.that(all(name is not None for name, _, _ in found), foreign)
    return learner.fixtures.parameters(model), found, lr, decay


def decays(learner, case, kind):
    """Every parameter that is found has the decay that its dimensions ask for."""
    parameters, found, _, decay = entries(learner, case, kind)
    by_name = {name: value for name, _, value in found}
    for name, shape, trained in parameters:
        if not trained:
            continue
        present(name, by_name)
        want = decay if len(shape) >= 2 else 0.0
        what = {
            "en": f"the weight decay of {name}, shape {tuple(shape)}",
            "zh-CN": f"{name}（形状 {tuple(shape)}）的权重衰减",
        }
        expect.close(by_name[name], want, rtol=1e-12, atol=1e-12, what=what)


def present(name, by_name):
    message = {"en": f"{name} is in no group", "zh-CN": f"{name} 不在任何组里"}
    expect.that(name in by_name, message)


@check(
    {"en": "Linear layers: weights decay, biases do not", "zh-CN": "线性层：权重衰减，偏置不衰减"},
    points=2,
    hint={
        "en": "Two groups, one with weight_decay, one with 0.0 written out.",
        "zh-CN": "两个组：一个用 weight_decay，一个明确写 0.0。",
    },
    visible=True,
)
def spares_the_biases(learner, case):
    for kind in ("linear", "no_bias", "gru"):
        decays(learner, case, kind)


@check(
    {"en": "The weights of norm layers do not decay", "zh-CN": "归一化层的权重不衰减"},
    points=2,
    hint={
        "en": "Their name ends in weight, but they have one dimension.",
        "zh-CN": "它们的名字以 weight 结尾，但只有 1 维。",
    },
)
def spares_the_norms(learner, case):
    for kind in ("norms", "norm_only"):
        decays(learner, case, kind)


@check(
    {"en": "Names do not decide", "zh-CN": "不由名字决定"},
    hint={
        "en": "A layer may be called bias_net: look at the tensor.",
        "zh-CN": "层的名字可以叫 bias_net：请看张量本身。",
    },
)
def looks_at_the_tensor(learner, case):
    decays(learner, case, "bias_in_the_name")


@check(
    {"en": "Frozen parameters are left out", "zh-CN": "不含被冻结的参数"},
    points=2,
    hint={"en": "Ask requires_grad.", "zh-CN": "看 requires_grad。"},
)
def leaves_frozen_parameters_out(learner, case):
    parameters, found, _, _ = entries(learner, case, "frozen")
    names = [name for name, _, _ in found]
    for name, _, trained in parameters:
        message = {"en": f"{name} is frozen, but it is in a group", "zh-CN": f"{name} 已冻结，却在某个组里"}
        expect.that(trained or name not in names, message)
    decays(learner, case, "frozen")


@check(
    {"en": "Every parameter exactly once, tied ones too", "zh-CN": "每个参数恰好一次，共享的也是"},
    points=2,
    hint={"en": "Walking over modules meets a tied weight twice.", "zh-CN": "遍历模块会两次遇到共享的权重。"},
)
def names_each_parameter_once(learner, case):
    for kind in ("tied", "norms"):
        parameters, found, _, _ = entries(learner, case, kind)
        names = [name for name, _, _ in found]
        for name, _, _ in parameters:
            what = {"en": f"how often {name} is in the groups", "zh-CN": f"{name} 在各组中出现的次数"}
            expect.equal(names.count(name), 1, what=what)


@check(
    {"en": "The rate is lr in every group", "zh-CN": "每个组的学习率都是 lr"},
    hint={
        "en": "Each group holds lr: the optimizer's own default would win otherwise.",
        "zh-CN": "每个组都要写 lr：否则会用优化器自己的默认值。",
    },
)
def sets_the_rate(learner, case):
    for kind in ("linear", "norms"):
        _, found, lr, _ = entries(learner, case, kind)
        for name, rate, _ in found:
            what = {"en": f"the learning rate of {name}", "zh-CN": f"{name} 的学习率"}
            expect.close(rate, lr, rtol=1e-12, atol=1e-12, what=what)


@check(
    {"en": "The model is left as it is", "zh-CN": "模型保持不变"},
    hint={"en": "Sort the parameters; change none of them.", "zh-CN": "只对参数分类，不要修改它们。"},
)
def leaves_the_model_alone(learner, case):
    model = learner.fixtures.model("frozen")
    before = learner.fixtures.parameters(model)
    learner.param_groups(model, 0.1, case.uniform(0.1, 0.2))
    what = {"en": "the model's parameters after the call", "zh-CN": "调用之后模型的参数"}
    expect.equal(learner.fixtures.parameters(model), before, what=what)
