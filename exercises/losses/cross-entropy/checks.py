"""Hidden checks of the exercise cross-entropy; the expected numbers come from F.cross_entropy."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

GRADIENT = {"en": "the gradient of the logits", "zh-CN": "logits 的梯度"}


def indices(case, classes, *shape):
    return torch.randint(0, classes, shape, generator=case.generator).to(case.device)


def probabilities(case, *shape, dtype=torch.float32):
    return F.softmax(case.randn(*shape, dtype=dtype) * 2, dim=1)


def compare(learner, logits, target, smoothing=0.0):
    kind = ("class indices", "类别下标") if target.dtype == torch.int64 else ("class probabilities", "类别概率")
    what = {
        "en": f"the loss for logits {tuple(logits.shape)}, {kind[0]}, label_smoothing={smoothing}",
        "zh-CN": f"logits 形状 {tuple(logits.shape)}、{kind[1]}、label_smoothing={smoothing} 时的损失",
    }
    options = {"label_smoothing": smoothing} if smoothing else {}
    got = learner.cross_entropy(logits, target, **options)
    expect.close(got, F.cross_entropy(logits, target, **options), rtol=1e-5, what=what)


@check(
    {"en": "Class indices", "zh-CN": "类别下标"},
    hint={"en": "Softmax over axis 1; the mean is over the samples.", "zh-CN": "沿第 1 轴做 softmax；均值对样本求。"},
    visible=True,
)
def takes_class_indices(learner, case):
    for n, c in ((7, 4), (5, 5), (1, 6)):
        compare(learner, case.randn(n, c) * 3, indices(case, c, n))


@check(
    {"en": "Class probabilities", "zh-CN": "类别概率"},
    hint={"en": "Sum over the classes, then the mean over the samples.", "zh-CN": "先对类别求和，再对样本求均值。"},
)
def takes_class_probabilities(learner, case):
    for n, c in ((7, 4), (5, 5)):
        compare(learner, case.randn(n, c) * 3, probabilities(case, n, c))


@check(
    {"en": "Images: classes on axis 1, mean over pixels", "zh-CN": "图像：类别在第 1 轴，对像素求均值"},
    points=2,
    hint={
        "en": "one_hot puts the classes last; logits have them on axis 1.",
        "zh-CN": "one_hot 把类别放在最后一轴，而 logits 的类别在第 1 轴。",
    },
)
def takes_images(learner, case):
    for n, c, h, w in ((2, 3, 4, 5), (3, 3, 3, 3)):
        logits = case.randn(n, c, h, w) * 2
        for smoothing in (0.0, 0.3):
            compare(learner, logits, indices(case, c, n, h, w), smoothing)
            compare(learner, logits, probabilities(case, n, c, h, w), smoothing)


@check(
    {"en": "Label smoothing for both kinds of target", "zh-CN": "两种目标的标签平滑"},
    points=2,
    hint={
        "en": "Each of the C classes gets s/C, the right one too; (1 - s) stays with the target.",
        "zh-CN": "C 个类别各得 s/C，正确类别也包括在内；其余的 (1 - s) 归目标分布。",
    },
)
def smooths_the_labels(learner, case):
    # The last class occurs in no target.
    compare(learner, case.randn(6, 5) * 3, indices(case, 4, 6), 0.4)
    for smoothing in (0.15, case.uniform(0.3, 0.7), 1.0):
        compare(learner, case.randn(6, 4) * 3, indices(case, 4, 6), smoothing)
        compare(learner, case.randn(6, 4) * 3, probabilities(case, 6, 4), smoothing)


@check(
    {"en": "Logits of 1e4 stay finite", "zh-CN": "logits 为 1e4 时结果仍有限"},
    points=2,
    hint={
        "en": "log(softmax(x)) underflows to -inf. log_softmax does not.",
        "zh-CN": "log(softmax(x)) 会下溢成 -inf，log_softmax 不会。",
    },
)
def survives_large_logits(learner, case):
    logits = torch.tensor([[1e4, -1e4, 0.0], [0.0, 300.0, -300.0]], device=case.device) + case.randn(2, 3)
    target = torch.tensor([1, 2], device=case.device)
    for smoothing in (0.0, 0.2):
        compare(learner, logits, target, smoothing)
        leaf = logits.clone().requires_grad_()
        (want,) = torch.autograd.grad(F.cross_entropy(leaf, target, label_smoothing=smoothing), leaf)
        got = learner.vjp(learner.cross_entropy, logits, target, smoothing)
        expect.close(got.inputs[0], want, what=GRADIENT)


@check(
    {"en": "The gradient of the logits", "zh-CN": "logits 的梯度"},
    hint={"en": "It is (softmax - target) / N.", "zh-CN": "它等于 (softmax - target) / N。"},
)
def differentiates(learner, case):
    for target in (indices(case, 4, 6), probabilities(case, 6, 4, dtype=torch.float64)):
        logits = case.randn(6, 4, dtype=torch.float64)
        upstream = case.randn(dtype=torch.float64)
        leaf = logits.clone().requires_grad_()
        want = F.cross_entropy(leaf, target, label_smoothing=0.1)
        (gradient,) = torch.autograd.grad(want, leaf, upstream)
        got = learner.vjp(learner.cross_entropy, logits, target, label_smoothing=0.1, upstream=upstream)
        # A one-hot target in float32 rounds the smoothed probabilities, by up to 6e-8 of their size.
        expect.close(got.value, want, rtol=1e-6, atol=1e-6)
        expect.close(got.inputs[0], gradient, rtol=1e-6, atol=1e-6, what=GRADIENT)


@check(
    {"en": "Integer one-hot targets are refused", "zh-CN": "拒绝整数 one-hot 目标"},
    hint={
        "en": "Ask the dtype of target: only floating point means probabilities.",
        "zh-CN": "看 target 的 dtype：只有浮点数才表示概率。",
    },
)
def refuses_integer_one_hot(learner, case):
    for shape, dtype in (
        ((5, 3), torch.int64),
        ((4, 4), torch.int64),
        ((5, 3), torch.int32),
        ((2, 3, 4, 5), torch.int64),
    ):
        n, c, *rest = shape
        target = F.one_hot(indices(case, c, n, *rest), c).movedim(-1, 1).to(dtype)
        name = str(dtype).removeprefix("torch.")
        what = {
            "en": f"an {name} target of the shape of the logits {shape}",
            "zh-CN": f"与 logits 同形状 {shape} 的 {name} 目标",
        }
        with expect.raises(ValueError, TypeError, IndexError, RuntimeError, what=what):
            learner.cross_entropy(case.randn(*shape), target)


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={"en": "Methods ending in _ change the caller's tensor.", "zh-CN": "以 _ 结尾的方法会修改调用者的张量。"},
)
def leaves_the_arguments_alone(learner, case):
    logits = case.randn(5, 3)
    for target in (indices(case, 3, 5), probabilities(case, 5, 3)):
        seen = learner.observe(learner.cross_entropy, logits, target, 0.2)
        for name, before, after in zip(("logits", "target"), (logits, target), seen.arguments, strict=True):
            expect.equal(after, before, what={"en": f"{name} after the call", "zh-CN": f"调用之后的 {name}"})


@check(
    {"en": "The result stays on the device of the logits", "zh-CN": "结果与 logits 在同一设备上"},
    hint={"en": "New tensors need device=logits.device.", "zh-CN": "新建张量时要写 device=logits.device。"},
)
def follows_the_device(learner, case):
    logits = case.randn(5, 3).cpu()
    for target in (indices(case, 3, 5).cpu(), probabilities(case, 5, 3).cpu()):
        expect.follows_the_device(learner.on_fake_gpu(learner.cross_entropy, logits, target, 0.2))
