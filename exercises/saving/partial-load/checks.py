"""Hidden checks of the exercise partial-load."""

import torch

from quizzer.checks import check, expect

CLASSES = 3
SHAPES = {
    "backbone.0.weight": (6, 4),
    "backbone.0.bias": (6,),
    "backbone.1.weight": (6,),
    "backbone.1.bias": (6,),
    "backbone.1.running_mean": (6,),
    "backbone.1.running_var": (6,),
    "backbone.1.num_batches_tracked": (),
    "backbone.3.weight": (5, 6),
    "backbone.3.bias": (5,),
    "head.weight": (CLASSES, 5),
    "head.bias": (CLASSES,),
}
BUFFERS = ("backbone.1.running_mean", "backbone.1.running_var", "backbone.1.num_batches_tracked")
TITLES = ("loaded", "skipped", "missing")


def draw(case, *, leave_out=(), **shapes):
    """A state_dict for the model with other shapes, more names and fewer names; in no order."""
    wanted = {**SHAPES, **{name.replace("__", "."): shape for name, shape in shapes.items()}}
    names = [name for name in wanted if name not in leave_out]
    order = torch.randperm(len(names), generator=case.generator).tolist()
    state = {}
    for name in (names[index] for index in order):
        counter = name.endswith("num_batches_tracked")
        state[name] = torch.tensor(case.integer(5, 999)) if counter else case.rand(*wanted[name]) + 2.0
    return state


def wanted_parts(state):
    loaded = [name for name, value in state.items() if SHAPES.get(name) == tuple(value.shape)]
    skipped = [name for name in state if name not in loaded]
    return sorted(loaded), sorted(skipped), sorted(name for name in SHAPES if name not in state)


def load(learner, case, state):
    return learner.fixtures.load(learner.load_matching, state, case.integer(1, 10**6), CLASSES)


def model_is_right(seen, state, names=None):
    loaded, _, _ = wanted_parts(state)
    for name in SHAPES if names is None else names:
        if name in loaded:
            what = {"en": f"`{name}` in the model, which fits,", "zh-CN": f"模型中对得上的 `{name}` "}
            expect.equal(seen["after"][name], state[name], what=what)
        else:
            what = {
                "en": f"`{name}` in the model, for which nothing fits,",
                "zh-CN": f"模型中没有条目对得上的 `{name}` ",
            }
            expect.equal(seen["after"][name], seen["before"][name], what=what)


def parts_are_right(seen, state):
    expect.equal(seen["count"], 3, what={"en": "the number of lists returned", "zh-CN": "返回的列表个数"})
    for title, got, want in zip(TITLES, seen["parts"], wanted_parts(state), strict=True):
        expect.equal(got, want, what={"en": f"`{title}` (sorted)", "zh-CN": f"`{title}`（排序后）"})


@check(
    {"en": "What fits is copied, the head stays", "zh-CN": "对得上的被复制，分类头不变"},
    points=2,
    hint={
        "en": "strict=False does not forgive another shape: pick the fitting entries first.",
        "zh-CN": "strict=False 不容忍形状不同：先挑出对得上的条目。",
    },
    visible=True,
)
def loads_the_backbone(learner, case):
    classes = case.integer(6, 12)
    state = draw(case, head__weight=(classes, 5), head__bias=(classes,), fc__weight=(2, 2))
    seen = load(learner, case, state)
    model_is_right(seen, state, [name for name in SHAPES if name not in BUFFERS])
    whole = draw(case)
    model_is_right(load(learner, case, whole), whole, [name for name in SHAPES if name not in BUFFERS])


@check(
    {"en": "Buffers are copied, too", "zh-CN": "缓冲区也被复制"},
    points=2,
    hint={
        "en": "state_dict() has them; parameters() has not.",
        "zh-CN": "state_dict() 里有它们，parameters() 里没有。",
    },
)
def loads_the_buffers(learner, case):
    classes = case.integer(6, 12)
    state = draw(case, head__weight=(classes, 5), head__bias=(classes,))
    seen = load(learner, case, state)
    model_is_right(seen, state, BUFFERS)
    expect.equal(
        seen["parts"][0], wanted_parts(state)[0], what={"en": "`loaded` (sorted)", "zh-CN": "`loaded`（排序后）"}
    )


@check(
    {"en": "The three lists are right", "zh-CN": "三个列表正确"},
    points=3,
    hint={
        "en": "loaded and skipped divide the names of state; missing are names of the model that state does not have.",
        "zh-CN": "loaded 与 skipped 分掉 state 的名字；missing 是模型有而 state 没有的名字。",
    },
)
def reports_three_lists(learner, case):
    classes = case.integer(6, 12)
    gone = ("backbone.3.bias", "backbone.1.running_var")
    states = (
        draw(case, leave_out=gone, head__weight=(classes, 5), fc__bias=(3,), backbone__7__weight=(6, 4)),
        draw(case, leave_out=("head.weight", "head.bias")),
        draw(case),
        # A counter of BatchNorm that a plain dict lacks is not reported by load_state_dict: it is never left out here.
        draw(case, leave_out=[name for name in SHAPES if "num_batches" not in name], module__head__bias=(CLASSES,)),
    )
    for state in states:
        parts_are_right(load(learner, case, {name: value.clone() for name, value in state.items()}), state)


@check(
    {"en": "Shapes must be equal", "zh-CN": "形状必须相等"},
    points=2,
    hint={
        "en": "Neither the number of elements nor what can be broadcast: compare .shape.",
        "zh-CN": "不是元素个数相同，也不是可以广播：比较 .shape。",
    },
)
def compares_shapes(learner, case):
    states = (
        draw(case, backbone__0__weight=(4, 6), backbone__3__weight=(6, 5)),
        draw(case, backbone__0__bias=(1,), head__weight=(1, 5), backbone__3__bias=()),
        draw(case, head__bias=(1, CLASSES), backbone__1__weight=(6, 1)),
    )
    for state in states:
        seen = load(learner, case, {name: value.clone() for name, value in state.items()})
        model_is_right(seen, state)
        parts_are_right(seen, state)


@check(
    {"en": "state is not changed", "zh-CN": "不修改 state"},
    hint={"en": "Build a new dict instead of deleting entries.", "zh-CN": "新建一个字典，不要删除其中的条目。"},
)
def leaves_state_alone(learner, case):
    classes = case.integer(6, 12)
    state = draw(case, head__weight=(classes, 5), head__bias=(classes,), fc__bias=(3,), leave_out=("backbone.3.bias",))
    seen = load(learner, case, state)
    expect.equal(
        sorted(seen["state_after"]),
        sorted(state),
        what={"en": "the names in state afterwards", "zh-CN": "之后 state 中的名字"},
    )
    for name, value in state.items():
        what = {"en": f"state[{name!r}] afterwards", "zh-CN": f"之后的 state[{name!r}] "}
        expect.equal(seen["state_after"][name], value, what=what)


@check(
    {"en": "Memory of its own, and the same parameters", "zh-CN": "内存独立，参数对象不变"},
    points=2,
    hint={
        "en": "Copy values into the parameters that are there.",
        "zh-CN": "把值复制到已有的参数里。",
    },
)
def shares_no_memory(learner, case):
    classes = case.integer(6, 12)
    state = draw(case, head__weight=(classes, 5), head__bias=(classes,))
    seen = load(learner, case, state)
    for name, value in seen["after"].items():
        what = {
            "en": f"`{name}` in the model, after the tensors of state were overwritten,",
            "zh-CN": f"state 的张量被改写之后，模型中的 `{name}` ",
        }
        expect.equal(seen["after_overwriting"][name], value, what=what)
    expect.that(
        seen["same_objects"],
        {
            "en": "The model has other parameter objects afterwards, or other requires_grad.",
            "zh-CN": "之后模型的参数换成了别的对象，或 requires_grad 变了。",
        },
    )
