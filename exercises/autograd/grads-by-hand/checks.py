"""Hidden checks of the exercise grads-by-hand; the expected gradients come from autograd."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

# N, in, out: all different, some square, and with single rows, inputs and outputs.
SIZES = ((7, 4, 2), (4, 3, 5), (4, 4, 4), (1, 3, 2), (6, 1, 3))


def draw(case, n, size_in, size_out, dtype=torch.float64):
    """The four arguments; no number is near its mirror image, and targets are far from 0."""
    shapes = ((n, size_in), (n, size_out), (size_out, size_in), (size_out,))
    return [case.randn(*shape, dtype=dtype) + 0.5 for shape in shapes]


def wanted(x, y, w, b):
    """What autograd says."""
    w, b = w.clone().requires_grad_(), b.clone().requires_grad_()
    return torch.autograd.grad(F.mse_loss(F.linear(x, w, b), y), (w, b))


def pair(value):
    """The two gradients, if there are two."""
    expect.that(
        isinstance(value, (tuple, list)) and len(value) == 2,
        {
            "en": "mse_grads should return two tensors, (grad_w, grad_b), but it returned something else.",
            "zh-CN": "mse_grads 应返回两个张量 (grad_w, grad_b)，实际返回的不是两个值。",
        },
    )
    return value


def compare(value, arguments, index, sizes, when="", when_zh="", **tolerance):
    """One of the two gradients against autograd's."""
    name = ("grad_w", "grad_b")[index]
    n, size_in, size_out = sizes
    text = f"for N={n}, in={size_in}, out={size_out}{when}"
    what = {"en": f"`{name}` {text}", "zh-CN": f"N={n}、in={size_in}、out={size_out} 时{when_zh}的 `{name}` "}
    expect.close(pair(value)[index], wanted(*arguments)[index], what=what, **tolerance)


@check(
    {"en": "The gradient of w", "zh-CN": "w 的梯度"},
    points=3,
    hint={
        "en": "Each weight w[j, i] meets x[:, i] and changes prediction[:, j]: sum over the rows.",
        "zh-CN": "权重 w[j, i] 乘的是 x[:, i]，影响的是 prediction[:, j]：对各行求和。",
    },
    visible=True,
)
def gives_the_gradient_of_w(learner, case):
    for sizes in SIZES:
        arguments = draw(case, *sizes)
        compare(learner.mse_grads(*arguments), arguments, 0, sizes)


@check(
    {"en": "The gradient of b", "zh-CN": "b 的梯度"},
    points=2,
    hint={
        "en": "b was broadcast over the rows; which sum belongs to that, and over which axis?",
        "zh-CN": "b 沿各行广播；与之对应的求和沿哪一轴？",
    },
)
def gives_the_gradient_of_b(learner, case):
    for sizes in SIZES:
        arguments = draw(case, *sizes)
        compare(learner.mse_grads(*arguments), arguments, 1, sizes)


@check(
    {"en": "One output, many rows", "zh-CN": "一个输出、多行数据"},
    hint={
        "en": "Even with one column, shapes stay (N, 1): dropping an axis compares every pair of rows.",
        "zh-CN": "即使只有一列，形状也是 (N, 1)：去掉一个轴会变成每两行都相减。",
    },
)
def works_for_one_output(learner, case):
    for sizes in ((6, 3, 1), (1, 1, 1)):
        arguments = draw(case, *sizes)
        value = learner.mse_grads(*arguments)
        compare(value, arguments, 0, sizes)
        compare(value, arguments, 1, sizes)


@check(
    {"en": "Works where nothing is recorded", "zh-CN": "不记录计算图时也能用"},
    points=2,
    hint={
        "en": "Inside torch.no_grad() and torch.inference_mode() there is no graph: the formula has to be your own.",
        "zh-CN": "在 torch.no_grad() 和 torch.inference_mode() 里没有计算图：公式要自己写。",
    },
)
def works_without_a_graph(learner, case):
    for mode in ("no_grad", "inference_mode"):
        arguments = draw(case, 5, 3, 2)
        value = learner.fixtures.call(learner.mse_grads, arguments, mode)
        for index in (0, 1):
            compare(value, arguments, index, (5, 3, 2), f" inside torch.{mode}()", f"、在 torch.{mode}() 里")


@check(
    {"en": "The dtype of the arguments is kept", "zh-CN": "dtype 与参数相同"},
    hint={
        "en": "Do not convert, and create no tensor in the default dtype.",
        "zh-CN": "不要转换类型，也不要用默认 dtype 新建张量。",
    },
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.float32, torch.float64):
        value = pair(learner.mse_grads(*draw(case, 6, 3, 2, dtype)))
        for gradient, name, shape in zip(value, ("grad_w", "grad_b"), ((2, 3), (2,)), strict=True):
            expect.tensor(gradient, shape=shape, dtype=dtype, what=name)


@check(
    {"en": "The arguments are left as they are", "zh-CN": "参数不被修改"},
    hint={
        "en": "`-=`, `+=` and methods that end in _ write into a tensor; results must be new tensors.",
        "zh-CN": "`-=`、`+=` 和以 _ 结尾的方法会写入张量；结果必须是新的张量。",
    },
)
def leaves_the_arguments_alone(learner, case):
    arguments = draw(case, 5, 3, 2)
    seen = learner.observe(learner.mse_grads, *[argument.clone() for argument in arguments])
    for name, before, after in zip("xywb", arguments, seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"`{name}` after the call", "zh-CN": f"调用之后的 `{name}` "})
    for leaf in seen.leaves:
        expect.that(
            not leaf.shares_memory,
            {
                "en": "The gradients should be new tensors, but one shares its memory with an argument.",
                "zh-CN": "梯度应是新的张量，实际有一个与参数共享内存。",
            },
        )
