# caught-by: ends
# mistake: You seem to raise something other than `IndexError` past the end.
# mistake[zh-CN]: 越过末尾时，你抛出的似乎不是 `IndexError`。
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
        if not -len(self) <= index < len(self):
            raise ValueError(index)
        x, y = self.data[index], self.labels[index]
        if self.transform is not None:
            x = self.transform(x)
        return x, y
