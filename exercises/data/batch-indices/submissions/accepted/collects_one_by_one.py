import torch


class BatchIndices(torch.utils.data.Sampler):
    def __init__(self, n, batch_size, shuffle=False, drop_last=False, generator=None):
        self.n, self.size, self.shuffle, self.drop, self.generator = n, batch_size, shuffle, drop_last, generator

    def __len__(self):
        whole, rest = divmod(self.n, self.size)
        return whole + (rest > 0 and not self.drop)

    def __iter__(self):
        order = torch.arange(self.n)
        if self.shuffle:
            order = torch.rand(self.n, generator=self.generator, dtype=torch.float64).argsort()
        batch = []
        for index in order:
            batch.append(index.item())
            if len(batch) == self.size:
                yield batch
                batch = []
        if batch and not self.drop:
            yield batch
