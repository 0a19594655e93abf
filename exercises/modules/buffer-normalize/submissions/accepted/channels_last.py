import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = nn.Buffer(torch.FloatTensor(mean))
        self.std = nn.Buffer(torch.FloatTensor(std))

    def forward(self, x):
        return ((x.movedim(1, -1) - self.mean) / self.std).movedim(-1, 1)
