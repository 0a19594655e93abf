import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        for name, values in (("mean", mean), ("std", std)):
            self.register_buffer(name, torch.as_tensor(values, dtype=torch.float32).view(1, -1, 1, 1))

    def forward(self, x):
        return x.sub(self.mean).div(self.std)
