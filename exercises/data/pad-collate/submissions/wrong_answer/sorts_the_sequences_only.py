# caught-by: pads_on_the_right
# mistake: You seem to sort the sequences, so that rows and labels no longer belong together.
# mistake[zh-CN]: 你似乎给序列排了序，行和标签不再对应。
"""A tensor full of padding, into which the sequences are written."""

import torch


def pad_collate(batch, pad_value=0):
    sequences = [sequence for sequence, _ in batch]
    sequences.sort(key=len, reverse=True)
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    longest = int(lengths.max())
    x = torch.full((len(batch), longest), pad_value, dtype=sequences[0].dtype)
    for row, sequence in zip(x, sequences):
        row[: len(sequence)] = sequence
    mask = torch.arange(longest) < lengths[:, None]
    y = torch.tensor([label for _, label in batch])
    return x, lengths, mask, y
