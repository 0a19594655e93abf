import torch.nn.functional as F
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.depth = len(sizes) - 1
        for i in range(self.depth):
            self.add_module(f"layer{i}", nn.Linear(sizes[i], sizes[i + 1]))

    def forward(self, x):
        for i in range(self.depth):
            if i > 0:
                x = F.relu(x)
            x = getattr(self, f"layer{i}")(x)
        return x
