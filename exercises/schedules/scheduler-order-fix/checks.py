"""Hidden checks of the exercise scheduler-order-fix; the expected weights come from a loop on plain tensors."""

import torch

from quizzer.checks import check, expect


def draw(case, batches):
    """Weights, biases and batches in float64; the targets are far from 0, so that every gradient is large."""
    loader = [
        (case.randn(size, 3, dtype=torch.float64), case.randn(size, 2, dtype=torch.float64) + 3.0)
        for size in (case.integer(3, 6) for _ in range(batches))
    ]
    return case.randn(2, 3, dtype=torch.float64), case.randn(2, dtype=torch.float64), loader


def walk(weight, bias, loader, epochs, lr, gamma):
    """The weights after plain SGD with one rate per epoch."""
    for epoch in range(epochs):
        for x, y in loader:
            error = 2 * (x @ weight.T + bias - y) / y.numel()
            weight, bias = weight - lr * gamma**epoch * error.T @ x, bias - lr * gamma**epoch * error.sum(dim=0)
    return weight, bias


def same_weights(got, wanted, *, after, after_zh):
    for (en, zh), value, want in zip((("the weight", "权重"), ("the bias", "偏置")), got, wanted, strict=True):
        what = {"en": f"{en} after {after}", "zh-CN": f"{after_zh}之后的{zh}"}
        expect.close(value, want, rtol=1e-6, atol=1e-9, what=what)


def same_rates(got, loader, epochs, lr, gamma):
    what = {"en": "what fit returns", "zh-CN": "fit 的返回值"}
    expect.is_type(got, list, what=what)
    number = {
        "en": f"the number of rates for {epochs} epochs of {len(loader)} batches",
        "zh-CN": f"{epochs} 轮、每轮 {len(loader)} 个批次的学习率个数",
    }
    expect.equal(len(got), epochs * len(loader), what=number)
    for index, rate in enumerate(got):
        epoch, batch = divmod(index, len(loader))
        name = {
            "en": f"with lr={lr:.4g} and gamma={gamma:.3g}, the rate of batch {batch} in epoch {epoch}",
            "zh-CN": f"lr={lr:.4g}、gamma={gamma:.3g} 时，第 {epoch} 轮第 {batch} 个批次（都从 0 数起）的学习率",
        }
        expect.is_type(rate, float, what=name)
        expect.close(rate, lr * gamma**epoch, rtol=1e-6, atol=1e-12, what=name)


@check(
    {"en": "All batches of the first epoch use lr", "zh-CN": "第一轮的所有批次都用 lr"},
    points=2,
    hint={
        "en": "Nothing may lower the rate before the first epoch is over.",
        "zh-CN": "第一轮结束之前，不能有任何代码降低学习率。",
    },
    visible=True,
)
def starts_with_lr(learner, case):
    lr, gamma = case.uniform(0.02, 0.05), case.uniform(0.3, 0.7)
    for batches in (1, 4):
        weight, bias, loader = draw(case, batches)
        same_rates(learner.fit(learner.fixtures.build(weight, bias), loader, 1, lr, gamma), loader, 1, lr, gamma)


@check(
    {"en": "The rate falls once after each epoch", "zh-CN": "每一轮之后学习率下降一次"},
    points=3,
    hint={
        "en": "Call scheduler.step() once per epoch, at its end.",
        "zh-CN": "每一轮只调用一次 scheduler.step()，放在这一轮的末尾。",
    },
)
def falls_after_each_epoch(learner, case):
    for batches, epochs in ((3, 4), (4, 3), (1, 5), (2, 0)):
        lr, gamma = case.uniform(0.02, 0.05), case.uniform(0.4, 0.8)
        weight, bias, loader = draw(case, batches)
        got = learner.fit(learner.fixtures.build(weight, bias), loader, epochs, lr, gamma)
        same_rates(got, loader, epochs, lr, gamma)


@check(
    {"en": "The weights follow the rates that are reported", "zh-CN": "权重按所报告的学习率更新"},
    points=3,
    hint={
        "en": "The rate in the list must be the one that optimizer.step() uses, with fresh gradients for each batch.",
        "zh-CN": "列表中的学习率必须是 optimizer.step() 实际使用的，而且每个批次都要用全新的梯度。",
    },
)
def trains_with_these_rates(learner, case):
    for batches, epochs in ((3, 4), (5, 1), (1, 3)):
        lr, gamma = case.uniform(0.02, 0.05), case.uniform(0.3, 0.7)
        weight, bias, loader = draw(case, batches)
        layer = learner.fixtures.build(weight, bias)
        learner.fit(layer, loader, epochs, lr, gamma)
        after, after_zh = f"{epochs} epochs of {batches} batches", f"{epochs} 轮、每轮 {batches} 个批次"
        wanted = walk(weight, bias, loader, epochs, lr, gamma)
        same_weights(learner.fixtures.weights_of(layer), wanted, after=after, after_zh=after_zh)


@check(
    {"en": "Gradients of before have no influence", "zh-CN": "之前残留的梯度不产生影响"},
    hint={
        "en": "The model may arrive with gradients in it: empty them before the first backward() too.",
        "zh-CN": "传进来的模型可能带着梯度：在第一次 backward() 之前也要清空。",
    },
)
def ignores_stale_gradients(learner, case):
    weight, bias, loader = draw(case, 2)
    layer = learner.fixtures.build(weight, bias)
    stale = [case.randn(2, 3, dtype=torch.float64) * 3 + 1, case.randn(2, dtype=torch.float64) * 3 + 1]
    learner.fixtures.leave_gradients(layer, *stale)
    lr, gamma = case.uniform(0.02, 0.05), case.uniform(0.3, 0.7)
    learner.fit(layer, loader, 2, lr, gamma)
    after, after_zh = "2 epochs, with gradients of before in the beginning,", "带着残留梯度训练 2 轮"
    wanted = walk(weight, bias, loader, 2, lr, gamma)
    same_weights(learner.fixtures.weights_of(layer), wanted, after=after, after_zh=after_zh)


@check(
    {"en": "PyTorch does not warn about the order", "zh-CN": "PyTorch 不对顺序给出警告"},
    hint={
        "en": "optimizer.step() comes first, scheduler.step() after it.",
        "zh-CN": "先 optimizer.step()，后 scheduler.step()。",
    },
)
def gives_no_warning(learner, case):
    weight, bias, loader = draw(case, 3)
    layer = learner.fixtures.build(weight, bias)
    _, heard = learner.fixtures.run_and_listen(learner.fit, layer, loader, 2, 0.03, 0.5)
    about_the_order = [text for text in heard if "lr_scheduler.step()" in text]
    expect.that(
        not about_the_order,
        {
            "en": f"PyTorch should not warn, but it says: {about_the_order[0][:160] if about_the_order else ''}...",
            "zh-CN": f"PyTorch 不应给出警告，实际的警告是：{about_the_order[0][:160] if about_the_order else ''}……",
        },
    )


@check(
    {"en": "A second call starts with lr again", "zh-CN": "第二次调用重新从 lr 开始"},
    hint={"en": "Build optimizer and scheduler inside fit.", "zh-CN": "在 fit 内部创建优化器和调度器。"},
)
def starts_each_call_anew(learner, case):
    weight, bias, loader = draw(case, 2)
    layer = learner.fixtures.build(weight, bias)
    for _ in range(2):
        lr, gamma = case.uniform(0.02, 0.05), case.uniform(0.3, 0.7)
        same_rates(learner.fit(layer, loader, 2, lr, gamma), loader, 2, lr, gamma)
        weight, bias = walk(weight, bias, loader, 2, lr, gamma)
    what = {"en": "the weight after two calls", "zh-CN": "两次调用之后的权重"}
    expect.close(learner.fixtures.weights_of(layer)[0], weight, rtol=1e-6, atol=1e-9, what=what)
