"""Hidden checks of the exercise batchnorm; the expected numbers come from nn.BatchNorm2d."""

import torch
from torch import nn

from quizzer.checks import check, expect

SHAPES = ((4, 3, 5, 2), (2, 3, 1, 3), (3, 3, 3, 3), (1, 3, 4, 4))
PLAIN = {"momentum": 0.3}


def call_text(options):
    return "BatchNorm2d(3" + "".join(f", {name}={value}" for name, value in options.items()) + ")"


def pair(learner, case, options):
    """The learner's layer and torch's, with the same random parameters."""
    layer, real = learner.BatchNorm2d(3, **options), nn.BatchNorm2d(3, **options).to(case.device)
    weight, bias = case.randn(3) + 2, case.randn(3)
    learner.fixtures.fill(layer, weight, bias)
    if real.affine:
        with torch.no_grad():
            real.weight.copy_(weight)
            real.bias.copy_(bias)
    return layer, real


def batch(case, shape):
    return case.randn(*shape) * (case.rand(1, 3, 1, 1) * 3 + 0.5) + case.randn(1, 3, 1, 1) * 2


def near(got, want, *, what, loose=False):
    expect.close(got, want, rtol=1e-3 if loose else 1e-4, atol=2e-4 if loose else 3e-5, what=what)


def compare_output(learner, case, layer, real, x, *, training, options):
    upstream = case.randn(*x.shape)
    got, gradient, gradients = learner.fixtures.run(layer, x, upstream, training=training)
    real.train(training).zero_grad()
    leaf = x.clone().requires_grad_()
    want = real(leaf)
    (want * upstream).sum().backward()
    mode, mode_zh = ("training", "训练") if training else ("evaluation", "评估")
    text = call_text(options)
    near(
        got,
        want.detach(),
        what={"en": f"the output of {text} in {mode} mode", "zh-CN": f"{text} 在{mode_zh}模式下的输出"},
    )
    what = {"en": f"the gradient of x, {text} in {mode} mode", "zh-CN": f"{text} 在{mode_zh}模式下 x 的梯度"}
    near(gradient, leaf.grad, what=what, loose=True)
    for name, parameter in real.named_parameters():
        what = {"en": f"the gradient of {name}, {text}", "zh-CN": f"{text} 的 {name} 的梯度"}
        near(gradients.get(name), parameter.grad, what=what, loose=True)


def compare_state(learner, layer, real, *, options, after, after_zh):
    got, want = learner.fixtures.state(layer), dict(sorted(real.state_dict().items()))
    text = call_text(options)
    expect.equal(
        list(got), list(want), what={"en": f"the keys of state_dict of {text}", "zh-CN": f"{text} 的 state_dict 的键"}
    )
    for name, value in want.items():
        near(got[name], value, what={"en": f"{name} of {text} {after}", "zh-CN": f"{text} {after_zh}的 {name}"})


def go_through(learner, case, options):
    """Four batches of different sizes in training, then evaluation: outputs, gradients, state."""
    layer, real = pair(learner, case, options)
    for number, shape in enumerate(SHAPES):
        compare_output(learner, case, layer, real, batch(case, shape), training=True, options=options)
        after = {"after": f"after {number + 1} batch(es)", "after_zh": f"在 {number + 1} 个批之后"}
        compare_state(learner, layer, real, options=options, **after)
    compare_output(learner, case, layer, real, batch(case, SHAPES[0]), training=False, options=options)
    after = {"after": "after an evaluation", "after_zh": "在评估之后"}
    compare_state(learner, layer, real, options=options, **after)


@check(
    {"en": "A new layer's parameters and buffers", "zh-CN": "新建层的参数与缓冲区"},
    hint={
        "en": "nn.Parameter for weight and bias, register_buffer for the rest.",
        "zh-CN": "weight 和 bias 用 nn.Parameter，其余用 register_buffer。",
    },
    visible=True,
)
def starts_with_the_right_state(learner, case):
    for options in (
        {},
        {"affine": False},
        {"track_running_stats": False},
        {"affine": False, "track_running_stats": False},
    ):
        layer, real = learner.BatchNorm2d(3, **options), nn.BatchNorm2d(3, **options).to(case.device)
        compare_state(learner, layer, real, options=options, after="in the beginning", after_zh="初始")
        wanted = [[n for n, _ in real.named_parameters()], [n for n, _ in real.named_buffers()]]
        for got, names, kind, kind_zh in zip(
            learner.fixtures.names(layer), wanted, ("parameters", "buffers"), ("参数", "缓冲区"), strict=True
        ):
            what = {"en": f"the {kind} of {call_text(options)}", "zh-CN": f"{call_text(options)} 的{kind_zh}"}
            expect.equal(got, sorted(names), what=what)


@check(
    {"en": "Training normalises with the batch's statistics", "zh-CN": "训练时用当前批的统计量归一化"},
    points=2,
    hint={
        "en": "Per channel, over N, H and W, with the population variance.",
        "zh-CN": "逐通道，对 N、H、W 求，用总体方差。",
    },
)
def normalises_the_batch(learner, case):
    for options in ({}, {"eps": 0.3}):
        for shape in (*SHAPES, (3, 3, 2, 5)):
            layer, real = pair(learner, case, options)
            compare_output(learner, case, layer, real, batch(case, shape), training=True, options=options)


@check(
    {"en": "Four batches and an evaluation, with the defaults", "zh-CN": "默认参数：四个批，然后评估"},
    points=2,
    hint={
        "en": "running = 0.9 * running + 0.1 * batch, with the unbiased variance.",
        "zh-CN": "running = 0.9 * running + 0.1 * batch，方差用无偏的。",
    },
)
def follows_torch_by_default(learner, case):
    go_through(learner, case, {})


@check(
    {"en": "Another momentum", "zh-CN": "其他 momentum"},
    hint={"en": "momentum is the share of the new value.", "zh-CN": "momentum 是新值所占的比例。"},
)
def follows_the_momentum(learner, case):
    go_through(learner, case, PLAIN)
    options = {"momentum": 0.0}
    layer, real = pair(learner, case, options)
    compare_output(learner, case, layer, real, batch(case, SHAPES[0]), training=True, options=options)
    compare_state(learner, layer, real, options=options, after="after a batch", after_zh="在一个批之后")


@check(
    {"en": "momentum=None averages over all batches", "zh-CN": "momentum=None 对所有批求平均"},
    points=2,
    hint={"en": "The share of batch number k is 1/k.", "zh-CN": "第 k 个批所占的比例是 1/k。"},
)
def averages_without_momentum(learner, case):
    options = {"momentum": None}
    go_through(learner, case, options)
    # The count goes on from the one that was loaded.
    layer, real = pair(learner, case, options)
    real.running_mean.add_(case.randn(3))
    real.num_batches_tracked.fill_(case.integer(3, 9))
    learner.fixtures.load(layer, dict(real.state_dict()))
    compare_output(learner, case, layer, real, batch(case, SHAPES[0]), training=True, options=options)
    after, after_zh = "after load_state_dict and a batch", "在 load_state_dict 和一个批之后"
    compare_state(learner, layer, real, options=options, after=after, after_zh=after_zh)


@check(
    {"en": "affine=False", "zh-CN": "affine=False"},
    hint={"en": "No parameters, and no scale.", "zh-CN": "没有参数，也不缩放。"},
)
def works_without_parameters(learner, case):
    go_through(learner, case, {"affine": False})


@check(
    {
        "en": "track_running_stats=False uses the batch in evaluation too",
        "zh-CN": "track_running_stats=False 时评估也用当前批",
    },
    points=2,
    hint={"en": "Without running values there is nothing but the batch.", "zh-CN": "没有滑动统计量，就只能用当前批。"},
)
def works_without_tracking(learner, case):
    go_through(learner, case, {"track_running_stats": False})


@check(
    {"en": "Evaluation uses the running values and changes nothing", "zh-CN": "评估使用滑动统计量且不作更新"},
    points=2,
    hint={
        "en": "Ask self.training before both: choosing and updating.",
        "zh-CN": "选择统计量和更新统计量之前，都要看 self.training。",
    },
)
def evaluates_with_running_values(learner, case):
    layer, real = pair(learner, case, PLAIN)
    for training in (False, True, False, False, True, False):
        compare_output(learner, case, layer, real, batch(case, (3, 3, 2, 4)), training=training, options=PLAIN)
        after = "after an evaluation" if not training else "after training"
        compare_state(
            learner, layer, real, options=PLAIN, after=after, after_zh="在评估之后" if not training else "在训练之后"
        )


@check(
    {
        "en": "Buffers carry no graph, and follow the mode, not the grad mode",
        "zh-CN": "缓冲区不带计算图，更新只看模块的模式",
    },
    points=2,
    hint={
        "en": "Update from detached values; torch.no_grad() around the call must not stop the update.",
        "zh-CN": "用 detach 过的值更新；外层的 torch.no_grad() 不应阻止更新。",
    },
)
def keeps_graphs_out_of_buffers(learner, case):
    layer, real = pair(learner, case, PLAIN)
    for grad in (True, False, True):
        x = batch(case, (3, 3, 2, 4))
        learner.fixtures.run(layer, x, torch.ones_like(x), training=True, grad=grad)
        real.train()(x)
        expect.equal(
            learner.fixtures.graphs(layer), [], what={"en": "buffers that carry a graph", "zh-CN": "带计算图的缓冲区"}
        )
        compare_state(learner, layer, real, options=PLAIN, after="after a call", after_zh="在一次调用之后")


@check(
    {"en": "The input is left as it is, on any device", "zh-CN": "输入不被修改，设备不限"},
    hint={
        "en": "No in-place operation on x; buffers move with the module.",
        "zh-CN": "不要就地修改 x；缓冲区会随模块移动。",
    },
)
def leaves_the_input_alone(learner, case):
    x = batch(case, (3, 3, 2, 4))
    layer = learner.BatchNorm2d(3, momentum=None)
    what = {"en": "x after the call", "zh-CN": "调用之后的 x"}
    expect.equal(learner.observe(layer, x.clone()).arguments[0], x, what=what)
    expect.follows_the_device(learner.on_fake_gpu(learner.BatchNorm2d(3), x.cpu()))
    expect.follows_the_device(learner.on_fake_gpu(learner.BatchNorm2d(3, affine=False).eval(), x.cpu()))
