# caught-by: masks_by_length
# mistake: Your mask seems to have shape (T, N).
# mistake[zh-CN]: 你的 mask 的形状似乎是 (T, N)。
"""A tensor full of padding, into which the sequences are written."""

import torch


def pad_collate(batch, pad_value=0):
    sequences = [sequence for sequence, _ in batch]
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    longest = int(lengths.max())
    x = torch.full((len(batch), longest), pad_value, dtype=sequences[0].dtype)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    mask = torch.arange(longest)[:, None] < lengths
    y = torch.tensor([label for _, label in batch])
    return x, lengths, mask, y
