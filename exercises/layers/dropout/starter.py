# quizzer: dropout
"""Implement dropout as a module, without PyTorch's own dropout."""

import torch
from torch import nn


class Dropout(nn.Module):
    """In training, drop each element with probability ``p`` and scale the rest; in evaluation, change nothing."""

    def __init__(self, p: float = 0.5) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        raise NotImplementedError("write the forward pass of Dropout")
