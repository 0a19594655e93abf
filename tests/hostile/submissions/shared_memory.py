# expect: RTE
"""Leaves a message in /dev/shm."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        open("/dev/shm/quizzer-hostile", "w").write("x")
