# expect: WA
"""Searches frames and the garbage collector for expected values, checks or a reference."""
import torch
from torch import nn

import gc, sys
LOOT = []
def search():
    frame = sys._getframe()
    while frame is not None:
        LOOT.extend(v for v in frame.f_locals.values() if isinstance(v, torch.Tensor))
        frame = frame.f_back
    for thing in gc.get_objects():
        if isinstance(thing, str) and "caught-by" in thing:
            LOOT.append(thing)
        if isinstance(thing, dict) and ("scales_survivors" in thing or "reference" in thing):
            LOOT.append(thing)
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
    def forward(self, x):
        search()
        for candidate in LOOT:
            if isinstance(candidate, torch.Tensor) and candidate.shape == x.shape and candidate is not x:
                return candidate
        return x
