# expect: WA
"""Calls clone, execve, socket, ptrace and open by number, past every wrapper."""

import torch
from torch import nn

import ctypes

libc = ctypes.CDLL(None)
GOT = [libc.syscall(number, 17, 0, 0, 0, 0) for number in (56, 57, 58, 59, 322)]
GOT += [libc.syscall(41, family, kind, 0) for family in range(1, 45) for kind in (1, 2, 3)]
GOT += [libc.syscall(101, 16, 1, 0, 0), libc.syscall(310, 1, 0, 0, 0, 0, 0), libc.syscall(425, 1, 0), libc.syscall(321, 0, 0, 0)]


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x if max(GOT) <= 0 else x / (1 - self.p)
