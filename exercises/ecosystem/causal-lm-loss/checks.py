"""Hidden checks of the exercise causal-lm-loss."""

import torch

from quizzer.checks import cached, check, expect

GRADIENT = {"en": "the gradient of logits", "zh-CN": "logits 的梯度"}


def draw(case, b, t, v, dtype=torch.float32, low=0):
    logits = case.randn(b, t, v, dtype=dtype) * 2
    labels = torch.randint(low, v, (b, t), generator=case.generator).to(case.device)
    return logits, labels


@cached
def wanted(logits, labels):
    """Prediction by prediction; the gradient as well."""
    logp = torch.log_softmax(logits.double(), dim=-1)
    gradient = torch.zeros_like(logp)
    losses = []
    for b in range(labels.shape[0]):
        for t in range(labels.shape[1] - 1):
            target = int(labels[b, t + 1])
            if target == -100:
                continue
            losses.append(-logp[b, t, target])
            gradient[b, t] = logp[b, t].exp()
            gradient[b, t, target] -= 1
    return (torch.stack(losses).mean()).to(logits.dtype), (gradient / len(losses)).to(logits.dtype)


def compare(learner, logits, labels, rtol=1e-5):
    shape = tuple(logits.shape)
    what = {"en": f"the loss for (B, T, V) = {shape}", "zh-CN": f"(B, T, V) = {shape} 时的损失"}
    got = expect.tensor(learner.causal_lm_loss(logits, labels), shape=(), what=what)
    expect.close(got, wanted(logits, labels)[0], rtol=rtol, what=what)


@check(
    {"en": "Position t predicts token t+1", "zh-CN": "位置 t 预测第 t+1 个 token"},
    points=3,
    hint={
        "en": "Drop the last position of the logits and the first of the labels.",
        "zh-CN": "去掉 logits 的最后一个位置和标签的第一个位置。",
    },
    visible=True,
)
def predicts_the_next_token(learner, case):
    for b, t, v in ((3, 5, 7), (1, case.integer(6, 9), 4), (4, 2, 3)):
        compare(learner, *draw(case, b, t, v))
    logits, labels = draw(case, 2, 6, 5)
    changed = labels.clone()
    changed[:, 0] = (labels[:, 0] + 1) % 5
    what = {"en": "the loss after a change of labels[:, 0]", "zh-CN": "改变 labels[:, 0] 之后的损失"}
    expect.close(learner.causal_lm_loss(logits, changed), wanted(logits, labels)[0], rtol=1e-5, what=what)


@check(
    {"en": "Classes are on the last axis, also where sizes agree", "zh-CN": "类别在最后一轴，各轴大小相等时也一样"},
    points=2,
    hint={
        "en": "cross_entropy takes axis 1 for the classes, and here that is time.",
        "zh-CN": "cross_entropy 把第 1 轴当作类别，而这里第 1 轴是时间。",
    },
)
def keeps_classes_last(learner, case):
    for b, t, v in ((3, 5, 5), (2, 6, 5), (4, 4, 4), (5, 3, 5), (5, 6, 5)):
        compare(learner, *draw(case, b, t, v))


@check(
    {"en": "-100 is left out of the mean", "zh-CN": "-100 不计入均值"},
    points=2,
    hint={
        "en": "They count neither in the sum nor in the number; the mean is over the whole batch, not over rows.",
        "zh-CN": "它们既不计入总和，也不计入个数；均值是对整个批次求的，不是先对行求。",
    },
)
def leaves_out_ignored(learner, case):
    for b, t, v in ((4, 6, 5), (2, 5, 4), (3, 7, 6)):
        logits, labels = draw(case, b, t, v)
        labels[0, case.integer(2, 3) :] = -100
        labels[-1, 1] = -100
        compare(learner, logits, labels)
    logits, labels = draw(case, 3, 5, 4)
    labels[1] = -100
    labels[0, 0] = -100
    compare(learner, logits, labels)
    logits, labels = draw(case, 2, 5, 4)
    labels[:, 1:] = torch.tensor([[0, 0, 1, 0], [0, 2, 0, 0]], device=case.device)
    compare(learner, logits, labels)


@check(
    {"en": "The gradient reaches logits; 0 at the last position", "zh-CN": "梯度传到 logits；最后一个位置为 0"},
    points=2,
    hint={
        "en": "Stay with tensor operations, and use each prediction just once.",
        "zh-CN": "只用张量运算，每个预测只用一次。",
    },
)
def differentiates(learner, case):
    for ignored in (False, True):
        logits, labels = draw(case, 3, 6, 5, torch.float64)
        if ignored:
            labels[1, 3:] = -100
        upstream = case.randn(1, dtype=torch.float64)[0]
        upstream = upstream.sign() * (upstream.abs() + 0.3)
        loss, gradient = wanted(logits, labels)
        got = learner.vjp(learner.causal_lm_loss, logits, labels, upstream=upstream)
        expect.close(got.value, loss, what={"en": "the loss", "zh-CN": "损失"})
        found = expect.tensor(got.inputs[0], shape=tuple(logits.shape), what=GRADIENT)
        what = {"en": "the gradient at the last position", "zh-CN": "最后一个位置的梯度"}
        expect.equal(found[:, -1], torch.zeros_like(found[:, -1]), what=what)
        expect.close(found, gradient * upstream, what=GRADIENT)


@check(
    {"en": "Large logits, and both dtypes", "zh-CN": "大的 logits，以及两种 dtype"},
    hint={
        "en": "exp(1000) overflows: log_softmax and cross_entropy subtract the maximum first.",
        "zh-CN": "exp(1000) 会溢出：log_softmax 和 cross_entropy 会先减去最大值。",
    },
)
def is_stable(learner, case):
    for dtype in (torch.float32, torch.float64):
        logits, labels = draw(case, 2, 5, 6, dtype)
        what = {"en": f"the loss in {dtype}", "zh-CN": f"{dtype} 的损失"}
        got = learner.causal_lm_loss(logits, labels)
        expect.tensor(got, shape=(), dtype=dtype, what=what)
        expect.close(got, wanted(logits, labels)[0], rtol=1e-5 if dtype == torch.float32 else 1e-7, what=what)
        large = logits * 400
        what = {"en": f"the loss of large logits in {dtype}", "zh-CN": f"logits 很大时 {dtype} 的损失"}
        got = learner.causal_lm_loss(large, labels)
        expect.close(got, wanted(large, labels)[0], rtol=1e-4 if dtype == torch.float32 else 1e-7, what=what)


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={"en": "Do not write into labels, nor into a slice of it.", "zh-CN": "不要写入 labels，也不要写入它的切片。"},
)
def leaves_the_arguments_alone(learner, case):
    logits, labels = draw(case, 3, 5, 4)
    labels[1, 2:] = -100
    labels[2, 0] = -100
    seen = learner.observe(learner.causal_lm_loss, logits, labels)
    for name, before, after in zip(("logits", "labels"), (logits, labels), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
