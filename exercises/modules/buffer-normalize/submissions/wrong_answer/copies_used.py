# caught-by: loads_state
# mistake: `forward` seems to use copies that `load_state_dict` does not change.
# mistake[zh-CN]: `forward` 使用的似乎是副本，`load_state_dict` 不会改变它们。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

        self.numbers = list(mean), list(std)

    def forward(self, x):
        mean, std = (torch.tensor(v, dtype=x.dtype, device=x.device) for v in self.numbers)
        return (x - mean[:, None, None]) / std[:, None, None]
