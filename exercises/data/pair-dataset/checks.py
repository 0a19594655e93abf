"""Hidden checks of the exercise pair-dataset."""

import torch

from quizzer.checks import check, expect

SAMPLE = {"en": "the sample", "zh-CN": "样本"}
LABEL = {"en": "the label", "zh-CN": "标签"}


def draw(case, rows, *shape, dtype=torch.float32):
    """Samples of this shape, and labels that differ from row to row."""
    data = (case.randn(rows, *shape) * 50).to(dtype)
    labels = torch.randperm(rows, generator=case.generator).to(case.device) * 3 + 5
    return data, labels


def pair_of(item):
    expect.is_type(item, tuple, what={"en": "`dataset[i]`", "zh-CN": "`dataset[i]`"})
    expect.equal(
        len(item), 2, what={"en": "the number of elements of `dataset[i]`", "zh-CN": "`dataset[i]` 的元素个数"}
    )
    return item


def same_pair(item, data, labels, row):
    x, y = pair_of(item)
    expect.equal(x, data[row], what=SAMPLE)
    expect.equal(y, labels[row], what=LABEL)


@check(
    {"en": "It is a Dataset and knows its length", "zh-CN": "它是 Dataset，并且知道自己的长度"},
    hint={"en": "`__len__` counts samples: the size of dimension 0.", "zh-CN": "`__len__` 数的是样本：第 0 维的大小。"},
    visible=True,
)
def knows_its_length(learner, case):
    for rows, shape in ((7, (4,)), (1, (3, 2)), (0, (5,)), (case.integer(9, 20), ())):
        dataset = learner.PairDataset(*draw(case, rows, *shape))
        expect.that(
            dataset.is_a("torch.utils.data.dataset.Dataset"),
            {"en": "PairDataset should be a subclass of Dataset.", "zh-CN": "PairDataset 应是 Dataset 的子类。"},
        )
        what = {"en": f"the length for {rows} samples", "zh-CN": f"有 {rows} 个样本时的长度"}
        expect.equal(len(dataset), rows, what=what)


@check(
    {"en": "An item is one sample with its label, types kept", "zh-CN": "一项就是一个样本和它的标签，类型不变"},
    points=2,
    hint={
        "en": "Row i of data and row i of labels, as a tuple of two tensors; nothing is converted.",
        "zh-CN": "data 的第 i 行和 labels 的第 i 行，组成含两个张量的元组，不做任何转换。",
    },
)
def gives_one_pair(learner, case):
    for shape, dtype in (((4,), torch.float32), ((2, 3), torch.float64), ((), torch.float32), ((3, 2, 5), torch.uint8)):
        data, labels = draw(case, 6, *shape, dtype=dtype)
        dataset = learner.PairDataset(data, labels)
        for row in (0, case.integer(1, 4), 5):
            same_pair(dataset[row], data, labels, row)
    data, targets = case.randn(5, 3), case.randn(5, 2, dtype=torch.float64)
    same_pair(learner.PairDataset(data, targets)[2], data, targets, 2)


@check(
    {"en": "The transform runs once per access, on the sample alone", "zh-CN": "变换每次访问运行一次，且只作用于样本"},
    points=2,
    hint={
        "en": "Call the transform in `__getitem__`, on that one row. Keep nothing for the next access.",
        "zh-CN": "在 `__getitem__` 里对那一行调用变换，不要为下一次访问保存任何结果。",
    },
)
def transforms_lazily(learner, case):
    data, labels = draw(case, 5, 3)
    transform = learner.fixtures.recorder(7)
    dataset = learner.PairDataset(data, labels, transform)
    calls = {"en": "the number of calls of transform after {}", "zh-CN": "{}之后 transform 被调用的次数"}
    len(dataset)
    what = {"en": calls["en"].format("the constructor"), "zh-CN": calls["zh-CN"].format("构造")}
    expect.equal(len(transform.seen), 0, what=what)
    for number, row in enumerate((3, 1, 3), start=1):
        x, y = pair_of(dataset[row])
        what = {"en": "the transformed sample", "zh-CN": "变换后的样本"}
        expect.equal(x, data[row] * 7, what=what)
        expect.equal(y, labels[row], what=LABEL)
        times_en, times_zh = f"{number} access(es)", f" {number} 次访问"
        what = {"en": calls["en"].format(times_en), "zh-CN": calls["zh-CN"].format(times_zh)}
        seen = transform.seen
        expect.equal(len(seen), number, what=what)
        expect.equal(seen[-1], data[row], what={"en": "what transform was given", "zh-CN": "传给 transform 的值"})
    keyword = learner.PairDataset(data=data, labels=labels, transform=transform)
    expect.equal(pair_of(keyword[0])[0], data[0] * 7, what={"en": "the transformed sample", "zh-CN": "变换后的样本"})


@check(
    {"en": "A negative index counts from the end", "zh-CN": "负的索引从末尾数起"},
    hint={"en": "`data[-1]` is the last row of a tensor too.", "zh-CN": "对张量来说，`data[-1]` 同样是最后一行。"},
)
def counts_from_the_end(learner, case):
    data, labels = draw(case, 6, 2)
    dataset = learner.PairDataset(data, labels)
    for index in (-1, -case.integer(2, 5), -6):
        same_pair(dataset[index], data, labels, index)


@check(
    {"en": "There is an end, for indices and for iteration", "zh-CN": "索引和迭代都有尽头"},
    points=2,
    hint={
        "en": "Outside of the range: IndexError. That is how plain iteration notices the end.",
        "zh-CN": "超出范围就抛出 IndexError，普通迭代正是靠它知道已经到头。",
    },
)
def ends(learner, case):
    for rows in (5, 1):
        data, labels = draw(case, rows, 3)
        dataset = learner.PairDataset(data, labels)
        for index in (rows, rows + 3, -rows - 1, -rows - 4):
            what = {"en": f"dataset[{index}] of {rows} samples", "zh-CN": f"{rows} 个样本时的 dataset[{index}]"}
            with expect.raises(IndexError, what=what):
                dataset[index]
        items = learner.fixtures.first_items(dataset, rows + 2)
        what = {
            "en": f"the number of items that iteration gives for {rows} samples",
            "zh-CN": f"迭代 {rows} 个样本得到的项数",
        }
        expect.equal(len(items), rows, what=what)
        for row, item in enumerate(items):
            same_pair(item, data, labels, row)


@check(
    {"en": "Unequal lengths are refused at once", "zh-CN": "长度不一致时立即拒绝"},
    hint={
        "en": "Compare the two lengths in the constructor; too many labels are as wrong as too few.",
        "zh-CN": "在构造函数里比较两个长度；标签多了和少了一样不对。",
    },
)
def refuses_unequal_lengths(learner, case):
    data, labels = draw(case, 6, 6)
    for rows, count in ((5, 6), (6, 5), (6, 0)):
        what = {
            "en": f"PairDataset with {rows} samples and {count} labels",
            "zh-CN": f"{rows} 个样本、{count} 个标签的 PairDataset",
        }
        with expect.raises(ValueError, AssertionError, what=what):
            learner.PairDataset(data[:rows], labels[:count])


@check(
    {"en": "A DataLoader makes batches of it", "zh-CN": "DataLoader 能用它生成批次"},
    hint={
        "en": "Each item must be one sample: the loader adds the batch dimension.",
        "zh-CN": "每一项都应是单个样本，批维度由 loader 添加。",
    },
)
def loads_in_batches(learner, case):
    data, labels = draw(case, 7, 2, 3)
    dataset = learner.PairDataset(data, labels, learner.fixtures.recorder(2))
    batches = learner.fixtures.batches(dataset, 3, False, 0)
    for batch, rows in zip(batches, ((0, 3), (3, 6), (6, 7)), strict=True):
        expect.equal(batch[0], data[slice(*rows)] * 2, what={"en": "a batch of samples", "zh-CN": "一批样本"})
        expect.equal(batch[1], labels[slice(*rows)], what={"en": "a batch of labels", "zh-CN": "一批标签"})
    shuffled = learner.fixtures.batches(dataset, 4, True, case.integer(0, 9999))
    x, y = (torch.cat([batch[part] for batch in shuffled]) for part in (0, 1))
    order = y.argsort()
    what = {
        "en": "all shuffled samples, brought back in order by their labels",
        "zh-CN": "按标签恢复顺序后的全部打乱样本",
    }
    expect.equal(
        y[order], labels.sort().values, what={"en": "all shuffled labels, sorted", "zh-CN": "排序后的全部打乱标签"}
    )
    expect.equal(x[order], data[labels.argsort()] * 2, what=what)
