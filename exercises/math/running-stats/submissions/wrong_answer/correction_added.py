# caught-by: knows_one_batch
# mistake: `correction` is subtracted from the count, not added.
# mistake[zh-CN]: 应从 count 中减去 `correction`，而不是加上。
import torch


class RunningStats:
    def __init__(self):
        self.count = 0
        self.mean = torch.zeros((), dtype=torch.float64)
        self._m2 = torch.zeros((), dtype=torch.float64)

    @torch.no_grad()
    def update(self, x):
        x = x.double()
        size, mean = len(x), x.mean()
        m2 = ((x - mean) ** 2).sum()
        delta = mean - self.mean
        total = self.count + size
        self.mean = self.mean + delta * size / total
        self._m2 = self._m2 + m2 + delta**2 * self.count * size / total
        self.count = total

    def var(self, correction=1):
        return self._m2 / (self.count + correction)
