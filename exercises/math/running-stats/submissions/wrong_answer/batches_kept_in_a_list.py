# caught-by: keeps_nothing_that_grows
# mistake: All batches are kept: the memory grows with the stream.
# mistake[zh-CN]: 保存了所有批次：占用的内存会随数据流增长。
import torch


class RunningStats:
    def __init__(self):
        self.batches = []

    def update(self, x):
        self.batches.append(x.detach().double())

    @property
    def count(self):
        return sum(map(len, self.batches))

    @property
    def mean(self):
        return torch.cat(self.batches).mean()

    def var(self, correction=1):
        return torch.cat(self.batches).var(correction=correction)
