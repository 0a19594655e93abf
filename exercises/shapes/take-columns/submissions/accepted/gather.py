"""gather refuses negative indices too."""

import torch


def take_columns(x, idx):
    return torch.gather(x, 1, idx.expand(len(x), -1))
