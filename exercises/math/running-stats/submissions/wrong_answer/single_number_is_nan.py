# caught-by: joins_the_batches
# mistake: A batch with a single number makes NaN: its own variance with n - 1 is 0/0.
# mistake[zh-CN]: 只有一个数的批次得到 NaN：它自己除以 n - 1 的方差是 0/0。
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
        m2 = x.var() * (size - 1)
        delta = mean - self.mean
        total = self.count + size
        self.mean = self.mean + delta * size / total
        self._m2 = self._m2 + m2 + delta**2 * self.count * size / total
        self.count = total

    def var(self, correction=1):
        return self._m2 / (self.count - correction)
