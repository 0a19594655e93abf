# caught-by: leaves_the_input_alone
# mistake: `update` seems to change the caller's tensor.
# mistake[zh-CN]: `update` 似乎修改了调用者的张量。
import torch


class RunningStats:
    def __init__(self):
        self.count = 0
        self.mean = torch.zeros((), dtype=torch.float64)
        self._m2 = torch.zeros((), dtype=torch.float64)

    @torch.no_grad()
    def update(self, x):
        size, mean = len(x), x.double().mean()
        x -= mean.to(x.dtype)
        m2 = (x.double() ** 2).sum()
        delta = mean - self.mean
        total = self.count + size
        self.mean = self.mean + delta * size / total
        self._m2 = self._m2 + m2 + delta**2 * self.count * size / total
        self.count = total

    def var(self, correction=1):
        return self._m2 / (self.count - correction)
