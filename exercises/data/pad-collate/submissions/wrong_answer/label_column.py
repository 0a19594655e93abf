# caught-by: keeps_the_order
# mistake: You seem to return the labels as a column (N, 1).
# mistake[zh-CN]: 你似乎把标签返回成了一列 (N, 1)。
"""A tensor full of padding, into which the sequences are written."""

import torch


def pad_collate(batch, pad_value=0):
    sequences = [sequence for sequence, _ in batch]
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    longest = int(lengths.max())
    x = torch.full((len(batch), longest), pad_value, dtype=sequences[0].dtype)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    mask = torch.arange(longest) < lengths[:, None]
    y = torch.tensor([label for _, label in batch])
    return x, lengths, mask, y[:, None]
