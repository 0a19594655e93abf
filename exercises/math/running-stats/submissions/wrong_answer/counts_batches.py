# caught-by: knows_one_batch
# mistake: `count` seems to count batches, not numbers.
# mistake[zh-CN]: `count` 似乎数的是批次，而不是数的个数。
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
        total = self.count + 1
        self.mean = self.mean + delta * size / total
        self._m2 = self._m2 + m2 + delta**2 * self.count * size / total
        self.count = total

    def var(self, correction=1):
        return self._m2 / (self.count - correction)
