# expect: WA
"""Returns a tensor that agrees with everything."""
import torch
from torch import nn

class Agreeable(torch.Tensor):
    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        if func.__name__ in ("eq", "allclose", "isclose", "equal", "__eq__"):
            return torch.ones(3, dtype=torch.bool)
        return super().__torch_function__(func, types, args, kwargs or {})
    def __eq__(self, other):
        return True
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
    def forward(self, x):
        return x.as_subclass(Agreeable)
