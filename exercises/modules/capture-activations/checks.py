"""Hidden checks of the exercise capture-activations.

The outputs that are wanted are computed here, by the same formulas as in fixtures.py, from the parameters that the model had.
"""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect


def outputs_of(state, x):
    """The output of every named module."""

    def linear(name, value):
        return F.linear(value, state[f"{name}.weight"], state[f"{name}.bias"])

    found = {"stem": linear("stem", x)}
    value = found["stem"]
    for block in ("body.0", "body.1"):
        found[f"{block}.fc1"] = linear(f"{block}.fc1", value)
        found[f"{block}.act"] = found[f"{block}.fc1"].relu()
        found[f"{block}.fc2"] = linear(f"{block}.fc2", found[f"{block}.act"])
        value = found[block] = value + found[f"{block}.fc2"]
    found["body"] = value
    found["head.0"] = value.tanh()
    found["head.1"] = found["head"] = linear("head.1", found["head.0"])
    return found


def run(learner, case, names):
    """The record for a fresh model, what it should hold, and what was left behind."""
    size, rows = case.integer(5, 8), case.integer(3, 9)
    x = case.randn(rows, 4)
    record, state, left = learner.fixtures.captured(learner.capture, size, names, x, case.integer(1, 10**6))
    expect.that(
        isinstance(record, dict),
        {
            "en": f"capture should return a dict, but it returns {type(record).__name__}.",
            "zh-CN": f"capture 应返回 dict，实际返回 {type(record).__name__}。",
        },
    )
    return record, outputs_of(state, x), left


def compare(record, wanted, names):
    expect.equal(sorted(map(str, record)), sorted(names), what={"en": "the keys of the record", "zh-CN": "记录的键"})
    for name in names:
        what = {"en": f"the output recorded for {name}", "zh-CN": f"为 {name} 记录的输出"}
        expect.close(record[name], wanted[name], rtol=1e-4, atol=1e-5, what=what)


@check(
    {"en": "The output of a module by its name", "zh-CN": "按名字得到模块的输出"},
    points=1,
    hint={
        "en": "A forward hook gets (module, arguments, output).",
        "zh-CN": "前向钩子得到的是 (module, arguments, output)。",
    },
    visible=True,
)
def records_an_output(learner, case):
    record, wanted, _ = run(learner, case, ["stem"])
    compare(record, wanted, ["stem"])


@check(
    {"en": "Several modules, each under its own name", "zh-CN": "多个模块，各在自己的名字下"},
    points=2,
    hint={
        "en": "Bind the name early: closures of a loop share its variable.",
        "zh-CN": "提前绑定名字：循环里的闭包共用循环变量。",
    },
)
def keeps_the_names_apart(learner, case):
    names = ["head", "stem", "body"]
    record, wanted, _ = run(learner, case, names)
    compare(record, wanted, names)


@check(
    {"en": "Nested modules by their dotted names", "zh-CN": "用带点的名字取嵌套模块"},
    points=2,
    hint={
        "en": "`get_submodule`, or `dict(model.named_modules())`.",
        "zh-CN": "用 `get_submodule`，或 `dict(model.named_modules())`。",
    },
)
def finds_nested_modules(learner, case):
    names = ["body.0.fc2", "body.1", "body.1.fc2", "head.0"]
    record, wanted, _ = run(learner, case, names)
    compare(record, wanted, names)


@check(
    {"en": "An in-place operation behind the module changes nothing", "zh-CN": "模块之后的原地操作不影响记录"},
    points=2,
    hint={
        "en": "The hook gets the very tensor that is overwritten next: copy it.",
        "zh-CN": "钩子拿到的正是接下来要被改写的张量：请复制。",
    },
)
def copies_the_output(learner, case):
    names = ["body.0.fc1", "body.1.fc1"]
    record, wanted, _ = run(learner, case, names)
    compare(record, wanted, names)


@check(
    {"en": "The record is detached", "zh-CN": "记录不带计算图"},
    hint={"en": "`output.detach()` before the copy.", "zh-CN": "复制之前先 `output.detach()`。"},
)
def detaches_the_output(learner, case):
    _, _, left = run(learner, case, ["stem", "head.1"])
    expect.that(
        left["asking"] is False,
        {"en": "No recorded output should require a gradient.", "zh-CN": "记录的输出都不应需要梯度。"},
    )


@check(
    {"en": "No hook is left, and others stay", "zh-CN": "不留下钩子，原有的钩子保留"},
    points=2,
    hint={"en": "Remove each handle that you got, and only those.", "zh-CN": "移除你得到的每个句柄，并且只移除它们。"},
)
def removes_its_hooks(learner, case):
    _, _, left = run(learner, case, ["stem", "body.0.act", "head"])
    expect.equal(left["hooks"], 0, what={"en": "the number of hooks left", "zh-CN": "留下的钩子数"})
    seen = learner.fixtures.keeps_others(learner.capture, case.randn(3, 4))
    what = {
        "en": "the calls of a hook that was there before, in 2 forwards,",
        "zh-CN": "原有钩子在 2 次前向中的调用次数",
    }
    expect.equal(seen, 2, what=what)


@check(
    {"en": "A forward that fails: the exception passes on, no hook is left", "zh-CN": "前向失败：异常传出，不留下钩子"},
    points=2,
    hint={"en": "`try: … finally:` removes them in any case.", "zh-CN": "`try: … finally:` 无论如何都会移除。"},
)
def cleans_up_after_a_failure(learner, case):
    raised, left = learner.fixtures.after_trouble(learner.capture, case.randn(3, 4), ["0", "1.0", "2"], broken=True)
    expect.that(
        "ArithmeticError" in raised,
        {
            "en": "The exception of the forward (an ArithmeticError) should reach the caller, but it does not.",
            "zh-CN": "前向的异常（ArithmeticError）应传给调用者，实际没有。",
        },
    )
    expect.equal(
        left, 0, what={"en": "the number of hooks left after a failed forward", "zh-CN": "前向失败后留下的钩子数"}
    )


@check(
    {"en": "An unknown name raises, and no hook is left", "zh-CN": "未知的名字抛出异常，不留下钩子"},
    points=2,
    hint={"en": "Look all names up first, or inside the try.", "zh-CN": "先查找所有名字，或者在 try 里查找。"},
)
def refuses_an_unknown_name(learner, case):
    for names in (["0", "nowhere"], ["1.0", "0", "1.7"]):
        raised, left = learner.fixtures.after_trouble(learner.capture, case.randn(3, 4), names, broken=False)
        told = raised[0] if raised else None
        expect.that(
            bool({"KeyError", "AttributeError", "ValueError"} & set(raised)),
            {
                "en": f"The name {names[-1]!r} should raise KeyError, AttributeError or ValueError, but: {told}.",
                "zh-CN": f"名字 {names[-1]!r} 应抛出 KeyError、AttributeError 或 ValueError，实际：{told}。",
            },
        )
        expect.equal(
            left, 0, what={"en": "the number of hooks left after an unknown name", "zh-CN": "未知名字之后留下的钩子数"}
        )


@check(
    {"en": "One forward; mode and parameters stay", "zh-CN": "只前向一次；模式和参数不变"},
    hint={"en": "All hooks can watch the same forward.", "zh-CN": "所有钩子可以观察同一次前向。"},
)
def runs_the_model_once(learner, case):
    _, _, left = run(learner, case, ["stem", "body.1", "head"])
    expect.equal(left["calls"], 1, what={"en": "the number of forwards", "zh-CN": "前向的次数"})
    expect.that(
        left["unchanged"] is True,
        {
            "en": "Mode, parameters or their requires_grad were changed.",
            "zh-CN": "模型的模式、参数或参数的 requires_grad 被改变了。",
        },
    )
