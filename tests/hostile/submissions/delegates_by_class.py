# expect: FORBIDDEN
"""Hands out torch's own class."""
import torch
from torch import nn

Dropout = vars(torch.nn)["Drop" + "out"]
