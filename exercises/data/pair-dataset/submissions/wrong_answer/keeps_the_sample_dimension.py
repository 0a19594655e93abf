# caught-by: gives_one_pair
# mistake: You seem to return a slice of one row: the sample dimension is still there.
# mistake[zh-CN]: 你似乎返回了一行的切片：样本维还在。
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
        x, y = self.data[[index]], self.labels[[index]]
        if self.transform is not None:
            x = self.transform(x)
        return x, y
