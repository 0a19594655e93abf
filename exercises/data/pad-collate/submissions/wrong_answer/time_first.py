# caught-by: pads_on_the_right
# mistake: Your `x` seems to have shape (T, N): `pad_sequence` does that unless it is told `batch_first=True`.
# mistake[zh-CN]: 你的 `x` 的形状似乎是 (T, N)：不写 `batch_first=True`，`pad_sequence` 就会这样。
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
    return x.T.contiguous(), lengths, mask, y
