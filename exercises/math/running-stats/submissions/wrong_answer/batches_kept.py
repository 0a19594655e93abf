# caught-by: keeps_nothing_that_grows
# mistake: All batches are kept: the memory grows with the stream.
# mistake[zh-CN]: 保存了所有批次：占用的内存会随数据流增长。
import torch


class RunningStats:
    def __init__(self):
        self.seen = torch.zeros(0, dtype=torch.float64)

    def update(self, x):
        self.seen = torch.cat([self.seen, x.detach().double()])

    @property
    def count(self):
        return len(self.seen)

    @property
    def mean(self):
        return self.seen.mean()

    def var(self, correction=1):
        return self.seen.var(correction=correction)
