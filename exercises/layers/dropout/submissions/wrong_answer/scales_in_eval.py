# caught-by: does_nothing_in_eval
# mistake: You seem to scale in evaluation mode, where the layer should return its input as it is.
# mistake[zh-CN]: 评估模式下这一层应原样返回输入，你似乎在其中做了缩放。
"""The original paper: drop in training, scale by 1-p in evaluation."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if not self.training:
            return x * (1 - self.p)
        return x * (torch.rand_like(x) >= self.p)
