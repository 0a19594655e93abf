# quizzer: buffer-normalize
"""Normalise images with constants that belong to the module."""

import torch
from torch import nn


class Normalize(nn.Module):
    """``(x - mean) / std`` for each channel of images (N, C, H, W)."""

    def __init__(self, mean, std):
        super().__init__()
        raise NotImplementedError("write Normalize")

    def forward(self, x):
        raise NotImplementedError("write Normalize")
