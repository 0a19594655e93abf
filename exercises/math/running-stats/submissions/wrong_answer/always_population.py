# caught-by: knows_one_batch
# mistake: You seem to divide by count; the default is count - 1.
# mistake[zh-CN]: 你似乎除以了 count；默认应为 count - 1。
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
        return self._m2 / self.count
