# caught-by: takes_empty_sequences
# mistake: You seem to leave empty sequences out.
# mistake[zh-CN]: 你似乎把空序列丢掉了。
"""A tensor full of padding, into which the sequences are written."""

import torch


def pad_collate(batch, pad_value=0):
    batch = [pair for pair in batch if len(pair[0])] or batch
    sequences = [sequence for sequence, _ in batch]
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    longest = int(lengths.max())
    x = torch.full((len(batch), longest), pad_value, dtype=sequences[0].dtype)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    mask = torch.arange(longest) < lengths[:, None]
    y = torch.tensor([label for _, label in batch])
    return x, lengths, mask, y
