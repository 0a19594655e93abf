# caught-by: weighs_batches_by_size
# mistake: Each batch seems to count the same, whatever its size.
# mistake[zh-CN]: 不管批次大小，你似乎给了每个批次同样的分量。
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
        self.batches = getattr(self, "batches", 0) + 1
        self.mean = self.mean + delta / self.batches
        self._m2 = self._m2 + m2 + delta**2 * self.count * size / total
        self.count = total

    def var(self, correction=1):
        return self._m2 / (self.count - correction)
