# caught-by: permutes
# mistake: Only the order of the batches seems to be shuffled.
# mistake[zh-CN]: 似乎只打乱了批次的先后。
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
            size = self.batch_size
            full = self.n // size
            places = torch.randperm(full, generator=self.generator).tolist() + [full]
            order = [i for p in places for i in range(p * size, min(p * size + size, self.n))]
        else:
            order = list(range(self.n))
        for number in range(len(self)):
            start = number * self.batch_size
            yield order[start : start + self.batch_size]
