# expect: RTE
"""Starts a program."""
import torch
from torch import nn

import subprocess
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        subprocess.run(["/bin/sh", "-c", "echo x > @MARKER@"], check=True)
