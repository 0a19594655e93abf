# caught-by: gives_one_pair
# mistake: You seem to return all samples instead of the one asked for.
# mistake[zh-CN]: 你似乎返回了全部样本，而不是被取的那一个。
"""Plain indexing: tensors raise IndexError on their own."""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, data, labels, transform=None):
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.transform = transform

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        x, y = self.data, self.labels
        if self.transform is not None:
            x = self.transform(x)
        return x, y
