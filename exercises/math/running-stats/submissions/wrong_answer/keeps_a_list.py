# caught-by: keeps_nothing_that_grows
# mistake: You seem to keep all numbers in a list.
# mistake[zh-CN]: 你似乎把所有的数都存进了列表。
import torch


class RunningStats:
    def __init__(self):
        self.all = []

    def update(self, x):
        self.all += x.tolist()

    @property
    def count(self):
        return len(self.all)

    @property
    def mean(self):
        return sum(self.all) / len(self.all)

    def var(self, correction=1):
        return torch.tensor(self.all, dtype=torch.float64).var(correction=correction).item()
