# caught-by: transforms_lazily
# mistake: You seem to ignore `transform`.
# mistake[zh-CN]: 你似乎没有使用 `transform`。
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
        return self.data[index], self.labels[index]
