# caught-by: joins_the_batches
# mistake: The variance seems to be that within the batches: the distance between their means is missing.
# mistake[zh-CN]: 方差似乎只是批次内部的：缺了批次均值之间的差异。
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
        self._m2 = self._m2 + m2
        self.count = total

    def var(self, correction=1):
        return self._m2 / (self.count - correction)
