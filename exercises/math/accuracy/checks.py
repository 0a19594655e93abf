"""Hidden checks of the exercise accuracy.

Each input is made from its predictions, so that the right count is known and differs from what usual mistakes give.
"""

import torch

from quizzer.checks import check, expect


def logits_for(case, predicted, classes):
    """Logits whose largest entry in row i is ``predicted[i]``, by at least 1; the other entries may exceed those of other rows."""
    n = len(predicted)
    logits = case.rand(n, classes)
    rows = torch.arange(n, device=case.device)
    logits[rows, predicted] += 2
    # Each row has a level of its own: only within a row do the entries compare.
    return logits + 10 * (torch.randperm(n, generator=case.generator).to(case.device)[:, None] - n // 2)


def draw(case, n, classes, right):
    """Logits and targets of which the first ``right`` are predicted, then shuffled."""
    predicted = torch.randint(0, classes, (n,), generator=case.generator).to(case.device)
    targets = predicted.clone()
    targets[right:] = (targets[right:] + 1 + torch.arange(n - right, device=case.device) % (classes - 1)) % classes
    order = torch.randperm(n, generator=case.generator).to(case.device)
    return logits_for(case, predicted, classes)[order], targets[order]


def value(got, want, what):
    expect.is_type(got, float, what=what)
    expect.between(got, want - 1e-6, want + 1e-6, what=what)


@check(
    {"en": "The share of right predictions, as a Python float", "zh-CN": "预测正确的比例，为 Python 浮点数"},
    points=2,
    hint={
        "en": "One prediction per row: argmax over the classes. `.item()` gives a Python number.",
        "zh-CN": "每行一个预测：沿类别做 argmax。`.item()` 给出 Python 数。",
    },
    visible=True,
)
def counts_right_predictions(learner, case):
    for n, classes, right in ((8, 3, 5), (3, 6, 2), (20, 4, 7), (5, 3, 5), (6, 4, 0), (1, 5, 1)):
        logits, targets = draw(case, n, classes, right)
        what = {"en": f"the accuracy for N={n}, C={classes}", "zh-CN": f"N={n}、C={classes} 时的准确率"}
        value(learner.accuracy(logits, targets), right / n, what)
    near = torch.tensor([[-3.0, -2.9999], [3.0, 3.0001], [3.0001, 3.0]], device=case.device)
    what = {"en": "the accuracy for logits that differ by 0.0001", "zh-CN": "logit 相差 0.0001 时的准确率"}
    value(learner.accuracy(near, torch.tensor([1, 1, 0], device=case.device)), 1.0, what)


@check(
    {"en": "As many samples as classes", "zh-CN": "样本数与类别数相同"},
    points=2,
    hint={
        "en": "argmax over dim 0 raises no error here. Classes lie along dim 1.",
        "zh-CN": "这里沿第 0 维 argmax 不会报错。类别在第 1 维。",
    },
)
def goes_along_the_classes(learner, case):
    what = {"en": "the accuracy for N = C = 5", "zh-CN": "N = C = 5 时的准确率"}
    # The largest logit of every column stands in one row: over dim 0, one answer comes five times.
    predicted = torch.randperm(5, generator=case.generator).to(case.device)
    logits = logits_for(case, predicted, 5)
    value(learner.accuracy(logits, predicted), 1.0, what)
    value(learner.accuracy(logits, (predicted + 1) % 5), 0.0, what)


@check(
    {"en": "Ignored samples leave both counts", "zh-CN": "被忽略的样本不计入任何一个计数"},
    points=2,
    hint={
        "en": "Divide by the number of samples that are not ignored, and count right ones among these only.",
        "zh-CN": "除以未被忽略的样本数，也只在这些样本里数答对的。",
    },
)
def leaves_ignored_samples_out(learner, case):
    for ignore_index in (-100, -1, 2):
        predicted = torch.tensor([0, 1, 2, 2, 3, 0, 1, 3, 2], device=case.device)
        targets = torch.tensor([0, 3, 1, ignore_index, 3, ignore_index, 1, 0, ignore_index], device=case.device)
        order = torch.randperm(9, generator=case.generator).to(case.device)
        logits, targets = logits_for(case, predicted, 4)[order], targets[order]
        options = {} if ignore_index == -100 else {"ignore_index": ignore_index}
        what = {
            "en": f"the accuracy with ignore_index={ignore_index}",
            "zh-CN": f"ignore_index={ignore_index} 时的准确率",
        }
        value(learner.accuracy(logits, targets, **options), 3 / 6, what)


@check(
    {"en": "With no sample left the result is 0.0", "zh-CN": "没有样本参与计算时结果为 0.0"},
    hint={"en": "Do not divide by 0.", "zh-CN": "不要除以 0。"},
)
def gives_zero_without_samples(learner, case):
    what = {"en": "the accuracy where all are ignored", "zh-CN": "全部被忽略时的准确率"}
    value(learner.accuracy(case.randn(4, 3), torch.full((4,), -100, device=case.device)), 0.0, what)
    value(learner.accuracy(case.randn(5, 3), torch.full((5,), 1, device=case.device), ignore_index=1), 0.0, what)
    empty = torch.zeros(0, dtype=torch.int64, device=case.device)
    value(learner.accuracy(case.randn(0, 3), empty), 0.0, {"en": "the accuracy for N=0", "zh-CN": "N=0 时的准确率"})


@check(
    {"en": "Of equal logits the first counts", "zh-CN": "logit 相等时取第一个"},
    hint={
        "en": "argmax gives one index per row; comparing with the maximum lets several classes win.",
        "zh-CN": "argmax 每行只给一个下标；拿最大值来比较会让几个类别同时胜出。",
    },
)
def takes_the_first_of_equals(learner, case):
    logits = torch.tensor([[1.0, 5.0, 5.0], [2.0, 2.0, 2.0], [3.0, 0.0, 3.0], [0.0, 4.0, 4.0]], device=case.device)
    what = {"en": "the accuracy where logits are equal", "zh-CN": "有相等的 logit 时的准确率"}
    value(learner.accuracy(logits, torch.tensor([1, 0, 0, 1], device=case.device)), 1.0, what)
    value(learner.accuracy(logits, torch.tensor([2, 2, 2, 1], device=case.device)), 0.25, what)


@check(
    {"en": "No argument is changed", "zh-CN": "不修改任何参数"},
    hint={
        "en": "targets[mask] = 0 writes into the caller's tensor.",
        "zh-CN": "targets[mask] = 0 会写入调用者的张量。",
    },
)
def leaves_the_arguments_alone(learner, case):
    logits, targets = draw(case, 8, 3, 4)
    targets[2] = targets[5] = -100
    seen = learner.observe(learner.accuracy, logits.clone(), targets.clone())
    for name, before, after in zip(("logits", "targets"), (logits, targets), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"`{name}` after the call", "zh-CN": f"调用之后的 `{name}` "})
