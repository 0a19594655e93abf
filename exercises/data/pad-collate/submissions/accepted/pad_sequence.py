"""torch's pad_sequence; the mask is padded in the same way."""

import torch
from torch.nn.utils.rnn import pad_sequence


def pad_collate(batch, pad_value=0):
    xs, ys = zip(*batch)
    x = pad_sequence(xs, batch_first=True, padding_value=pad_value)
    mask = pad_sequence([torch.ones(len(s), dtype=torch.bool) for s in xs], batch_first=True)
    lengths = mask.sum(dim=1)
    return x, lengths, mask, torch.as_tensor(ys)
