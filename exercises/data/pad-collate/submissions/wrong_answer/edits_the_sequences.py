# caught-by: leaves_the_batch_alone
# mistake: You seem to change the sequences that you are given.
# mistake[zh-CN]: 你似乎修改了传入的序列。
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
    for sequence in sequences:
        sequence.fill_(pad_value)
    return x, lengths, mask, y
