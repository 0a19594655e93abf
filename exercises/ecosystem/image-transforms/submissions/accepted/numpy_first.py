"""NumPy for the axes, bernoulli for the toss, reduce for the chain."""

import functools

import torch


def to_tensor(image):
    moved = image.transpose(2, 0, 1).astype("float32") / 255.0
    return torch.tensor(moved)


class Normalize:
    def __init__(self, mean, std):
        self.mean, self.std = torch.tensor(mean).view(-1, 1, 1), torch.tensor(std).view(-1, 1, 1)

    def __call__(self, x):
        return x.sub(self.mean.to(x)).div(self.std.to(x))


class RandomHorizontalFlip:
    def __init__(self, p=0.5, generator=None):
        self.p, self.generator = torch.tensor(float(p)), generator

    def __call__(self, x):
        mirrored = torch.bernoulli(self.p, generator=self.generator).bool()
        return x[..., torch.arange(x.size(-1) - 1, -1, -1)] if mirrored else x.clone()


class Compose:
    def __init__(self, transforms):
        self.transforms = tuple(transforms)

    def __call__(self, x):
        return functools.reduce(lambda value, transform: transform(value), self.transforms, x)
