"""All tokens at once, written through the mask."""

import torch


def pad_collate(batch, pad_value=0):
    lengths = torch.tensor([len(s) for s, _ in batch], dtype=torch.int64)
    positions = torch.arange(int(max(lengths)))
    mask = positions.expand(len(batch), -1) < lengths.view(-1, 1)
    tokens = torch.cat([s for s, _ in batch])
    x = tokens.new_full(mask.shape, pad_value)
    x[mask] = tokens
    return x, lengths, mask, torch.tensor([int(y) for _, y in batch], dtype=torch.int64)
