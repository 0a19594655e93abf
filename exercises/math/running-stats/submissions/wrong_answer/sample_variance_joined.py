# caught-by: honours_the_correction
# mistake: The parts seem to be sample variances (n - 1), which cannot be joined as they are.
# mistake[zh-CN]: 各部分似乎是样本方差（n - 1），不能直接合并。
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
        m2 = x.var(correction=1) * size if size > 1 else x.new_zeros(())
        delta = mean - self.mean
        total = self.count + size
        self.mean = self.mean + delta * size / total
        self._m2 = self._m2 + m2 + delta**2 * self.count * size / total
        self.count = total

    def var(self, correction=1):
        return self._m2 / (self.count - correction)
