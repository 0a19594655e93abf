"""Hidden checks of the exercise linear-module.

The start values are judged by their extremes and mean: see starts_uniformly for the false-alarm rate.
"""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect


def built(learner, case, size_in, size_out, *, bias=True):
    """A layer with given numbers, and these."""
    layer = learner.Linear(size_in, size_out, bias=bias)
    weight, shift = case.randn(size_out, size_in), case.randn(size_out) if bias else None
    learner.fixtures.set_all(layer, weight, shift)
    return layer, weight, shift


@check(
    {"en": "The parameters have the names and shapes of nn.Linear", "zh-CN": "参数的名字和形状与 nn.Linear 相同"},
    points=2,
    hint={
        "en": "weight is (out, in). A plain tensor is no parameter: wrap it in nn.Parameter.",
        "zh-CN": "weight 的形状是 (out, in)。普通张量不是参数：用 nn.Parameter 包装。",
    },
    visible=True,
)
def has_the_parameters(learner, case):
    for size_in, size_out in ((3, 5), (4, 4), (6, 1)):
        layer = learner.Linear(size_in, size_out)
        for kind, found in (
            ("parameters", learner.fixtures.parameters(layer)),
            ("state_dict", learner.fixtures.state(layer)),
        ):
            got = [(entry[0], tuple(entry[1].shape)) for entry in found]
            wanted = [("bias", (size_out,)), ("weight", (size_out, size_in))]
            expect.that(
                got == wanted,
                {
                    "en": f"Linear({size_in}, {size_out}) should have {wanted} in its {kind}, but it has {got}.",
                    "zh-CN": f"Linear({size_in}, {size_out}) 的 {kind} 中应有 {wanted}，实际为 {got}。",
                },
            )
        expect.that(
            all(entry[2] for entry in learner.fixtures.parameters(layer)),
            {"en": "Each parameter should require a gradient.", "zh-CN": "每个参数都应需要梯度。"},
        )


@check(
    {"en": "x @ weight.T + bias, for any number of axes", "zh-CN": "x @ weight.T + bias，轴数任意"},
    points=2,
    hint={"en": "The last axis is multiplied; those before it stay.", "zh-CN": "相乘的是最后一轴，前面的轴保持不变。"},
)
def computes_the_product(learner, case):
    for size_in, size_out in ((3, 5), (4, 4), (6, 1)):
        layer, weight, bias = built(learner, case, size_in, size_out)
        for shape in ((7,), (), (2, 3), (0,)):
            x = case.randn(*shape, size_in)
            what = {
                "en": f"the result for x of shape {tuple(x.shape)}",
                "zh-CN": f"x 的形状为 {tuple(x.shape)} 时的结果",
            }
            expect.close(layer(x), F.linear(x, weight, bias), rtol=1e-4, atol=1e-5, what=what)


@check(
    {"en": "bias=False registers no bias", "zh-CN": "bias=False 时不注册偏置"},
    points=2,
    hint={
        "en": "No zeros in its place: there is no parameter at all.",
        "zh-CN": "也不要用零代替：根本没有这个参数。",
    },
)
def leaves_the_bias_out(learner, case):
    got = [entry[0] for entry in learner.fixtures.parameters(learner.Linear(5, 3, bias=False))]
    saved = [entry[0] for entry in learner.fixtures.state(learner.Linear(5, 3, False))]
    for kind, names in (("parameters", got), ("state_dict", saved)):
        expect.that(
            names == ["weight"],
            {
                "en": f"Linear(5, 3, bias=False) should have the weight alone in its {kind}, but it has {names}.",
                "zh-CN": f"Linear(5, 3, bias=False) 的 {kind} 中应只有 weight，实际为 {names}。",
            },
        )
    layer, weight, _ = built(learner, case, 5, 3, bias=False)
    x = case.randn(4, 5)
    what = {"en": "the result without bias", "zh-CN": "没有偏置时的结果"}
    expect.close(layer(x), x @ weight.T, rtol=1e-4, atol=1e-5, what=what)


@check(
    {"en": "The start values are uniform up to 1/sqrt(in)", "zh-CN": "初始值在 ±1/sqrt(in) 之间均匀分布"},
    points=2,
    hint={
        "en": "Uniform, between -1/sqrt(in_features) and 1/sqrt(in_features); the bias too.",
        "zh-CN": "均匀分布，范围是 -1/sqrt(in_features) 到 1/sqrt(in_features)；偏置也一样。",
    },
)
def starts_uniformly(learner, case):
    size_in, size_out = case.integer(40, 60), 600
    bound = size_in**-0.5
    values = {name: value for name, value, _ in learner.fixtures.parameters(learner.Linear(size_in, size_out))}
    for name in ("weight", "bias"):
        expect.that(
            name in values,
            {"en": f"The layer should have a parameter {name}.", "zh-CN": f"这一层应有参数 {name}。"},
        )
        share = values[name].double() / bound
        what = {"en": f"the largest size in {name}, times sqrt(in)", "zh-CN": f"{name} 的最大绝对值乘以 sqrt(in)"}
        # n uniform draws all stay below 0.95 with probability 0.95**600 = 4e-14.
        expect.between(share.abs().max().item(), 0.95, 1.0001, what=what)
        # The mean and the mean square of n draws have deviations sqrt(1/3/n) and sqrt(4/45/n); 6.5 of them: 8e-11 each.
        n = share.numel()
        what = {"en": f"the mean of {name}, times sqrt(in)", "zh-CN": f"{name} 的平均值乘以 sqrt(in)"}
        expect.between(share.mean().item(), -6.5 * (1 / 3 / n) ** 0.5, 6.5 * (1 / 3 / n) ** 0.5, what=what)
        margin = 6.5 * (4 / 45 / n) ** 0.5
        what = {"en": f"the mean square of {name}, times in", "zh-CN": f"{name} 平方的平均值乘以 in"}
        expect.between((share**2).mean().item(), 1 / 3 - margin, 1 / 3 + margin, what=what)


@check(
    {"en": "Every layer draws its own start values", "zh-CN": "每一层各自抽取初始值"},
    hint={"en": "Seed nothing, and draw in __init__.", "zh-CN": "不要设置种子，在 __init__ 里抽取。"},
)
def draws_for_every_layer(learner, case):
    first, second = (learner.fixtures.parameters(learner.Linear(6, 5)) for _ in range(2))
    for (name, one, _), (_, other, _) in zip(first, second, strict=True):
        expect.that(
            not torch.equal(one, other),
            {
                "en": f"Two layers should start with different numbers, but their {name} is the same.",
                "zh-CN": f"两个层的初始值应不同，但它们的 {name} 相同。",
            },
        )


@check(
    {"en": "state_dicts can be exchanged with nn.Linear", "zh-CN": "state_dict 可与 nn.Linear 交换"},
    hint={"en": "The same keys and shapes, in both directions.", "zh-CN": "双向的键和形状都要相同。"},
)
def exchanges_state(learner, case):
    for bias in (True, False):
        weight, shift, x = case.randn(4, 3), case.randn(4) if bias else None, case.randn(5, 3)
        got = learner.fixtures.exchange(learner.Linear(3, 4, bias=bias), weight, shift, x)
        names = (
            {"en": "the result with the state of an nn.Linear", "zh-CN": "载入 nn.Linear 的 state_dict 之后的结果"},
            {
                "en": "the result of an nn.Linear with the layer's state",
                "zh-CN": "nn.Linear 载入这一层的 state_dict 之后的结果",
            },
        )
        for value, what in zip(got, names, strict=True):
            expect.close(value, F.linear(x, weight, shift), rtol=1e-4, atol=1e-5, what=what)


@check(
    {"en": "Gradients are right, and .double() converts", "zh-CN": "梯度正确，.double() 能转换"},
    points=2,
    hint={
        "en": "Use self.weight and self.bias themselves in forward: no copies, no .data, no .float().",
        "zh-CN": "forward 里直接使用 self.weight 和 self.bias：不要复制，不要 .data 或 .float()。",
    },
)
def differentiates_in_float64(learner, case):
    layer, weight, bias = built(learner, case, 4, 3)
    learner.fixtures.doubled(layer)
    leaves = [v.double().requires_grad_() for v in (case.randn(2, 5, 4), weight, bias)]
    upstream = case.randn(2, 5, 3, dtype=torch.float64)
    want = torch.autograd.grad(F.linear(*leaves), leaves, upstream)
    result = learner.vjp(layer, leaves[0].detach(), upstream=upstream)
    what = {"en": "the result after .double()", "zh-CN": ".double() 之后的结果"}
    expect.close(result.value, F.linear(*leaves).detach(), what=what)
    got = (result.inputs[0], result.parameters.get("weight"), result.parameters.get("bias"))
    for name, value, right in zip(("x", "weight", "bias"), got, want, strict=True):
        expect.close(value, right, what={"en": f"the gradient of {name}", "zh-CN": f"{name} 的梯度"})


@check(
    {"en": "x is left as it is", "zh-CN": "x 不被修改"},
    hint={"en": "Write into no argument.", "zh-CN": "不要写入参数。"},
)
def leaves_x_alone(learner, case):
    x = case.randn(5, 4)
    seen = learner.observe(learner.Linear(4, 4), x.clone())
    expect.equal(seen.arguments[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})
