# caught-by: survives_a_large_mean
# mistake: E[x²] - E[x]² in float32 loses all its digits near 1000.
# mistake[zh-CN]: 用 float32 计算 E[x²] - E[x]²，在 1000 附近会失去所有有效数字。
import torch


class RunningStats:
    def __init__(self):
        self.count = 0
        self.total = torch.zeros(())
        self.squares = torch.zeros(())

    def update(self, x):
        x = x.detach()
        self.count += len(x)
        self.total = self.total + x.sum()
        self.squares = self.squares + (x * x).sum()

    @property
    def mean(self):
        return self.total / self.count

    def var(self, correction=1):
        return (self.squares - self.total * self.total / self.count) / (self.count - correction)
