"""Hidden checks of the exercise bottleneck; the wanted outputs come from torch's functional operations."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

# c_in, width, stride: x itself; other channels; another size; both.
CONFIGURATIONS = ((12, 3, 1), (5, 4, 1), (8, 2, 2), (6, 3, 2))


def shapes_of(c_in, width, stride):
    """The shapes of the state by key, and the names of the parameters."""
    c_out = 4 * width
    convolutions = {"conv1": (width, c_in, 1, 1), "conv2": (width, width, 3, 3), "conv3": (c_out, width, 1, 1)}
    norms = {"bn1": width, "bn2": width, "bn3": c_out}
    if stride != 1 or c_in != c_out:
        convolutions["downsample.0"] = (c_out, c_in, 1, 1)
        norms["downsample.1"] = c_out
    parameters = {f"{name}.weight": shape for name, shape in convolutions.items()}
    buffers = {}
    for name, channels in norms.items():
        parameters |= {f"{name}.weight": (channels,), f"{name}.bias": (channels,)}
        buffers |= {
            f"{name}.running_mean": (channels,),
            f"{name}.running_var": (channels,),
            f"{name}.num_batches_tracked": (),
        }
    return parameters, buffers


def draw_state(case, configuration):
    parameters, buffers = shapes_of(*configuration)
    tensors = {key: case.randn(*shape) for key, shape in parameters.items()}
    for key, shape in buffers.items():
        if key.endswith("running_mean"):
            tensors[key] = case.randn(*shape)
        elif key.endswith("running_var"):
            tensors[key] = case.rand(*shape) + 0.5
    return tensors


def wanted(tensors, configuration, x, *, training=False):
    c_in, width, stride = configuration

    def norm(name, value):
        mean, var = tensors[f"{name}.running_mean"].clone(), tensors[f"{name}.running_var"].clone()
        return F.batch_norm(value, mean, var, tensors[f"{name}.weight"], tensors[f"{name}.bias"], training)

    y = norm("bn1", F.conv2d(x, tensors["conv1.weight"])).relu()
    y = norm("bn2", F.conv2d(y, tensors["conv2.weight"], stride=stride, padding=1)).relu()
    y = norm("bn3", F.conv2d(y, tensors["conv3.weight"]))
    shortcut = x
    if stride != 1 or c_in != 4 * width:
        shortcut = norm("downsample.1", F.conv2d(x, tensors["downsample.0.weight"], stride=stride))
    return torch.relu(y + shortcut)


def built(learner, case, configuration):
    """A block of the learner's with drawn weights, and those."""
    tensors = draw_state(case, configuration)
    return learner.fixtures.load(learner.Bottleneck(*configuration), tensors), tensors


def call_text(configuration):
    return f"`Bottleneck{configuration}`"


@check(
    {"en": "state_dict has torchvision's keys and shapes", "zh-CN": "state_dict 的键和形状与 torchvision 一致"},
    points=2,
    hint={
        "en": "The attributes are conv1, bn1, conv2, bn2, conv3, bn3 and, where needed, downsample, an nn.Sequential.",
        "zh-CN": "属性为 conv1、bn1、conv2、bn2、conv3、bn3；需要时还有 downsample，它是 nn.Sequential。",
    },
    visible=True,
)
def names_its_state(learner, case):
    for configuration in CONFIGURATIONS:
        parameters, buffers = shapes_of(*configuration)
        _, state = learner.fixtures.state(learner.Bottleneck(*configuration))
        want = {**parameters, **buffers}
        missing, extra = sorted(want.keys() - state.keys()), sorted(state.keys() - want.keys())
        call = call_text(configuration)
        expect.that(
            not missing and not extra,
            {
                "en": f"{call}: missing keys {missing}, keys too many {extra}.",
                "zh-CN": f"{call}：缺少的键 {missing}，多余的键 {extra}。",
            },
        )
        for key, shape in want.items():
            found = tuple(state[key].shape)
            expect.that(
                found == shape,
                {
                    "en": f"{call}: {key} should have shape {shape}, but has {found}.",
                    "zh-CN": f"{call}：{key} 的形状应为 {shape}，实际是 {found}。",
                },
            )


@check(
    {"en": "The number of parameters is right", "zh-CN": "参数个数正确"},
    hint={
        "en": "No bias in the convolutions; a downsample only where x does not fit.",
        "zh-CN": "卷积没有偏置；只有 x 对不上时才有 downsample。",
    },
)
def counts_its_parameters(learner, case):
    for configuration in ((64, 64), (256, 64), (32, 16, 2)):
        want = sum(
            torch.Size(shape).numel()
            for shape in shapes_of(*configuration, *([1] if len(configuration) == 2 else []))[0].values()
        )
        parameters, _ = learner.fixtures.state(learner.Bottleneck(*configuration))
        got = sum(value.numel() for value in parameters.values())
        call = call_text(configuration)
        expect.equal(got, want, what={"en": f"the number of parameters of {call}", "zh-CN": f"{call} 的参数个数"})


@check(
    {
        "en": "The output has 4 * width channels, and the stride's size",
        "zh-CN": "输出有 4 * width 个通道，大小由步幅决定",
    },
    hint={
        "en": "Padding 1 belongs to the 3x3 only; the stride to one convolution of each branch.",
        "zh-CN": "只有 3x3 有 padding 1；每条支路各有一个卷积带步幅。",
    },
)
def has_the_right_shape(learner, case):
    for c_in, width, stride in (*CONFIGURATIONS, (4, 2, 3)):
        block = learner.Bottleneck(c_in, width, stride)
        for height, width_ in ((6, 8), (7, 5)):
            shape = (3, 4 * width, -(-height // stride), -(-width_ // stride))
            call = call_text((c_in, width, stride))
            what = {"en": f"the output of {call}", "zh-CN": f"{call} 的输出"}
            expect.tensor(block(case.randn(3, c_in, height, width_)), shape=shape, what=what)


@check(
    {"en": "With the last norm at zero, relu(x) comes out", "zh-CN": "最后一个归一化为零时，输出 relu(x)"},
    points=2,
    hint={
        "en": "x is added to what bn3 gives, and the ReLU comes last.",
        "zh-CN": "x 加到 bn3 的结果上，ReLU 在最后。",
    },
)
def passes_x_on(learner, case):
    for training in (True, False):
        configuration = (12, 3, 1)
        block, tensors = built(learner, case, configuration)
        block = learner.fixtures.load(block, {"bn3.weight": torch.zeros(12), "bn3.bias": torch.zeros(12)})
        block.train() if training else block.eval()
        x = case.randn(2, 12, 5, 4)
        what = {"en": "the output with bn3 at zero", "zh-CN": "bn3 为零时的输出"}
        expect.close(block(x), x.relu(), of=x, what=what, atol=1e-6)
        # The main branch must not be lost either.
        block = learner.fixtures.load(block, {"bn3.bias": torch.full((12,), -50.0)})
        what = {
            "en": "the output with bn3.weight 0 and bn3.bias -50",
            "zh-CN": "bn3.weight 为 0、bn3.bias 为 -50 时的输出",
        }
        expect.close(block(x), torch.zeros_like(x), what=what)


@check(
    {"en": "The values in evaluation mode", "zh-CN": "评估模式下的数值"},
    points=3,
    hint={
        "en": "ReLU after bn1 and bn2 and after the sum; the stride on conv2 and on downsample.0.",
        "zh-CN": "bn1、bn2 之后和相加之后各有一个 ReLU；步幅在 conv2 和 downsample.0 上。",
    },
)
def computes_in_eval_mode(learner, case):
    for configuration in CONFIGURATIONS:
        block, tensors = built(learner, case, configuration)
        block.eval()
        x = case.randn(2, configuration[0], 7, 6)
        call = call_text(configuration)
        what = {"en": f"the output of {call} in eval mode", "zh-CN": f"{call} 在评估模式下的输出"}
        expect.close(block(x), wanted(tensors, configuration, x), rtol=1e-4, atol=1e-3, what=what)


@check(
    {"en": "The values in training mode, and the gradient", "zh-CN": "训练模式下的数值，以及梯度"},
    points=2,
    hint={
        "en": "Modules and tensor operations only; nothing is detached.",
        "zh-CN": "只用模块和张量运算，不要切断计算图。",
    },
)
def computes_in_training_mode(learner, case):
    for configuration in ((12, 3, 1), (6, 3, 2)):
        block, tensors = built(learner, case, configuration)
        block.train()
        x = case.randn(4, configuration[0], 6, 5)
        leaf = x.clone().requires_grad_()
        leaves = {key: value.clone().requires_grad_() for key, value in tensors.items() if "running" not in key}
        want = wanted({**tensors, **leaves}, configuration, leaf, training=True)
        upstream = case.randn(*want.shape)
        gradients = torch.autograd.grad(want, [leaf, *leaves.values()], upstream)
        result = learner.vjp(block, x, upstream=upstream)
        call = call_text(configuration)
        what = {"en": f"the output of {call} in training mode", "zh-CN": f"{call} 在训练模式下的输出"}
        expect.close(result.value, want.detach(), rtol=1e-3, atol=1e-3, what=what)
        # Batch norms in float32 lose some digits; gradients are compared by their size.
        scale = gradients[0].abs().max().item()
        expect.close(
            result.inputs[0],
            gradients[0],
            rtol=1e-2,
            atol=1e-2 * scale,
            what={"en": "the gradient of x", "zh-CN": "x 的梯度"},
        )
        for key, gradient in zip(leaves, gradients[1:], strict=True):
            got = result.parameters.get(key)
            what = {"en": f"the gradient of {key}", "zh-CN": f"{key} 的梯度"}
            expect.tensor(got, shape=tuple(gradient.shape), what=what)
            expect.close(got, gradient, rtol=1e-2, atol=1e-2 * gradient.abs().max().item(), what=what)


@check(
    {"en": "x is not changed", "zh-CN": "不修改 x"},
    hint={
        "en": "An in-place ReLU on x or `x += …` changes the caller's tensor.",
        "zh-CN": "对 x 做原地 ReLU，或者 `x += …`，会修改调用者的张量。",
    },
)
def leaves_the_input_alone(learner, case):
    for configuration in ((12, 3, 1), (6, 3, 2)):
        block, _ = built(learner, case, configuration)
        block.eval()
        x = case.randn(2, configuration[0], 6, 5)
        seen = learner.observe(learner.fixtures.without_gradients, block, x)
        after = [value for value in seen.arguments if isinstance(value, torch.Tensor)]
        expect.equal(after[0], x, what={"en": "x after the call", "zh-CN": "调用之后的 x"})
