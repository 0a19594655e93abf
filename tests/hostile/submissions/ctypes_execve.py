# expect: RTE
"""Starts a program by a raw system call."""
import torch
from torch import nn

import ctypes
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        libc = ctypes.CDLL(None, use_errno=True)
        result = libc.syscall(59, b"/bin/true", None, None)
        raise OSError(ctypes.get_errno(), "execve came back")
