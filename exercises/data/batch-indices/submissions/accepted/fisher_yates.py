"""A shuffle by hand, from one number of torch's generator for each swap."""

import torch


def shuffled(n, generator):
    order = list(range(n))
    for last in range(n - 1, 0, -1):
        other = int(torch.randint(last + 1, (1,), generator=generator))
        order[last], order[other] = order[other], order[last]
    return order


class BatchIndices:
    def __init__(self, n, batch_size, shuffle=False, drop_last=False, generator=None):
        self.n, self.batch_size = n, batch_size
        self.shuffle, self.drop_last, self.generator = shuffle, drop_last, generator
        self.starts = range(0, n - batch_size + 1 if drop_last else n, batch_size)

    def __len__(self):
        return len(self.starts)

    def __iter__(self):
        order = shuffled(self.n, self.generator) if self.shuffle else [*range(self.n)]
        return (order[start : start + self.batch_size] for start in self.starts)
