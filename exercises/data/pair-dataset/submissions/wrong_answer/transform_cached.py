# caught-by: transforms_lazily
# mistake: You seem to remember transformed samples, so that the transform does not run at the next access.
# mistake[zh-CN]: 你似乎记住了变换过的样本，下次访问时变换就不再运行。
"""Plain indexing: tensors raise IndexError on their own."""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, data, labels, transform=None):
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data
        self.labels = labels
        self.transform = transform
        self.cache = {}

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        if index not in self.cache:
            x = self.data[index]
            self.cache[index] = x if self.transform is None else self.transform(x)
        return self.cache[index], self.labels[index]
