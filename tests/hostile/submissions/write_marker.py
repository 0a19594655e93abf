# expect: RTE
"""Writes a file outside its scratch folder."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        open("@MARKER@", "w").write("was here")
