# caught-by: weighs_batches_by_size
# mistake: This is a moving average, as in BatchNorm, not the mean of all numbers.
# mistake[zh-CN]: 这是像 BatchNorm 那样的滑动平均，而不是所有数的均值。
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
        self.mean = mean if self.count == 0 else 0.9 * self.mean + 0.1 * mean
        self._m2 = self._m2 + m2 + delta**2 * self.count * size / total
        self.count = total

    def var(self, correction=1):
        return self._m2 / (self.count - correction)
