"""Hidden checks of the exercise perf-confusion."""

import torch

from quizzer.checks import check, expect

MOST_OPERATIONS = 30
# Operations that only look at a tensor in another way: they cost nothing, and einsum makes many of them.
VIEWS = {
    *("alias", "as_strided", "detach", "diagonal", "expand", "narrow", "permute", "select", "slice", "split"),
    *("squeeze", "t", "transpose", "unbind", "unsqueeze", "view", "_reshape_alias", "_unsafe_view"),
}
MATRIX = {"en": "the matrix", "zh-CN": "矩阵"}


def draw(case, n, classes, *, ignored=0):
    """Targets and predictions; the first ``ignored`` targets are -100, before everything is mixed."""
    targets = torch.randint(classes, (n,), generator=case.generator)
    preds = torch.randint(classes, (n,), generator=case.generator)
    targets[:ignored] = -100
    order = torch.randperm(n, generator=case.generator)
    return targets[order], preds[order]


def count(targets, preds, classes):
    matrix = [[0] * classes for _ in range(classes)]
    for target, pred in zip(targets.tolist(), preds.tolist(), strict=True):
        if target >= 0:
            matrix[target][pred] += 1
    return torch.tensor(matrix)


def compare(learner, targets, preds, classes, what=MATRIX):
    expect.equal(learner.confusion(targets, preds, classes), count(targets, preds, classes), what=what)


@check(
    {"en": "Rows are targets, columns are predictions", "zh-CN": "行是目标，列是预测"},
    points=2,
    hint={"en": "Cell (t, p): the target gives the row.", "zh-CN": "单元 (t, p)：目标决定行。"},
    visible=True,
)
def counts_pairs(learner, case):
    # Pairs that occur once, on one side of the diagonal only.
    compare(learner, torch.tensor([0, 0, 1, 2]), torch.tensor([1, 2, 2, 3]), 4)
    classes = case.integer(5, 9)
    order = torch.randperm(classes, generator=case.generator)
    compare(learner, torch.arange(classes), order, classes)
    # Class 0 of 3 is predicted as 1, 1 as 2, and 2 as 0.
    compare(learner, torch.tensor([0, 1, 2]), torch.tensor([1, 2, 0]), 3)


@check(
    {"en": "A pair counts as often as it occurs", "zh-CN": "配对出现几次就数几次"},
    points=3,
    hint={
        "en": "matrix[t, p] += 1 counts a repeated pair once.",
        "zh-CN": "matrix[t, p] += 1 对重复的配对只数一次。",
    },
)
def counts_repeats(learner, case):
    compare(learner, torch.tensor([1, 1, 1, 0, 2, 2]), torch.tensor([2, 2, 2, 0, 1, 1]), 3)
    compare(learner, torch.ones(700, dtype=torch.int64), torch.zeros(700, dtype=torch.int64), 3)
    for n, classes in ((400, 3), (50, 2), (600, case.integer(4, 8))):
        compare(learner, *draw(case, n, classes), classes)


@check(
    {"en": "Classes that do not occur have zeros", "zh-CN": "没有出现的类别为零"},
    points=2,
    hint={
        "en": "The shape is (C, C), whatever occurs: minlength.",
        "zh-CN": "无论出现什么，形状都是 (C, C)：minlength。",
    },
)
def keeps_the_shape(learner, case):
    classes = case.integer(6, 9)
    targets, preds = draw(case, 40, 3)
    compare(learner, targets, preds, classes)
    compare(learner, targets + 1, preds + 2, classes)
    compare(learner, torch.tensor([0]), torch.tensor([0]), classes)


@check(
    {"en": "Targets of -100 are ignored", "zh-CN": "目标为 -100 的样本被忽略"},
    points=2,
    hint={"en": "Take them out before counting.", "zh-CN": "计数之前先去掉它们。"},
)
def ignores_samples(learner, case):
    classes = case.integer(3, 6)
    for ignored in (1, 30):
        compare(learner, *draw(case, 90, classes, ignored=ignored), classes)
    # 150 classes: -100 from the end is a class of its own.
    compare(learner, torch.tensor([3, -100, 149, 50, -100]), torch.tensor([2, 7, 149, 50, 149]), 150)


@check(
    {"en": "No samples, or none that counts", "zh-CN": "没有样本，或没有计入的样本"},
    hint={"en": "C rows and C columns of zeros, int64.", "zh-CN": "C 行 C 列的零，int64。"},
)
def takes_no_samples(learner, case):
    classes = case.integer(2, 6)
    empty = torch.empty(0, dtype=torch.int64)
    what = {"en": "the matrix without samples", "zh-CN": "没有样本时的矩阵"}
    compare(learner, empty, empty, classes, what)
    what = {"en": "the matrix if all samples are ignored", "zh-CN": "所有样本都被忽略时的矩阵"}
    compare(learner, *draw(case, 8, classes, ignored=8), classes, what)


@check(
    {"en": "At most 30 operations", "zh-CN": "最多 30 次运算"},
    points=3,
    hint={
        "en": "No loop over samples or classes: number the pairs and count.",
        "zh-CN": "不要逐样本或逐类别循环：给配对编号再计数。",
    },
    visible=True,
)
def takes_few_operations(learner, case):
    for n, classes in ((500, 4), (60, 40)):
        targets, preds = draw(case, n, classes, ignored=5)
        run = learner.trace(learner.confusion, targets, preds, classes)
        number = sum(name not in VIEWS for name in run.operations)
        expect.that(
            number <= MOST_OPERATIONS,
            {
                "en": f"For N={n} and C={classes}, at most {MOST_OPERATIONS} operations are allowed, but {number} are dispatched.",
                "zh-CN": f"N={n}、C={classes} 时最多允许 {MOST_OPERATIONS} 次运算，实际分派了 {number} 次。",
            },
        )


@check(
    {"en": "The arguments are not changed", "zh-CN": "不修改参数"},
    hint={
        "en": "Replacing the -100 in place writes into the caller's tensor.",
        "zh-CN": "就地替换 -100 会写入调用者的张量。",
    },
)
def leaves_the_arguments_alone(learner, case):
    classes = 5
    targets, preds = draw(case, 300, classes, ignored=20)
    seen = learner.observe(learner.confusion, targets.clone(), preds.clone(), classes)
    for name, before, after in zip(("targets", "preds"), (targets, preds), seen.arguments, strict=True):
        expect.equal(after, before, what={"en": f"`{name}` after the call", "zh-CN": f"调用之后的 `{name}` "})
    expect.equal(seen.value, count(targets, preds, classes), what=MATRIX)
