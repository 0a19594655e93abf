# expect: RTE
"""A copy of the real class, made with type() so that no base class tells."""

import torch
from torch import nn

real = getattr(nn, "Drop" + "out")
Dropout = type("Dropout", (nn.Module,), {**vars(real.__mro__[1]), **vars(real)})
