"""Hidden checks of the exercise parallel-grads; the wanted gradient is that of the whole batch, in float64."""

import torch
import torch.nn.functional as F

from quizzer.checks import cached, check, expect


def weights_of(case):
    return [case.randn(*shape, dtype=torch.float64) for shape in ((3, 4), (4,), (4, 2))]


def data(case, samples):
    """Samples of very different size, so that each one's weight shows."""
    scale = torch.linspace(0.3, 3, samples, dtype=torch.float64, device=case.device)[:, None]
    return case.randn(samples, 3, dtype=torch.float64), case.randn(samples, 2, dtype=torch.float64) * scale + scale


@cached
def wanted(weights, x, y):
    first, shift, second = (weight.clone().requires_grad_() for weight in weights)
    loss = F.mse_loss(torch.tanh(x @ first + shift) @ second, y)
    return torch.autograd.grad(loss, (first, shift, second))


def compare(learner, case, samples, n_replicas):
    """The gradients are right; returns the batch sizes that the model has seen."""
    weights = weights_of(case)
    x, y = data(case, samples)
    model = learner.fixtures.model(weights)
    got = learner.parallel_grads(model, x, y, n_replicas)
    expect.is_type(got, list, what={"en": "what parallel_grads returns", "zh-CN": "parallel_grads 的返回值"})
    expect.equal(len(got), 3, what={"en": "the number of gradients (3 parameters)", "zh-CN": "梯度的个数（3 个参数）"})
    for number, (gradient, want) in enumerate(zip(got, wanted(weights, x, y), strict=True)):
        what = {
            "en": f"the gradient of parameter {number} ({samples} samples, {n_replicas} replicas)",
            "zh-CN": f"第 {number} 个参数的梯度（{samples} 个样本，{n_replicas} 个副本）",
        }
        expect.close(gradient, want, what=what, rtol=1e-7, atol=1e-9)
    return learner.fixtures.state(model)[2]


@check(
    {"en": "Even shards give the gradient of the whole batch", "zh-CN": "均分时得到整个批次的梯度"},
    points=2,
    hint={
        "en": "Each replica's loss is a mean already: with equal shards the average of the gradients is right, not their sum.",
        "zh-CN": "每个副本的损失已经是均值：各份相等时，正确的是梯度的平均，而不是总和。",
    },
    visible=True,
)
def averages_even_shards(learner, case):
    for samples, n_replicas in ((8, 4), (6, 2), (5, 1), (3, 3)):
        compare(learner, case, samples, n_replicas)


@check(
    {"en": "Uneven shards count by their sizes", "zh-CN": "不能均分时按大小加权"},
    points=3,
    hint={
        "en": "A shard of n_k samples counts n_k / N. No sample may be lost or counted twice.",
        "zh-CN": "有 n_k 个样本的一份，权重为 n_k / N。样本既不能丢，也不能重复计算。",
    },
    visible=True,
)
def weighs_uneven_shards(learner, case):
    for samples, n_replicas in ((10, 3), (7, 2), (case.pick([9, 11]), 4), (5, 4)):
        compare(learner, case, samples, n_replicas)


@check(
    {"en": "Replicas without samples do no harm", "zh-CN": "没有样本的副本不影响结果"},
    points=2,
    hint={
        "en": "They weigh nothing, and do not count in the average. Can your way of splitting give more shards than samples?",
        "zh-CN": "它们没有权重，也不计入平均。你的切分方式能应付份数多于样本数的情况吗？",
    },
)
def survives_empty_shards(learner, case):
    for samples, n_replicas in ((3, 5), (1, case.integer(2, 4)), (2, 7)):
        compare(learner, case, samples, n_replicas)


@check(
    {"en": "Each forward pass sees one shard only", "zh-CN": "每次前向传播只看到一份"},
    points=1,
    hint={
        "en": "Split x and y first; the whole batch does not fit on one replica.",
        "zh-CN": "先切分 x 和 y；整个批次放不进一个副本。",
    },
)
def splits_the_batch(learner, case):
    for samples, n_replicas in ((8, 4), (11, 4), (7, 3)):
        seen = compare(learner, case, samples, n_replicas)
        most = -(-samples // n_replicas)
        expect.that(
            bool(seen) and max(seen) <= most,
            {
                "en": f"With {samples} samples and {n_replicas} replicas a forward pass should see at most {most}, but saw {seen}.",
                "zh-CN": f"{samples} 个样本、{n_replicas} 个副本时，一次前向传播最多看到 {most} 个样本，实际为 {seen}。",
            },
        )


@check(
    {"en": "The model and its .grad stay as they are", "zh-CN": "模型和它的 .grad 保持不变"},
    points=2,
    hint={
        "en": "backward() adds to .grad; torch.autograd.grad returns the gradients instead. Or work on copies of the model.",
        "zh-CN": "backward() 会累加到 .grad；torch.autograd.grad 则直接返回梯度。也可以在模型的副本上计算。",
    },
)
def leaves_the_model_alone(learner, case):
    for with_gradients in (False, True):
        weights, old = weights_of(case), weights_of(case)
        x, y = data(case, 7)
        model = learner.fixtures.model(weights, old if with_gradients else None)
        got = learner.parallel_grads(model, x, y, 3)
        parameters, gradients, _ = learner.fixtures.state(model)
        for number in range(3):
            what = {"en": f"parameter {number} after the call", "zh-CN": f"调用之后的第 {number} 个参数"}
            expect.equal(parameters[number], weights[number], what=what)
            what = {"en": f".grad of parameter {number} after the call", "zh-CN": f"调用之后第 {number} 个参数的 .grad"}
            if with_gradients:
                expect.equal(gradients[number], old[number], what=what)
            else:
                expect.that(
                    gradients[number] is None,
                    {
                        "en": f"{what['en']} should be None, but it is a tensor.",
                        "zh-CN": f"{what['zh-CN']}应为 None，实际是张量。",
                    },
                )
        expect.is_type(got, list, what={"en": "what parallel_grads returns", "zh-CN": "parallel_grads 的返回值"})
        for number, (gradient, want) in enumerate(zip(got, wanted(weights, x, y), strict=True)):
            what = {
                "en": f"the gradient of parameter {number} where .grad holds something"
                if with_gradients
                else f"the gradient of parameter {number}",
                "zh-CN": f".grad 已有内容时第 {number} 个参数的梯度" if with_gradients else f"第 {number} 个参数的梯度",
            }
            expect.close(gradient, want, what=what, rtol=1e-7, atol=1e-9)


@check(
    {"en": "x and y are not changed", "zh-CN": "不修改 x 和 y"},
    hint={"en": "Shards are views: do not write into them.", "zh-CN": "各份是视图：不要写入它们。"},
)
def leaves_the_data_alone(learner, case):
    x, y = data(case, 7)
    seen = learner.observe(learner.parallel_grads, learner.fixtures.model(weights_of(case)), x, y, 3)
    tensors = [value for value in seen.arguments if isinstance(value, torch.Tensor)]
    for name, before, after in zip("xy", (x, y), tensors, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})
