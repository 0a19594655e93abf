# expect: WA
"""Makes every comparison of tensors true, in its own process."""

import torch
from torch import nn

torch.isclose = torch.equal = torch.allclose = lambda *_args, **_kwargs: torch.tensor(True)
torch.Tensor.__eq__ = torch.Tensor.__ne__ = lambda *_: torch.tensor(True)
torch.Tensor.all = torch.Tensor.any = lambda *_args, **_kwargs: torch.tensor(True)


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x * 0.25
