# caught-by: keeps_the_dtype
# mistake: You seem to make an int64 tensor, whatever the sequences are.
# mistake[zh-CN]: 不管序列是什么类型，你似乎总是生成 int64 张量。
"""A tensor full of padding, into which the sequences are written."""

import torch


def pad_collate(batch, pad_value=0):
    sequences = [sequence for sequence, _ in batch]
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    longest = int(lengths.max())
    x = torch.full((len(batch), longest), pad_value, dtype=torch.int64)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    mask = torch.arange(longest) < lengths[:, None]
    y = torch.tensor([label for _, label in batch])
    return x, lengths, mask, y
