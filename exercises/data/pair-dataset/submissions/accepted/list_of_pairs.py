"""Keeps a list of pairs, which knows about negative indices and the end."""

import torch


class PairDataset(torch.utils.data.Dataset):
    def __init__(self, data, labels, transform=None):
        self.pairs = list(zip(data, labels, strict=True))
        self.transform = transform

    def __len__(self):
        return len(self.pairs)

    def __getitem__(self, index):
        x, y = self.pairs[index]
        return (self.transform(x) if self.transform else x), y
