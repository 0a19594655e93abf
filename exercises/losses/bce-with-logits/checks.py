"""Hidden checks of the exercise bce-with-logits; the expected numbers come from F.binary_cross_entropy_with_logits."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

GRADIENT = {"en": "the gradient of the logits", "zh-CN": "logits 的梯度"}


def labels(case, *shape):
    return (case.rand(*shape) < 0.4).to(torch.float32)


@check(
    {"en": "The mean loss for labels 0 and 1", "zh-CN": "标签为 0 和 1 时的平均损失"},
    hint={
        "en": "Two terms: y with log s(x), 1 - y with log s(-x).",
        "zh-CN": "共两项：y 乘 log s(x)，1 - y 乘 log s(-x)。",
    },
    visible=True,
)
def averages_over_all_elements(learner, case):
    for shape in ((9,), (6, 1), (4, 3), (2, 3, 5), (), (1,)):
        logits, target = case.randn(*shape) * 3, labels(case, *shape)
        what = {"en": f"the loss for shape {shape}", "zh-CN": f"形状 {shape} 的损失"}
        want = F.binary_cross_entropy_with_logits(logits, target)
        expect.close(learner.bce_with_logits(logits, target), want, rtol=1e-5, what=what)


@check(
    {"en": "Soft targets between 0 and 1", "zh-CN": "0 与 1 之间的软标签"},
    hint={"en": "Use target as a number, not as a yes/no.", "zh-CN": "把 target 当作数来用，而不是当作是/否。"},
)
def takes_soft_targets(learner, case):
    logits, target = case.randn(5, 4) * 3, case.rand(5, 4)
    want = F.binary_cross_entropy_with_logits(logits, target)
    expect.close(learner.bce_with_logits(logits, target), want, rtol=1e-5)


@check(
    {"en": "Logits of 200 with the wrong label: the loss is 200", "zh-CN": "logits 为 200 而标签相反：损失为 200"},
    points=2,
    hint={
        "en": "F.logsigmoid or F.softplus; neither log(sigmoid) nor a clamp.",
        "zh-CN": "用 F.logsigmoid 或 F.softplus；不要用 log(sigmoid)，也不要截断。",
    },
)
def is_exact_for_large_logits(learner, case):
    size = case.uniform(150, 250)
    for x, y in ((size, 0.0), (-size, 1.0)):
        what = {
            "en": f"the loss at logit {x:.4g} with target {y:g}",
            "zh-CN": f"logit 为 {x:.4g}、目标为 {y:g} 时的损失",
        }
        logits = torch.tensor([x], device=case.device)
        expect.close(
            learner.bce_with_logits(logits, torch.full_like(logits, y)), torch.tensor(size), rtol=1e-5, what=what
        )
    for x, y in ((size, 1.0), (-size, 0.0)):
        what = {
            "en": f"the loss at logit {x:.4g} with target {y:g}",
            "zh-CN": f"logit 为 {x:.4g}、目标为 {y:g} 时的损失",
        }
        logits = torch.tensor([x], device=case.device)
        expect.close(learner.bce_with_logits(logits, torch.full_like(logits, y)), torch.tensor(0.0), what=what)


@check(
    {"en": "The gradient there is 1/n, not 0 or NaN", "zh-CN": "此处的梯度是 1/n，而不是 0 或 NaN"},
    points=2,
    hint={"en": "A clamp makes the gradient 0 outside its range.", "zh-CN": "截断会使范围之外的梯度变为 0。"},
)
def has_a_gradient_for_large_logits(learner, case):
    n = case.integer(4, 7)
    logits = (case.rand(n) + 1) * 200
    logits[::2] *= -1
    target = (logits < 0).float()
    got = learner.vjp(learner.bce_with_logits, logits, target)
    expect.close(got.inputs[0], logits.sign() / n, what=GRADIENT)
    logits = torch.tensor([40.0, -40.0, 15.0], device=case.device)
    target = torch.tensor([0.0, 1.0, 0.5], device=case.device)
    leaf = logits.clone().requires_grad_()
    (want,) = torch.autograd.grad(F.binary_cross_entropy_with_logits(leaf, target), leaf)
    expect.close(learner.vjp(learner.bce_with_logits, logits, target).inputs[0], want, what=GRADIENT)


@check(
    {"en": "pos_weight scales the positive term", "zh-CN": "pos_weight 缩放正样本项"},
    points=2,
    hint={
        "en": "It multiplies y * log s(x) alone, and the mean still divides by the number of elements.",
        "zh-CN": "它只乘在 y * log s(x) 上，均值仍除以元素个数。",
    },
)
def weighs_the_positive_term(learner, case):
    logits = case.randn(5, 3) * 3
    weights = (case.rand(3) * 4 + 1.5, torch.tensor(case.uniform(2, 5), device=case.device))
    for pos_weight in weights:
        for target in (labels(case, 5, 3), case.rand(5, 3)):
            want = F.binary_cross_entropy_with_logits(logits, target, pos_weight=pos_weight)
            shape = tuple(pos_weight.shape)
            what = {
                "en": f"the loss with a pos_weight of shape {shape}",
                "zh-CN": f"pos_weight 形状为 {shape} 时的损失",
            }
            expect.close(learner.bce_with_logits(logits, target, pos_weight), want, rtol=1e-5, what=what)
    big = torch.tensor([-200.0, 200.0], device=case.device)
    want = torch.tensor(300.0, device=case.device)
    three = torch.tensor(3.0, device=case.device)
    expect.close(learner.bce_with_logits(big, torch.ones_like(big), pos_weight=three), want, rtol=1e-5)


@check(
    {"en": "The gradient of the logits, in float64", "zh-CN": "logits 的梯度（float64）"},
    hint={
        "en": "Stay with tensor operations and the dtype of logits.",
        "zh-CN": "只用张量运算，并保持 logits 的 dtype。",
    },
)
def differentiates(learner, case):
    logits, target = case.randn(4, 3, dtype=torch.float64) * 3, case.rand(4, 3, dtype=torch.float64)
    pos_weight, upstream = case.rand(3, dtype=torch.float64) * 3 + 1, case.randn(dtype=torch.float64)
    for weight in (None, pos_weight):
        leaf = logits.clone().requires_grad_()
        want = F.binary_cross_entropy_with_logits(leaf, target, pos_weight=weight)
        (gradient,) = torch.autograd.grad(want, leaf, upstream)
        got = learner.vjp(learner.bce_with_logits, logits, target, weight, upstream=upstream)
        expect.close(got.value, want, rtol=1e-9, atol=1e-9)
        expect.close(got.inputs[0], gradient, rtol=1e-9, atol=1e-9, what=GRADIENT)


@check(
    {"en": "Different shapes raise instead of broadcasting", "zh-CN": "形状不同时抛出异常而不是广播"},
    points=2,
    hint={"en": "Compare logits.shape with target.shape first.", "zh-CN": "先比较 logits.shape 与 target.shape。"},
)
def refuses_other_shapes(learner, case):
    for first, second in (
        ((5, 1), (5,)),
        ((5,), (5, 1)),
        ((4, 3), (1, 3)),
        ((6,), (1,)),
        ((4, 3), (3,)),
        ((2, 3), (3, 2)),
    ):
        what = {
            "en": f"logits of shape {first} with a target of shape {second}",
            "zh-CN": f"logits 形状为 {first}、target 形状为 {second}",
        }
        with expect.raises(ValueError, RuntimeError, TypeError, AssertionError, what=what):
            learner.bce_with_logits(case.randn(*first), labels(case, *second))


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={"en": "Methods ending in _ change the caller's tensor.", "zh-CN": "以 _ 结尾的方法会修改调用者的张量。"},
)
def leaves_the_arguments_alone(learner, case):
    logits, target, weight = case.randn(5, 3), labels(case, 5, 3), case.rand(3) + 1
    seen = learner.observe(learner.bce_with_logits, logits, target, weight)
    names = ("logits", "target", "pos_weight")
    for name, before, after in zip(names, (logits, target, weight), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})


@check(
    {"en": "The result stays on the device of the logits", "zh-CN": "结果与 logits 在同一设备上"},
    hint={"en": "New tensors need device=logits.device.", "zh-CN": "新建张量时要写 device=logits.device。"},
)
def follows_the_device(learner, case):
    logits, target = case.randn(5, 3).cpu(), labels(case, 5, 3).cpu()
    expect.follows_the_device(learner.on_fake_gpu(learner.bce_with_logits, logits, target))
    expect.follows_the_device(learner.on_fake_gpu(learner.bce_with_logits, logits, target, torch.ones(3)))
