"""torch's own samplers."""

from torch.utils.data import BatchSampler, RandomSampler, SequentialSampler


class BatchIndices:
    def __init__(self, n, batch_size, shuffle=False, drop_last=False, generator=None):
        self.n, self.generator = n, generator
        places = range(n)
        shuffled = shuffle and n > 0
        sampler = RandomSampler(places, generator=generator) if shuffled else SequentialSampler(places)
        self.batches = BatchSampler(sampler, batch_size, drop_last)

    def __len__(self):
        return len(self.batches)

    def __iter__(self):
        return iter(self.batches)
