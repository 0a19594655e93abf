# caught-by: pads_on_the_right
# mistake: Your `pad_value` does not seem to be 0 by default.
# mistake[zh-CN]: 你的 `pad_value` 默认值似乎不是 0。
"""A tensor full of padding, into which the sequences are written."""

import torch


def pad_collate(batch, pad_value=-1):
    sequences = [sequence for sequence, _ in batch]
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    longest = int(lengths.max())
    x = torch.full((len(batch), longest), pad_value, dtype=sequences[0].dtype)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    mask = torch.arange(longest) < lengths[:, None]
    y = torch.tensor([label for _, label in batch])
    return x, lengths, mask, y
