# caught-by: follows_the_generator
# mistake: Without a generator, the order does not seem to come from torch's global one.
# mistake[zh-CN]: 没有生成器时，顺序似乎不是来自 torch 的全局生成器。
import random

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
            order = (
                random.sample(range(self.n), self.n)
                if self.generator is None
                else torch.randperm(self.n, generator=self.generator).tolist()
            )
        else:
            order = list(range(self.n))
        for number in range(len(self)):
            start = number * self.batch_size
            yield order[start : start + self.batch_size]
