"""Each sequence padded on its own, then stacked; the mask from a cumulative count."""

import torch
import torch.nn.functional as F


def pad_collate(batch, pad_value=0):
    lengths = torch.LongTensor([s.size(0) for s, _ in batch])
    T = lengths.max().item()
    x = torch.stack([F.pad(s, (0, T - len(s)), value=pad_value) for s, _ in batch])
    mask = torch.ones_like(x, dtype=torch.long).cumsum(1).le(lengths.unsqueeze(1))
    return (x, lengths, mask, torch.LongTensor([label for _, label in batch]))
