"""Modules with buffers; stacked channels; a loop over channels."""

import torch
from torch import nn


def to_tensor(image):
    x = torch.tensor(image.tolist(), dtype=torch.float32)
    return torch.stack([x[:, :, c] for c in range(x.shape[2])]).div(255)


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.pairs = list(zip(mean, std))

    def forward(self, x):
        out = torch.empty_like(x)
        for c, (m, s) in enumerate(self.pairs):
            out[c] = (x[c] - m) / s
        return out


class RandomHorizontalFlip(nn.Module):
    def __init__(self, p, generator):
        super().__init__()
        self.p = p
        self.generator = generator

    def forward(self, x):
        toss = torch.rand((), generator=self.generator)
        return torch.where(toss < self.p, x.flip(dims=(2,)), x)


class Compose(nn.Sequential):
    def __init__(self, transforms):
        super().__init__()
        self.steps = list(transforms)

    def forward(self, x):
        for step in self.steps:
            x = step(x)
        return x
