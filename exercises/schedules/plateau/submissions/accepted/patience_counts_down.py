"""One countdown: first the cooldown, then the patience."""

import math
from dataclasses import dataclass, field


@dataclass
class Plateau:
    lr: float
    mode: str
    factor: float
    patience: int
    threshold: float
    cooldown: int
    min_lr: float
    best: float = field(init=False)
    left: int = field(init=False)
    quiet: int = field(init=False, default=0)

    def __post_init__(self):
        self.best = math.inf if self.mode == "min" else -math.inf
        self.left = self.patience

    def step(self, metric):
        if self.mode == "min":
            better = metric < (1 - self.threshold) * self.best
        else:
            better = metric > (1 + self.threshold) * self.best
        if better:
            self.best = metric
        if self.quiet:
            self.quiet -= 1
            self.left = self.patience
        elif better:
            self.left = self.patience
        elif self.left:
            self.left -= 1
        else:
            self.lr = max(self.lr * self.factor, self.min_lr)
            self.left = self.patience
            self.quiet = self.cooldown
        return self.lr
