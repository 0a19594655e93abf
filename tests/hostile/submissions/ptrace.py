# expect: RTE
"""Attaches to its parent."""
import torch
from torch import nn

import ctypes, os
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.ptrace(16, os.getppid(), 0, 0) != 0:
            raise PermissionError(ctypes.get_errno(), "ptrace")
