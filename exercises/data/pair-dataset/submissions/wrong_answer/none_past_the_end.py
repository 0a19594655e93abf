# caught-by: ends
# mistake: You seem to return `None` for an index past the end.
# mistake[zh-CN]: 索引越过末尾时，你似乎返回了 `None`。
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
        if index >= len(self):
            return None
        x, y = self.data[index], self.labels[index]
        if self.transform is not None:
            x = self.transform(x)
        return x, y
