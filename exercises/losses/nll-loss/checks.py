"""Hidden checks of the exercise nll-loss; the expected numbers come from F.nll_loss."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

GRADIENT = {"en": "the gradient of logp", "zh-CN": "logp 的梯度"}


def draw(case, n, c, ignore_index=-100, dtype=torch.float32):
    """Log-probabilities, targets with every class and two ignored samples, and weights far from 1."""
    logp = F.log_softmax(case.randn(n, c, dtype=dtype) * 2, dim=1)
    classes = torch.arange(n, device=case.device) % c
    target = classes[torch.randperm(n, generator=case.generator)]
    target[[1, n - 2]] = ignore_index
    return logp, target, case.rand(c, dtype=dtype) * 3 + 0.2


def call_text(weight, ignore_index, reduction):
    weighted = "" if weight is None else ", weight"
    text = f"nll_loss(logp, target{weighted}, ignore_index={ignore_index}, reduction='{reduction}')"
    return {"en": f"`{text}`", "zh-CN": f"`{text}` "}


def compare(learner, case, reduction, *, weighted):
    for ignore_index in (-100, 2, -1):
        logp, target, weight = draw(case, 11, 4, ignore_index)
        options = {"weight": weight if weighted else None, "ignore_index": ignore_index, "reduction": reduction}
        got = learner.nll_loss(logp, target, **options)
        expect.close(got, F.nll_loss(logp, target, **options), rtol=1e-5, what=call_text(**options))


@check(
    {"en": "The plain mean of -logp[target]", "zh-CN": "-logp[target] 的普通均值"},
    hint={"en": "Pick one column per row, and mind the sign.", "zh-CN": "每一行取一列，并注意符号。"},
    visible=True,
)
def averages_the_picked_entries(learner, case):
    for n, c in ((7, 4), (5, 5), (1, 3)):
        logp = F.log_softmax(case.randn(n, c), dim=1)
        target = torch.randint(0, c, (n,), generator=case.generator).to(case.device)
        what = {"en": f"the loss for N={n}, C={c}", "zh-CN": f"N={n}、C={c} 时的损失"}
        expect.close(learner.nll_loss(logp, target), F.nll_loss(logp, target), rtol=1e-5, what=what)


@check(
    {"en": "'none' keeps one entry per sample", "zh-CN": "'none' 为每个样本保留一个元素"},
    points=2,
    hint={"en": "Ignored samples stay, as zeros.", "zh-CN": "被忽略的样本仍然保留，值为 0。"},
)
def keeps_a_loss_per_sample(learner, case):
    compare(learner, case, "none", weighted=False)
    compare(learner, case, "none", weighted=True)


@check(
    {"en": "'sum' adds the losses", "zh-CN": "'sum' 把损失相加"},
    hint={"en": "Weights count in the sum, ignored samples do not.", "zh-CN": "权重要计入总和，被忽略的样本不计入。"},
)
def sums(learner, case):
    compare(learner, case, "sum", weighted=False)
    compare(learner, case, "sum", weighted=True)


@check(
    {"en": "The mean leaves ignored samples out", "zh-CN": "均值不计被忽略的样本"},
    points=2,
    hint={"en": "They count neither above nor below the fraction bar.", "zh-CN": "分子和分母都不应包含它们。"},
)
def leaves_ignored_samples_out_of_the_mean(learner, case):
    compare(learner, case, "mean", weighted=False)


@check(
    {"en": "The weighted mean divides by the weights", "zh-CN": "加权均值除以权重之和"},
    points=2,
    hint={
        "en": "Divide by the sum of weight[target] over the samples that count.",
        "zh-CN": "除以参与计算的样本的 weight[target] 之和。",
    },
)
def divides_by_the_weights(learner, case):
    compare(learner, case, "mean", weighted=True)
    logp, target, weight = draw(case, 11, 4)
    what = {"en": "the weighted mean for weights below 0.01", "zh-CN": "权重小于 0.01 时的加权均值"}
    want = F.nll_loss(logp, target, weight / 1000)
    expect.close(learner.nll_loss(logp, target, weight / 1000), want, rtol=1e-5, what=what)


@check(
    {"en": "The gradient reaches logp, and is 0 in ignored rows", "zh-CN": "梯度传到 logp，被忽略的行为 0"},
    points=2,
    hint={
        "en": "Stay with tensor operations; .item() and detach() cut the graph.",
        "zh-CN": "只用张量运算；.item() 和 detach() 会切断计算图。",
    },
)
def differentiates(learner, case):
    for reduction in ("mean", "sum", "none"):
        for weighted in (False, True):
            logp, target, weight = draw(case, 9, 4, case.pick([-100, 1]), torch.float64)
            ignore_index = int(target[1])
            options = {"ignore_index": ignore_index, "reduction": reduction, "weight": weight if weighted else None}
            leaf = logp.clone().requires_grad_()
            want = F.nll_loss(leaf, target, **options)
            upstream = case.randn(*want.shape, dtype=torch.float64)
            (gradient,) = torch.autograd.grad(want, leaf, upstream)
            got = learner.vjp(learner.nll_loss, logp, target, upstream=upstream, **options)
            expect.close(got.value, want, what=call_text(options["weight"], ignore_index, reduction))
            expect.close(got.inputs[0], gradient, what=GRADIENT)


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={"en": "target[mask] = 0 writes into the caller's tensor.", "zh-CN": "target[mask] = 0 会写入调用者的张量。"},
)
def leaves_the_arguments_alone(learner, case):
    for reduction in ("mean", "none"):
        logp, target, weight = draw(case, 8, 3)
        seen = learner.observe(learner.nll_loss, logp, target, weight, reduction=reduction)
        names = ("logp", "target", "weight")
        for name, before, after in zip(names, (logp, target, weight), seen.arguments, strict=True):
            expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})


@check(
    {"en": "The result stays on the device of logp", "zh-CN": "结果与 logp 在同一设备上"},
    hint={"en": "New tensors need device=logp.device.", "zh-CN": "新建张量时要写 device=logp.device。"},
)
def follows_the_device(learner, case):
    logp, target, weight = (tensor.cpu() for tensor in draw(case, 6, 3))
    for reduction in ("mean", "none"):
        expect.follows_the_device(learner.on_fake_gpu(learner.nll_loss, logp, target, reduction=reduction))
        run = learner.on_fake_gpu(learner.nll_loss, logp, target, weight, reduction=reduction)
        expect.follows_the_device(run)
