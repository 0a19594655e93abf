# caught-by: shuffles_anew
# mistake: The order seems to be drawn in `__init__`, once for all epochs.
# mistake[zh-CN]: 顺序似乎在 `__init__` 里只抽取了一次。
import torch


class BatchIndices:
    def __init__(self, n, batch_size, shuffle=False, drop_last=False, generator=None):
        self.n = n
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.drop_last = drop_last
        self.generator = generator
        self.order = torch.randperm(n, generator=generator).tolist() if shuffle else list(range(n))

    def __len__(self):
        if self.drop_last:
            return self.n // self.batch_size
        return (self.n + self.batch_size - 1) // self.batch_size

    def __iter__(self):
        if self.shuffle:
            order = self.order
        else:
            order = list(range(self.n))
        for number in range(len(self)):
            start = number * self.batch_size
            yield order[start : start + self.batch_size]
