"""Hidden checks of the exercise pad-collate."""

import torch

from quizzer.checks import check, expect

X, LENGTHS = {"en": "x", "zh-CN": "x"}, {"en": "lengths", "zh-CN": "lengths"}
MASK, Y = {"en": "mask", "zh-CN": "mask"}, {"en": "y", "zh-CN": "y"}


def draw(case, lengths, *, dtype=torch.int64, low=1, high=50):
    """Pairs with sequences of these lengths and labels of no order."""
    pairs = []
    for length in lengths:
        tokens = torch.randint(low, high, (length,), generator=case.generator)
        if dtype.is_floating_point:
            tokens = tokens + torch.rand(length, generator=case.generator)
        pairs.append((tokens.to(dtype), case.integer(0, 1000)))
    return pairs


def four(result):
    expect.is_type(result, tuple, what={"en": "what pad_collate returns", "zh-CN": "pad_collate 的返回值"})
    expect.equal(len(result), 4, what={"en": "the number of tensors returned", "zh-CN": "返回的张量个数"})
    return result


def padded(pairs, pad_value):
    longest = max(len(sequence) for sequence, _ in pairs)
    rows = [torch.nn.functional.pad(s, (0, longest - len(s)), value=pad_value) for s, _ in pairs]
    return torch.stack(rows)


def lengths_of(pairs):
    return torch.tensor([len(sequence) for sequence, _ in pairs])


def mask_of(pairs):
    lengths = lengths_of(pairs)
    return torch.arange(int(lengths.max())) < lengths[:, None]


def labels_of(pairs):
    return torch.tensor([label for _, label in pairs])


@check(
    {"en": "Rows are padded on the right, to the longest", "zh-CN": "各行在右边填充到最长序列的长度"},
    points=2,
    hint={
        "en": "Shape (N, T): sequence i stands at the left of row i.",
        "zh-CN": "形状为 (N, T)：第 i 个序列靠左放在第 i 行。",
    },
    visible=True,
)
def pads_on_the_right(learner, case):
    for lengths in ((3, 5, 1, 4), (4, 4, 4, 4), (2, 3, 1), (case.integer(20, 40), 7)):
        pairs = draw(case, lengths)
        expect.equal(four(learner.pad_collate(pairs))[0], padded(pairs, 0), what=X)


@check(
    {"en": "The padding value is the given one, else 0", "zh-CN": "填充值是给定的值，不给就是 0"},
    hint={"en": "`pad_value` is an argument: use it.", "zh-CN": "`pad_value` 是参数，请用上它。"},
)
def uses_the_padding_value(learner, case):
    pairs = draw(case, (2, 5, 3))
    for value in (-1, case.integer(60, 90)):
        expect.equal(four(learner.pad_collate(pairs, pad_value=value))[0], padded(pairs, value), what=X)
    expect.equal(four(learner.pad_collate(pairs, 7))[0], padded(pairs, 7), what=X)
    floats = draw(case, (2, 4), dtype=torch.float32)
    expect.equal(four(learner.pad_collate(floats, -1.5))[0], padded(floats, -1.5), what=X)


@check(
    {"en": "The dtype of the sequences is kept", "zh-CN": "保持序列的 dtype"},
    hint={
        "en": "`torch.zeros` and `torch.full` take a dtype.",
        "zh-CN": "`torch.zeros` 和 `torch.full` 都可以指定 dtype。",
    },
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.int64, torch.int32, torch.float64, torch.float32):
        pairs = draw(case, (2, 4, 1), dtype=dtype)
        expect.equal(four(learner.pad_collate(pairs))[0], padded(pairs, 0), what=X)


@check(
    {
        "en": "The mask marks tokens, even those equal to the padding value",
        "zh-CN": "mask 标出 token，等于填充值的也算",
    },
    points=2,
    hint={
        "en": "The values cannot tell: only position and length can.",
        "zh-CN": "看值是分不出来的，只有位置和长度才能区分。",
    },
)
def masks_by_length(learner, case):
    pairs = draw(case, (3, 5, 1, 4), low=0, high=3)
    ends = [(torch.tensor([4, 0]), 1), (torch.tensor([0, 0, 5, 0]), 2), (torch.tensor([7, 7, 0]), 0)]
    for batch, value in ((pairs, 0), (pairs, 2), (ends, 0), (ends, 7)):
        mask = four(learner.pad_collate(batch, pad_value=value))[2]
        expect.equal(mask, mask_of(batch), what=MASK)
    square = draw(case, (1, 3, 2))
    expect.equal(four(learner.pad_collate(square))[2], mask_of(square), what=MASK)


@check(
    {"en": "Lengths and labels are int64, in the order of the batch", "zh-CN": "长度和标签为 int64，顺序与批次一致"},
    hint={
        "en": "Row i of everything belongs to pair i; do not sort.",
        "zh-CN": "所有结果的第 i 行都对应第 i 对；不要排序。",
    },
)
def keeps_the_order(learner, case):
    for lengths in ((2, 6, 3, 5), (5, 1, 4)):
        pairs = draw(case, lengths)
        x, got, _, y = four(learner.pad_collate(pairs, pad_value=0))
        expect.equal(got, lengths_of(pairs), what=LENGTHS)
        expect.equal(y, labels_of(pairs), what=Y)
        expect.equal(x, padded(pairs, 0), what=X)
    zeros = [(torch.tensor([3, 0, 0]), 4), (torch.tensor([0]), 2)]
    expect.equal(four(learner.pad_collate(zeros))[1], lengths_of(zeros), what=LENGTHS)


@check(
    {"en": "Empty sequences and a batch of one", "zh-CN": "空序列，以及只有一个序列的批次"},
    hint={
        "en": "An empty sequence is a row of padding; it is not dropped.",
        "zh-CN": "空序列对应一整行填充，不能丢掉。",
    },
)
def takes_empty_sequences(learner, case):
    for lengths in ((2, 0, 3), (0, 4), (0, 0), (3,), (0,)):
        pairs = draw(case, lengths)
        x, got, mask, y = four(learner.pad_collate(pairs, pad_value=9))
        expect.equal(x, padded(pairs, 9), what=X)
        expect.equal(got, lengths_of(pairs), what=LENGTHS)
        expect.equal(mask, mask_of(pairs), what=MASK)
        expect.equal(y, labels_of(pairs), what=Y)


@check(
    {"en": "A DataLoader can use it as collate_fn", "zh-CN": "DataLoader 可以把它用作 collate_fn"},
    hint={
        "en": "Each batch is padded to its own longest sequence; nothing is remembered between batches.",
        "zh-CN": "每个批次填充到自己最长的序列，批次之间不记住任何东西。",
    },
)
def works_as_collate_fn(learner, case):
    pairs = draw(case, (2, 6, 1, 3, 2, 2, 5))
    batches = learner.fixtures.load(pairs, learner.pad_collate, 3)
    for start, batch in zip((0, 3, 6), batches, strict=True):
        part = pairs[start : start + 3]
        x, got, mask, y = four(batch)
        expect.equal(x, padded(part, 0), what=X)
        expect.equal(got, lengths_of(part), what=LENGTHS)
        expect.equal(mask, mask_of(part), what=MASK)
        expect.equal(y, labels_of(part), what=Y)


@check(
    {"en": "The sequences given stay as they are", "zh-CN": "传入的序列保持不变"},
    hint={"en": "Write into a new tensor.", "zh-CN": "请写入新的张量。"},
)
def leaves_the_batch_alone(learner, case):
    pairs = draw(case, (2, 5, 3))
    run = learner.observe(learner.pad_collate, pairs, 4)
    expect.that(
        not run.changed,
        {"en": "pad_collate changes the sequences that it is given.", "zh-CN": "pad_collate 修改了传入的序列。"},
    )
