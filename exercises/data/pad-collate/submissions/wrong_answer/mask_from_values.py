# caught-by: masks_by_length
# mistake: You seem to take every token that equals `pad_value` for padding.
# mistake[zh-CN]: 你似乎把所有等于 `pad_value` 的 token 都当成了填充。
"""A tensor full of padding, into which the sequences are written."""

import torch


def pad_collate(batch, pad_value=0):
    sequences = [sequence for sequence, _ in batch]
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    longest = int(lengths.max())
    x = torch.full((len(batch), longest), pad_value, dtype=sequences[0].dtype)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    mask = x != pad_value
    y = torch.tensor([label for _, label in batch])
    return x, lengths, mask, y
