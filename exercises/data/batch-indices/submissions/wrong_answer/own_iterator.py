# caught-by: keeps_iterations_apart
# mistake: The object seems to be its own iterator, so that two iterations share one position.
# mistake[zh-CN]: 对象似乎是自己的迭代器，两次遍历共用一个位置。
import torch


class BatchIndices:
    def __init__(self, n, batch_size, shuffle=False, drop_last=False, generator=None):
        self.n = n
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.drop_last = drop_last
        self.generator = generator

    def __len__(self):
        if self.drop_last:
            return self.n // self.batch_size
        return (self.n + self.batch_size - 1) // self.batch_size

    def __iter__(self):
        if self.shuffle:
            order = torch.randperm(self.n, generator=self.generator).tolist()
        else:
            order = list(range(self.n))
        self.order, self.start = order, 0
        return self

    def __next__(self):
        start = self.start
        if start >= len(self) * self.batch_size:
            raise StopIteration
        self.start += self.batch_size
        return self.order[start : start + self.batch_size]
