import math

import torch


class BatchIndices:
    def __init__(self, n, batch_size, shuffle=False, drop_last=False, generator=None):
        self.n = n - n % batch_size if drop_last else n
        self.total = n
        self.batch_size = batch_size
        self.order = (lambda: torch.randperm(n, generator=generator)) if shuffle else (lambda: torch.arange(n))

    def __len__(self):
        return math.ceil(self.n / self.batch_size)

    def __iter__(self):
        parts = self.order()[: self.n].split(self.batch_size) if self.n else ()
        return iter([part.tolist() for part in parts])
