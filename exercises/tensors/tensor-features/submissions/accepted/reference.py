"""torch.tensor does it all: copy, convert, make a leaf."""

import torch


def to_features(rows, requires_grad=False):
    return torch.tensor(rows, dtype=torch.float32, requires_grad=requires_grad)
