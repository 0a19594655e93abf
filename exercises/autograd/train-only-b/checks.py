"""Hidden checks of the exercise train-only-b; what is wanted is computed in float64, with SGD written out."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

NAMES = ("0.weight", "0.bias", "2.weight", "2.bias")


def draw(case, batches=1):
    """Weights of A (3 to 4) and B (4 to 2), and batches with targets far from the predictions."""
    shapes = (((5, 3), (5,), (4, 5), (4,)), ((6, 4), (6,), (2, 6), (2,)))
    a, b = ([case.randn(*shape, dtype=torch.float64) for shape in part] for part in shapes)
    sizes = [case.integer(3, 8) for _ in range(batches)]
    return a, b, [(case.randn(n, 3, dtype=torch.float64), case.randn(n, 2, dtype=torch.float64) + 3) for n in sizes]


def net(weights, x):
    return F.linear(torch.tanh(F.linear(x, weights[0], weights[1])), weights[2], weights[3])


def expected(a, b, batches, *, lr, momentum=0.0, weight_decay=0.0):
    """The losses, and B after each step of SGD."""
    losses, after, velocities = [], [], [torch.zeros_like(weight) for weight in b]
    for x, y in batches:
        leaves = [weight.clone().requires_grad_() for weight in b]
        loss = F.mse_loss(net(leaves, net(a, x)), y)
        gradients = torch.autograd.grad(loss, leaves)
        velocities = [momentum * v + g + weight_decay * p for v, g, p in zip(velocities, gradients, b, strict=True)]
        b = [p - lr * v for p, v in zip(b, velocities, strict=True)]
        losses.append(loss.detach())
        after.append(b)
    return losses, after


def compare_b(rows, want, when, when_zh):
    """B's parameters after each call."""
    for number, (row, wanted) in enumerate(zip(rows, want, strict=True)):
        for name, value, right in zip(NAMES, row, wanted, strict=True):
            what = {
                "en": f"B's {name} after call {number + 1} ({when})",
                "zh-CN": f"第 {number + 1} 次调用之后 B 的 {name}（{when_zh}）",
            }
            expect.close(value, right, rtol=1e-7, atol=1e-9, what=what)


@check(
    {"en": "B makes the right step", "zh-CN": "B 的更新正确"},
    points=2,
    hint={
        "en": "The gradient has to reach all of B: cut the graph before B, not behind it.",
        "zh-CN": "梯度要到达整个 B：在 B 之前切断计算图，而不是在 B 之后。",
    },
    visible=True,
)
def updates_b(learner, case):
    a, b, batches = draw(case)
    for options in ({"lr": case.uniform(0.02, 0.05)}, {"lr": 0.03, "weight_decay": 0.2}):
        got = learner.fixtures.run(learner.train_only_b, a, b, batches, [None] * 4, options)
        text = ", ".join(f"{name}={value:.3g}" for name, value in options.items())
        compare_b(got[1], expected(a, b, batches, **options)[1], f"SGD with {text}", f"SGD，{text}")


@check(
    {"en": "A does not change", "zh-CN": "A 不变"},
    points=3,
    hint={
        "en": "Weight decay moves a parameter whose gradient is zeros; only with .grad None it is skipped.",
        "zh-CN": "梯度为全零的参数仍会被权重衰减改变；只有 .grad 为 None 时才会被跳过。",
    },
)
def leaves_a_alone(learner, case):
    a, b, batches = draw(case, 2)
    for options in ({"lr": 0.05}, {"lr": 0.05, "momentum": 0.6, "weight_decay": 0.3}):
        got = learner.fixtures.run(learner.train_only_b, a, b, batches, [None] * 4, options)
        text = ", ".join(f"{name}={value}" for name, value in options.items())
        for name, value, before in zip(NAMES, got[2], a, strict=True):
            what = {
                "en": f"A's {name} after two calls (SGD with {text})",
                "zh-CN": f"两次调用之后 A 的 {name}（SGD，{text}）",
            }
            expect.equal(value, before, what=what)


@check(
    {"en": "A gets no gradient", "zh-CN": "A 得不到梯度"},
    points=2,
    hint={
        "en": "What is not to be trained needs no gradient: do not compute one and throw it away.",
        "zh-CN": "不训练的部分不需要梯度：不要算出来再丢掉。",
    },
)
def gives_a_no_gradient(learner, case):
    a, b, batches = draw(case)
    got = learner.fixtures.run(learner.train_only_b, a, b, batches, [None] * 4, {"lr": 0.05})
    for name, gradient in zip(NAMES, got[3], strict=True):
        expect.that(
            gradient is None,
            {
                "en": f"A's {name} should have the gradient None after the call, but it has a tensor there.",
                "zh-CN": f"调用之后 A 的 {name} 的梯度应为 None，实际是一个张量。",
            },
        )


@check(
    {"en": "A stays trainable", "zh-CN": "A 仍可训练"},
    points=2,
    hint={
        "en": "Whoever sets requires_grad to False has to set it back. Detaching a tensor leaves the parameters as they are.",
        "zh-CN": "谁把 requires_grad 设为 False，谁就要改回来。对张量做 detach 则不影响参数。",
    },
)
def keeps_a_trainable(learner, case):
    a, b, ((x, y),) = draw(case)
    got = learner.fixtures.run(learner.train_only_b, a, b, [(x, y)], [None] * 4, {"lr": 0.05})
    for name, flag in zip(NAMES, got[4], strict=True):
        expect.that(
            flag is True,
            {
                "en": f"A's {name} should still require a gradient after the call, but it does not.",
                "zh-CN": f"调用之后 A 的 {name} 应仍需要梯度，实际不需要。",
            },
        )
    between, gradients = learner.fixtures.train_a_afterwards(learner.train_only_b, a, b, x, y, {"lr": 0.05})
    leaves = [weight.clone().requires_grad_() for weight in a]
    want = torch.autograd.grad(F.mse_loss(net(between, net(leaves, x)), y), leaves)
    for name, value, right in zip(NAMES, gradients, want, strict=True):
        what = {
            "en": f"the gradient of A's {name} in an ordinary step afterwards",
            "zh-CN": f"之后普通的一步里 A 的 {name} 的梯度",
        }
        expect.close(value, right, rtol=1e-7, atol=1e-9, what=what)


@check(
    {"en": "Modes and optimizer are left as they are", "zh-CN": "模式与优化器保持原样"},
    hint={
        "en": "Neither eval() nor train() is needed, and the optimizer keeps what it was given.",
        "zh-CN": "不需要调用 eval() 或 train()；优化器中的参数也保持不变。",
    },
)
def keeps_modes_and_optimizer(learner, case):
    for training in ((True, True), (False, True), (True, False)):
        a, b, ((x, y),) = draw(case)
        seen, after, kept = learner.fixtures.left_behind(learner.train_only_b, a, b, x, y, list(training))
        for name, mode, during, afterwards in zip("AB", training, seen, after, strict=True):
            for when, when_zh, flags in (
                ("in its forward pass", "前向时", during),
                ("after the call", "调用之后", afterwards),
            ):
                expect.that(
                    all(flag is mode for flag in flags),
                    {
                        "en": f"{name} came with training={mode}, but {when} a part of it has training={not mode}.",
                        "zh-CN": f"{name} 传入时 training={mode}，{when_zh}却有一部分的 training={not mode}。",
                    },
                )
        expect.that(
            kept is True,
            {
                "en": "The optimizer should hold the same parameters as before the call, but it does not.",
                "zh-CN": "调用之后优化器应仍持有原来的参数，实际却不是。",
            },
        )


@check(
    {"en": "Old gradients of B play no part, over several calls", "zh-CN": "B 的旧梯度不影响结果，连续调用也正确"},
    points=2,
    hint={
        "en": "backward() adds to what is there: clear the gradients first. Use the optimizer that was passed.",
        "zh-CN": "backward() 会累加到已有的梯度上：先清零。使用传入的优化器。",
    },
)
def clears_old_gradients(learner, case):
    options = {"lr": 0.03, "momentum": case.uniform(0.5, 0.8), "weight_decay": 0.1}
    for batches, old in ((1, True), (3, False)):
        a, b, data = draw(case, batches)
        stale = [case.randn(*weight.shape, dtype=torch.float64) + 2 if old else None for weight in b]
        got = learner.fixtures.run(learner.train_only_b, a, b, data, stale, options)
        when = ("gradients left from before", "留有旧梯度") if old else ("SGD with momentum", "带动量的 SGD")
        compare_b(got[1], expected(a, b, data, **options)[1], *when)


@check(
    {"en": "The loss before the step, as a float", "zh-CN": "以 float 返回更新之前的损失"},
    hint={"en": "loss.item() gives a Python float.", "zh-CN": "loss.item() 得到 Python float。"},
)
def returns_the_loss(learner, case):
    a, b, batches = draw(case, 2)
    got = learner.fixtures.run(learner.train_only_b, a, b, batches, [None] * 4, {"lr": 0.05})
    want = expected(a, b, batches, lr=0.05)[0]
    for number, (value, right) in enumerate(zip(got[0], want, strict=True)):
        what = {"en": f"the value returned by call {number + 1}", "zh-CN": f"第 {number + 1} 次调用的返回值"}
        expect.is_type(value, float, what=what)
        expect.close(torch.tensor(value, dtype=torch.float64), right, rtol=1e-6, what=what)
