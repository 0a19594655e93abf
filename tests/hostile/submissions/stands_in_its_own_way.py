# expect: TLE
"""Keeps its main thread waiting for a processor behind threads of its own, since waiting is not charged."""

import torch
from torch import nn

import ctypes
import os
import threading


memory = ctypes.create_string_buffer(1 << 22)


def spin():
    while True:
        ctypes.memset(memory, 0, len(memory))


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        threading.stack_size(1 << 20)
        try:
            for _ in range(16):
                threading.Thread(target=spin, daemon=True).start()
        except RuntimeError:
            pass
        spin()
