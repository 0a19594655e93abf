# quizzer: image-transforms
"""The transforms with which images are prepared."""

import torch


def to_tensor(image):
    """A float32 tensor (C, H, W) of an array (H, W, C) of bytes."""
    raise NotImplementedError("write to_tensor")


class Normalize:
    def __init__(self, mean, std):
        raise NotImplementedError("write Normalize")

    def __call__(self, x):
        raise NotImplementedError("write Normalize")


class RandomHorizontalFlip:
    def __init__(self, p, generator):
        raise NotImplementedError("write RandomHorizontalFlip")

    def __call__(self, x):
        raise NotImplementedError("write RandomHorizontalFlip")


class Compose:
    def __init__(self, transforms):
        raise NotImplementedError("write Compose")

    def __call__(self, x):
        raise NotImplementedError("write Compose")
