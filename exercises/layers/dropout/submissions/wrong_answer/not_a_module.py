# caught-by: does_nothing_in_eval
# mistake: Your class seems to be no `nn.Module`, so `train()` and `eval()` do not reach it.
# mistake[zh-CN]: 你的类似乎不是 `nn.Module`，因此 `train()` 和 `eval()` 对它不起作用。
"""A plain class with a training flag of its own."""

import torch


class Dropout(object):
    def __init__(self, p=0.5):
        self.training = True
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def __call__(self, x):
        return self.forward(x)

    def train(self):
        self.training = True
        return self

    def eval(self):
        self.training = False
        return self

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
