import torch


class RunningStats:
    def __init__(self):
        self.count = 0
        self.total = 0.0
        self.squares = 0.0

    def update(self, x):
        x = x.detach().to(torch.float64)
        self.count += x.numel()
        self.total += x.sum().item()
        self.squares += x.pow(2).sum().item()

    @property
    def mean(self):
        return self.total / self.count

    def var(self, correction=1):
        return (self.squares - self.count * self.mean**2) / (self.count - correction)
