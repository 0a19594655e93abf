# caught-by: works_as_collate_fn
# mistake: You seem to remember the longest sequence of earlier batches.
# mistake[zh-CN]: 你似乎记住了之前批次里最长的序列。
"""A tensor full of padding, into which the sequences are written."""

import torch


seen = []


def pad_collate(batch, pad_value=0):
    sequences = [sequence for sequence, _ in batch]
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    seen.append(int(lengths.max()))
    longest = max(seen[-3:])
    x = torch.full((len(batch), longest), pad_value, dtype=sequences[0].dtype)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    mask = torch.arange(longest) < lengths[:, None]
    y = torch.tensor([label for _, label in batch])
    return x, lengths, mask, y
