"""Hidden checks of the exercise double-softmax-fix."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

LOGITS = {"en": "what forward returns", "zh-CN": "forward 的返回值"}
RAW = {"en": "what the last nn.Linear returns", "zh-CN": "最后一个 nn.Linear 的返回值"}


def model_of(learner, features, classes):
    """A model whose outputs are far from uniform."""
    model = learner.Classifier(features, classes)
    learner.fixtures.stretch(model, 2.5)
    return model


def targets(case, classes, n):
    return torch.randint(0, classes, (n,), generator=case.generator).to(case.device)


@check(
    {"en": "forward returns logits", "zh-CN": "forward 返回 logits"},
    points=2,
    hint={
        "en": "Neither softmax nor log_softmax belongs into forward: the last linear layer's output is enough.",
        "zh-CN": "forward 里不应有 softmax，也不应有 log_softmax：返回最后一个线性层的输出即可。",
    },
    visible=True,
)
def returns_logits(learner, case):
    for n, features, classes in ((6, 4, 3), (3, 5, 3)):
        model = model_of(learner, features, classes)
        logits = expect.tensor(model(case.randn(n, features) * 2), shape=(n, classes), what=LOGITS)
        for dim, name, name_zh in ((1, "rows", "行"), (0, "columns", "列")):
            for value, kind, kind_zh in ((logits, "", ""), (logits.exp(), "exponentiated ", "取指数后的")):
                sums = value.sum(dim)
                expect.that(
                    not torch.allclose(sums, torch.ones_like(sums), atol=1e-3),
                    {
                        "en": f"the {kind}{name} of what forward returns sum to 1: these are no raw scores",
                        "zh-CN": f"forward 返回值{kind_zh}各{name_zh}之和为 1：这不是原始分数",
                    },
                )
        if n == 3:
            model.eval()
        returned, raw = learner.fixtures.last_linear(model, case.randn(n, features) * 2)
        raw = expect.tensor(raw, shape=(n, classes), what=RAW)
        expect.close(expect.tensor(returned, shape=(n, classes), what=LOGITS), raw, what=LOGITS)


@check(
    {"en": "The layers are as they were: linear, ReLU, linear", "zh-CN": "各层保持原样：线性层、ReLU、线性层"},
    hint={
        "en": "The bug is none of the layers: 32 hidden units, a ReLU after them, and a linear layer.",
        "zh-CN": "错误不在各层里：32 个隐藏单元，后接 ReLU，再接一个线性层。",
    },
)
def keeps_the_layers(learner, case):
    for n, features, classes in ((6, 4, 3), (5, 3, 4)):
        model, x = model_of(learner, features, classes), case.randn(n, features) * 2
        parts = {tuple(part.shape): part for part in learner.fixtures.parameters(model)}
        shapes = [(32, features), (32,), (classes, 32), (classes,)]
        what = {"en": "the shapes of the parameters", "zh-CN": "各参数的形状"}
        expect.equal(sorted(parts), sorted(shapes), what=what)
        first, first_bias, last, last_bias = (parts[shape] for shape in shapes)
        want = F.linear(F.linear(x, first, first_bias).relu(), last, last_bias)
        expect.close(expect.tensor(model(x), shape=(n, classes), what=LOGITS).detach(), want, rtol=1e-4, what=LOGITS)


@check(
    {"en": "The loss is the cross-entropy of the logits", "zh-CN": "损失是 logits 的交叉熵"},
    points=2,
    hint={
        "en": "F.cross_entropy takes the raw scores and does the rest itself.",
        "zh-CN": "F.cross_entropy 直接接收原始分数，其余由它完成。",
    },
)
def takes_the_cross_entropy_of_the_logits(learner, case):
    for n, features, classes in ((7, 4, 3), (4, 3, 4), (1, 4, 5)):
        model, x, y = model_of(learner, features, classes), case.randn(n, features) * 2, targets(case, classes, n)
        logits = expect.tensor(model(x), shape=(n, classes), what=LOGITS)
        what = {"en": "the loss", "zh-CN": "损失"}
        expect.close(learner.loss_fn(model, x, y), F.cross_entropy(logits.detach(), y), rtol=1e-4, what=what)


@check(
    {"en": "predict_proba gives the softmax of each row", "zh-CN": "predict_proba 对每一行做 softmax"},
    points=2,
    hint={
        "en": "If forward returns logits now, who makes probabilities?",
        "zh-CN": "forward 现在返回 logits，那么概率由谁来计算？",
    },
)
def predicts_probabilities(learner, case):
    for n, features, classes in ((6, 4, 3), (3, 5, 3)):
        model, x = model_of(learner, features, classes), case.randn(n, features) * 2
        logits = expect.tensor(model(x), shape=(n, classes), what=LOGITS)
        got = expect.tensor(learner.fixtures.proba(model, x), shape=(n, classes))
        what = {"en": "what predict_proba returns", "zh-CN": "predict_proba 的返回值"}
        expect.close(got.detach(), F.softmax(logits.detach(), dim=1), rtol=1e-4, what=what)
        expect.close(got.sum(1).detach(), 1.0, what={"en": "the sum of a row", "zh-CN": "一行之和"})


@check(
    {"en": "The loss falls below 0.2 in training", "zh-CN": "训练后损失降到 0.2 以下"},
    points=2,
    hint={
        "en": "With a softmax too many, the loss for 3 classes cannot go below 0.5514.",
        "zh-CN": "多做一次 softmax 时，3 类的损失不可能低于 0.5514。",
    },
)
def trains_to_a_small_loss(learner, case):
    y = torch.arange(45, device=case.device) % 3
    centres = torch.tensor([[4.0, 0.0], [-2.0, 3.5], [-2.0, -3.5]], device=case.device)
    x = centres[y] + 0.3 * case.randn(45, 2)
    learner.seed(case.integer(0, 10**6))
    loss = learner.fixtures.trained_loss(learner.Classifier(2, 3), learner.loss_fn, x, y, 250)
    expect.between(loss, 0.0, 0.2, what={"en": "the loss after 250 steps", "zh-CN": "250 步之后的损失"})
