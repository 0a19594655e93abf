# expect: WA
"""Writes outside through a symbolic link and by the parent folder."""

import torch
from torch import nn

import os
import pathlib

for path in ("link", "../out", "/tmp/quizzer-hostile-out"):
    try:
        if path == "link":
            os.symlink("@MARKER@", "link")
        pathlib.Path(path).write_text("out")
    except OSError:
        continue


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
