# expect: RTE
"""Forges well-formed answers with the codec that lies in memory, ahead of the questions."""

import torch
from torch import nn

import os
import struct
import sys

wire = sys.modules.get("quizzer.grader.child.wire")


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        if wire is not None:
            forged = wire.Encoder().encode(("ok", (torch.zeros_like(x), [])))
            for number in range(3, 64):
                try:
                    os.write(number, struct.pack(">I", len(forged)) + forged)
                except OSError:
                    continue
        return x
