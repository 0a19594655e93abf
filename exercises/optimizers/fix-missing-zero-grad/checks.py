"""Hidden checks of the exercise fix-missing-zero-grad.

Everything is float64, so that different but correct ways of writing the update agree to 1e-12. The expected numbers
come from a loop of our own on plain tensors, with torch.autograd.grad: it never touches ``.grad``.
"""

import torch

from quizzer.checks import cached, check, expect

FEATURES, HIDDEN, OUTPUTS = 3, 5, 2
SHAPES = ((HIDDEN, FEATURES), (HIDDEN,), (OUTPUTS, HIDDEN), (OUTPUTS,))
NAMES = (
    "the first layer's weight",
    "the first layer's bias",
    "the second layer's weight",
    "the second layer's bias",
)
NAMES_ZH = ("第一层的权重", "第一层的偏置", "第二层的权重", "第二层的偏置")


def draw_weights(case):
    return [case.randn(*shape, dtype=torch.float64) * 0.7 for shape in SHAPES]


def draw_data(case, *sizes):
    """Batches of these sizes; targets far from zero, so that every gradient is large."""
    return [
        (
            case.randn(size, FEATURES, dtype=torch.float64),
            case.randn(size, OUTPUTS, dtype=torch.float64) + 2.0,
        )
        for size in sizes
    ]


@cached
def expected(weights, data, lr, *, epochs=1, momentum=0.0):
    """The weights and losses of a loop in which each step uses its own batch's gradient alone."""
    weights = [weight.clone().requires_grad_() for weight in weights]
    velocity = [torch.zeros_like(weight) for weight in weights]
    losses = []
    for x, y in data * epochs:
        hidden = torch.tanh(x @ weights[0].T + weights[1])
        loss = ((hidden @ weights[2].T + weights[3] - y) ** 2).mean()
        losses.append(loss.item())
        gradients = torch.autograd.grad(loss, weights)
        with torch.no_grad():
            for weight, speed, gradient in zip(weights, velocity, gradients, strict=True):
                speed.mul_(momentum).add_(gradient)
                weight.sub_(lr * speed)
    return [weight.detach() for weight in weights], losses


def compare_weights(learner, model, want, *, after, after_zh):
    got = learner.fixtures.weights_of(model)
    for value, weight, name, name_zh in zip(got, want, NAMES, NAMES_ZH, strict=True):
        what = {"en": f"{name} after {after}", "zh-CN": f"{after_zh}之后{name_zh}"}
        expect.close(value, weight, rtol=1e-9, atol=1e-9, what=what)


@check(
    {"en": "The first step follows the gradient", "zh-CN": "第一步沿着梯度更新"},
    points=1,
    hint={
        "en": "backward() fills .grad, step() uses it: nothing may empty it in between.",
        "zh-CN": "backward() 填入 .grad，step() 使用它：两者之间不能有任何代码把它清空。",
    },
    visible=True,
)
def takes_a_first_step(learner, case):
    weights, data, lr = draw_weights(case), draw_data(case, 6), case.uniform(0.05, 0.15)
    model = learner.fixtures.build(weights)
    learner.train(model, data, lr)
    want, _ = expected(weights, data, lr)
    compare_weights(learner, model, want, after="one step on one batch", after_zh="在一个批次上更新一步")


@check(
    {"en": "Each batch uses its own gradient alone", "zh-CN": "每个批次只用自己的梯度"},
    points=3,
    hint={
        "en": "backward() adds to what .grad holds. Does anything empty it before the next batch?",
        "zh-CN": "backward() 会累加到 .grad 已有的值上。下一个批次之前，有没有代码清空它？",
    },
    visible=True,
)
def forgets_the_batch_before(learner, case):
    lr = case.uniform(0.04, 0.12)
    for sizes in ((4, 4), (5, 4, 6)):
        weights, data = draw_weights(case), draw_data(case, *sizes)
        model = learner.fixtures.build(weights)
        learner.train(model, data, lr)
        want, _ = expected(weights, data, lr)
        number = len(sizes)
        compare_weights(learner, model, want, after=f"{number} batches", after_zh=f"{number} 个批次")


@check(
    {"en": "Each epoch goes on with fresh gradients", "zh-CN": "每一轮都用全新的梯度继续训练"},
    points=1,
    hint={
        "en": "epochs=3 on 2 batches makes 6 steps, and each of them needs fresh gradients.",
        "zh-CN": "2 个批次、epochs=3，一共更新 6 步，每一步都要用全新的梯度。",
    },
)
def starts_each_epoch_clean(learner, case):
    lr = case.uniform(0.04, 0.1)
    for sizes, epochs in (((5,), 3), ((4, 3), 2)):
        weights, data = draw_weights(case), draw_data(case, *sizes)
        model = learner.fixtures.build(weights)
        learner.train(model, data, lr, epochs=epochs)
        want, _ = expected(weights, data, lr, epochs=epochs)
        number = len(sizes)
        after, after_zh = f"{epochs} epochs of {number} batch(es)", f"{epochs} 轮、每轮 {number} 个批次"
        compare_weights(learner, model, want, after=after, after_zh=after_zh)


@check(
    {"en": "Stale gradients of the model have no influence", "zh-CN": "模型中残留的梯度不产生影响"},
    points=2,
    hint={
        "en": "The model may arrive with gradients in it: empty them before the first backward() too.",
        "zh-CN": "传进来的模型可能带着梯度：在第一次 backward() 之前也要清空。",
    },
)
def ignores_stale_gradients(learner, case):
    weights, data, lr = draw_weights(case), draw_data(case, 4, 5), case.uniform(0.04, 0.12)
    stale = [case.randn(*shape, dtype=torch.float64) * 3 + 1 for shape in SHAPES]
    for number in (1, 2):
        model = learner.fixtures.build(weights)
        learner.fixtures.leave_gradients(model, stale)
        learner.train(model, data[:number], lr)
        want, _ = expected(weights, data[:number], lr)
        after = f"{number} batch(es), with stale gradients in the beginning"
        compare_weights(learner, model, want, after=after, after_zh=f"带着残留梯度训练 {number} 个批次")


@check(
    {"en": "The momentum carries on over batches and epochs", "zh-CN": "动量在批次与轮次之间延续"},
    points=2,
    hint={
        "en": "Momentum lives in the optimizer, not in .grad: build the optimizer once, outside the loops, and pass momentum.",
        "zh-CN": "动量保存在优化器里，而不是 .grad 里：优化器只在循环外创建一次，并把 momentum 传给它。",
    },
)
def keeps_the_momentum(learner, case):
    lr, momentum = case.uniform(0.02, 0.05), case.pick([0.6, 0.7, 0.8])
    for sizes, epochs in (((4, 5, 3), 1), ((5, 3), 2)):
        weights, data = draw_weights(case), draw_data(case, *sizes)
        model = learner.fixtures.build(weights)
        learner.train(model, data, lr, epochs=epochs, momentum=momentum)
        want, _ = expected(weights, data, lr, epochs=epochs, momentum=momentum)
        after = f"{epochs} epoch(s) of {len(sizes)} batches with momentum {momentum}"
        after_zh = f"{epochs} 轮、每轮 {len(sizes)} 个批次（动量 {momentum}）"
        compare_weights(learner, model, want, after=after, after_zh=after_zh)


@check(
    {"en": "One Python float per batch comes back", "zh-CN": "每个批次返回一个 Python float"},
    points=1,
    hint={
        "en": "loss is a tensor that holds its graph; loss.item() is a float. One for every batch of every epoch.",
        "zh-CN": "loss 是带着计算图的张量，loss.item() 才是 float。每一轮的每个批次都要有一个。",
    },
)
def returns_one_float_per_batch(learner, case):
    weights, data = draw_weights(case), draw_data(case, 4, 5)
    for epochs in (1, 2):
        losses = learner.train(learner.fixtures.build(weights), data, 0.03, epochs=epochs)
        result = {"en": "what train returns", "zh-CN": "train 的返回值"}
        expect.is_type(losses, list, what=result)
        number = {
            "en": f"the number of losses for 2 batches, {epochs} epoch(s)",
            "zh-CN": f"2 个批次、{epochs} 轮的损失个数",
        }
        expect.equal(len(losses), 2 * epochs, what=number)
        for index, loss in enumerate(losses):
            expect.is_type(loss, float, what={"en": f"loss number {index}", "zh-CN": f"第 {index} 个损失（从 0 数起）"})


@check(
    {"en": "The losses are those before each step", "zh-CN": "损失是每一步更新之前的值"},
    points=1,
    hint={
        "en": "Keep the mean loss of the batch that you called backward() on; do not run the model again after step().",
        "zh-CN": "保存调用 backward() 的那个批次的平均损失；不要在 step() 之后再算一遍。",
    },
)
def reports_the_loss_before_the_step(learner, case):
    weights, data, lr = draw_weights(case), draw_data(case, 6, 4), case.uniform(0.04, 0.1)
    for epochs in (1, 2):
        losses = learner.train(learner.fixtures.build(weights), data, lr, epochs=epochs)
        _, want = expected(weights, data, lr, epochs=epochs)
        what = {"en": "the losses returned", "zh-CN": "返回的损失"}
        expect.that(
            type(losses) is list and len(losses) == len(want),
            {
                "en": f"a list of {len(want)} losses should be returned",
                "zh-CN": f"应返回含 {len(want)} 个损失的列表",
            },
        )
        numbers = [loss.item() if type(loss) is torch.Tensor and loss.numel() == 1 else loss for loss in losses]
        expect.that(
            all(type(number) in (int, float) for number in numbers),
            {"en": "every loss should be a number", "zh-CN": "每个损失都应是一个数"},
        )
        got = torch.tensor([float(number) for number in numbers], dtype=torch.float64)
        expect.close(got, torch.tensor(want, dtype=torch.float64), rtol=1e-9, atol=1e-9, what=what)


@check(
    {"en": "A second call starts from nothing but the model", "zh-CN": "第二次调用只继承模型本身"},
    points=1,
    hint={
        "en": "Build the optimizer inside train: a call may leave neither gradients nor momentum to the next one.",
        "zh-CN": "在 train 内部创建优化器：一次调用既不能把梯度、也不能把动量留给下一次。",
    },
)
def starts_each_call_anew(learner, case):
    weights, lr, momentum = draw_weights(case), case.uniform(0.02, 0.05), 0.7
    first, second = draw_data(case, 4, 3), draw_data(case, 5, 4)
    model = learner.fixtures.build(weights)
    want = weights
    for data in (first, second):
        learner.train(model, data, lr, momentum=momentum)
        want, _ = expected(want, data, lr, momentum=momentum)
    compare_weights(learner, model, want, after="a second call of train", after_zh="第二次调用 train")
