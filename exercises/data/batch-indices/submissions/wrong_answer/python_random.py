# caught-by: follows_the_generator
# mistake: The order seems to come from Python's `random`.
# mistake[zh-CN]: 顺序似乎来自 Python 的 `random`。
import random


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
            order = random.sample(range(self.n), self.n)
        else:
            order = list(range(self.n))
        for number in range(len(self)):
            start = number * self.batch_size
            yield order[start : start + self.batch_size]
