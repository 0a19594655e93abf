import torch


class RunningStats:
    def __init__(self):
        self.count = 0
        self.mean = None

    def update(self, x):
        x = x.detach()
        var, mean = torch.var_mean(x, correction=0)
        if self.mean is None:
            self.count, self.mean, self.m2 = x.numel(), mean, var * x.numel()
            return
        n = self.count + x.numel()
        delta = mean - self.mean
        self.m2 = self.m2 + var * x.numel() + delta.square() * self.count * x.numel() / n
        self.mean = self.mean + delta * (x.numel() / n)
        self.count = n

    def var(self, correction=1):
        return self.m2 / (self.count - correction)
