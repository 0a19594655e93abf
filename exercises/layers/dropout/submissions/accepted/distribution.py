"""The mask from torch.distributions."""

from torch import nn
from torch.distributions import Bernoulli


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        keep = 1.0 - self.p
        mask = Bernoulli(probs=keep).sample(x.shape).to(x)
        return x * mask / max(keep, 1e-12)
