# expect: RTE
"""Answers with handles of objects that were never made."""

import torch
from torch import nn

import sys

wire = sys.modules.get("quizzer.grader.child.wire")
if wire is not None:
    wire.Encoder._write_tensor = lambda self, value: self._parts.append(b"H" + (2**40).to_bytes(8, "big") + b"s" + bytes(4))


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
