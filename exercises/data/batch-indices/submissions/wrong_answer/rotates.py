# caught-by: permutes
# mistake: The indices seem to start at a random place, but to stay in order.
# mistake[zh-CN]: 下标似乎只是从随机位置开始，顺序没有打乱。
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
            shift = int(torch.randint(10**9, (1,), generator=self.generator))
            order = [(i + shift) % self.n for i in range(self.n)]
        else:
            order = list(range(self.n))
        for number in range(len(self)):
            start = number * self.batch_size
            yield order[start : start + self.batch_size]
