# caught-by: permutes
# mistake: Only the inside of each batch seems to be shuffled.
# mistake[zh-CN]: 似乎只打乱了每个批次的内部。
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
            order = []
            for start in range(0, self.n, self.batch_size):
                size = min(self.batch_size, self.n - start)
                order += (torch.randperm(size, generator=self.generator) + start).tolist()
        else:
            order = list(range(self.n))
        for number in range(len(self)):
            start = number * self.batch_size
            yield order[start : start + self.batch_size]
