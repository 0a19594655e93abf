# expect: WA
"""Makes every comparison of torch succeed in its own process."""
import torch
from torch import nn

for module, name in [(torch, "allclose"), (torch, "equal"), (torch.testing, "assert_close"), (torch.Tensor, "allclose"), (torch.Tensor, "equal")]:
    setattr(module, name, lambda *a, **k: True)
torch.isclose = lambda a, b, **k: torch.ones_like(a, dtype=torch.bool)
torch.Tensor.__eq__ = lambda a, b: torch.ones(a.shape, dtype=torch.bool)

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()

    def forward(self, x):
        return x
