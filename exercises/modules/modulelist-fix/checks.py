"""Hidden checks of the exercise modulelist-fix."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

SIZES = ([3, 7, 5, 2], [4, 4, 4], [6, 3], [2, 5, 5, 5, 3])


def shapes(sizes):
    return [shape for a, b in zip(sizes, sizes[1:], strict=False) for shape in ((b, a), (b,))]


def draw(case, sizes, dtype=torch.float32):
    return [case.randn(*shape, dtype=dtype) for shape in shapes(sizes)]


def run(numbers, x):
    """What the stack should compute with these parameters."""
    last = len(numbers) // 2 - 1
    for i in range(last + 1):
        x = F.linear(x, numbers[2 * i], numbers[2 * i + 1])
        x = torch.relu(x) if i < last else x
    return x


def built(learner, case, sizes):
    """A stack with random parameters, and these."""
    stack, numbers = learner.Stack(list(sizes)), draw(case, sizes)
    expect.that(
        learner.fixtures.fill(stack, numbers),
        {
            "en": f"Stack({sizes}) should have parameters of shapes {shapes(sizes)}, but it has"
            f" {[tuple(v.shape) for v in learner.fixtures.values(stack)]}.",
            "zh-CN": f"Stack({sizes}) 的参数形状应为 {shapes(sizes)}，"
            f"实际为 {[tuple(v.shape) for v in learner.fixtures.values(stack)]}。",
        },
    )
    return stack, numbers


@check(
    {"en": "All parameters are registered", "zh-CN": "所有参数都被注册"},
    points=2,
    hint={
        "en": "Modules in a plain list or tuple are not found; nn.ModuleList registers them.",
        "zh-CN": "放在普通列表或元组里的模块找不到；nn.ModuleList 会注册它们。",
    },
    visible=True,
)
def registers_the_parameters(learner, case):
    for sizes in SIZES:
        got = [tuple(value.shape) for value in learner.fixtures.values(learner.Stack(list(sizes)))]
        expect.that(
            got == shapes(sizes),
            {
                "en": f"Stack({sizes}) should have parameters of shapes {shapes(sizes)}, but it has {got}.",
                "zh-CN": f"Stack({sizes}) 的参数形状应为 {shapes(sizes)}，实际为 {got}。",
            },
        )


@check(
    {"en": "ReLU between the layers, none after the last", "zh-CN": "层之间有 ReLU，最后一层之后没有"},
    points=2,
    hint={
        "en": "The starter has a second bug: a result that is never negative.",
        "zh-CN": "起始代码还有第二个错误：结果从不为负。",
    },
)
def computes_the_right_thing(learner, case):
    for sizes in SIZES:
        stack, numbers = built(learner, case, sizes)
        x = case.randn(40, sizes[0])
        what = {"en": f"the result of Stack({sizes})", "zh-CN": f"Stack({sizes}) 的结果"}
        expect.close(stack(x), run(numbers, x), rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": "Every parameter gets its gradient", "zh-CN": "每个参数都得到梯度"},
    points=2,
    hint={
        "en": "What forward uses must be what parameters() lists.",
        "zh-CN": "forward 使用的必须就是 parameters() 列出的参数。",
    },
)
def trains_every_parameter(learner, case):
    for sizes in SIZES[:2]:
        stack, numbers = built(learner, case, sizes)
        x, upstream = case.randn(30, sizes[0]), case.randn(30, sizes[-1])
        leaves = [number.clone().requires_grad_() for number in numbers]
        want = torch.autograd.grad(run(leaves, x), leaves, upstream)
        for number, (gradient, right) in enumerate(
            zip(learner.fixtures.gradients(stack, x, upstream), want, strict=True)
        ):
            what = {
                "en": f"the gradient of parameter {number} of Stack({sizes})",
                "zh-CN": f"Stack({sizes}) 第 {number} 个参数的梯度",
            }
            expect.close(gradient, right, rtol=1e-3, atol=1e-3, what=what)


@check(
    {"en": "The layers are made once and differ", "zh-CN": "各层只创建一次，且互不相同"},
    points=2,
    hint={
        "en": "Make a new nn.Linear for each pair of sizes, in __init__. [layer] * 3 is one layer, three times.",
        "zh-CN": "在 __init__ 里为每对大小新建一个 nn.Linear。[layer] * 3 是同一层出现三次。",
    },
)
def makes_distinct_layers_once(learner, case):
    sizes = [4, 4, 4, 4]
    stack = learner.Stack(list(sizes))
    x = case.randn(6, 4)
    first, second = (expect.tensor(stack(x), shape=(6, 4)) for _ in range(2))
    expect.equal(
        second, first, what={"en": "the result of a second call with the same x", "zh-CN": "用同一个 x 再次调用的结果"}
    )
    weights = [value for value in learner.fixtures.values(stack) if value.dim() == 2]
    same = any(torch.equal(a, b) for i, a in enumerate(weights) for b in weights[:i])
    expect.that(
        len(weights) == 3 and not same,
        {
            "en": f"Stack({sizes}) should have three different weights, but {len(weights)} are registered"
            + (", and two of them are equal." if same else "."),
            "zh-CN": f"Stack({sizes}) 应有三个不同的权重，实际注册了 {len(weights)} 个"
            + ("，其中有两个相同。" if same else "。"),
        },
    )


@check(
    {"en": ".double() converts everything", "zh-CN": ".double() 转换全部参数"},
    hint={
        "en": "Like .to(device), it reaches registered modules and parameters only.",
        "zh-CN": "与 .to(device) 一样，它只影响已注册的模块和参数。",
    },
)
def follows_double(learner, case):
    sizes = [3, 5, 2]
    stack, numbers = built(learner, case, sizes)
    learner.fixtures.dtypes(stack)
    x = case.randn(40, 3, dtype=torch.float64)
    what = {"en": "the result after .double()", "zh-CN": ".double() 之后的结果"}
    expect.close(stack(x), run([number.double() for number in numbers], x), what=what)


@check(
    {
        "en": "state_dict saves it all, load_state_dict restores it",
        "zh-CN": "state_dict 全部保存，load_state_dict 能恢复",
    },
    points=2,
    hint={
        "en": "state_dict lists registered parameters and buffers.",
        "zh-CN": "state_dict 列出已注册的参数和缓冲区。",
    },
)
def can_be_saved(learner, case):
    sizes = [3, 6, 6, 2]
    stack, numbers = built(learner, case, sizes)
    got = learner.fixtures.saved(stack)
    expect.that(
        sorted(got) == sorted(shapes(sizes)),
        {
            "en": f"The state_dict of Stack({sizes}) should hold tensors of shapes {shapes(sizes)}, but it holds {got}.",
            "zh-CN": f"Stack({sizes}) 的 state_dict 应含形状为 {shapes(sizes)} 的张量，实际为 {got}。",
        },
    )
    other = learner.Stack(list(sizes))
    learner.fixtures.transfer(stack, other)
    x = case.randn(7, 3)
    what = {
        "en": "the result of a second stack after load_state_dict",
        "zh-CN": "另一个 Stack 在 load_state_dict 之后的结果",
    }
    expect.close(other(x), run(numbers, x), rtol=1e-4, atol=1e-4, what=what)


@check(
    {"en": "sizes is left as it is", "zh-CN": "sizes 不被修改"},
    hint={"en": "pop and del change the caller's list.", "zh-CN": "pop 和 del 会改变调用者的列表。"},
)
def leaves_sizes_alone(learner, case):
    seen = learner.fixtures.sizes_after(learner.Stack, [3, 5, 4, 2])
    expect.equal(seen, [3, 5, 4, 2], what={"en": "sizes after the call", "zh-CN": "调用之后的 sizes"})
