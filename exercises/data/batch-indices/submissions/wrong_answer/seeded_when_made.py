# caught-by: follows_the_generator
# mistake: You seem to seed a generator of your own from the global seed.
# mistake[zh-CN]: 你似乎用全局种子另建了一个自己的生成器。
import torch


class BatchIndices:
    def __init__(self, n, batch_size, shuffle=False, drop_last=False, generator=None):
        self.n, self.b, self.shuffle, self.drop, self.g = n, batch_size, shuffle, drop_last, generator
        if shuffle and generator is None:
            self.g = torch.Generator().manual_seed(torch.initial_seed())

    def __len__(self):
        return self.n // self.b if self.drop else -(-self.n // self.b)

    def __iter__(self):
        order = torch.randperm(self.n, generator=self.g).tolist() if self.shuffle else list(range(self.n))
        for i in range(len(self)):
            yield order[i * self.b : (i + 1) * self.b]
