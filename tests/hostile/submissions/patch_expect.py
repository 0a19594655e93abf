# expect: WA
"""Patches the checks package that it finds in sys.modules."""
import torch
from torch import nn

import sys
for name, module in list(sys.modules.items()):
    if name.startswith("quizzer"):
        for key, value in list(vars(module).items()):
            if callable(value) and key in ("close", "equal", "tensor", "that", "raises", "between", "judge", "main"):
                try:
                    setattr(module, key, lambda *a, **k: None)
                except Exception:
                    pass

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()

    def forward(self, x):
        return x
