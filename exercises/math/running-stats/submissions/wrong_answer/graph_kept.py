# caught-by: keeps_nothing_that_grows
# mistake: The graph of each batch is kept: detach, or use no_grad.
# mistake[zh-CN]: 每个批次的计算图都被保留了：请 detach 或使用 no_grad。
import torch


class RunningStats:
    def __init__(self):
        self.count = 0
        self.mean = torch.zeros((), dtype=torch.float64)
        self._m2 = torch.zeros((), dtype=torch.float64)

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
        return self._m2 / (self.count - correction)
