# caught-by: counts_from_the_end
# mistake: You seem to refuse negative indices.
# mistake[zh-CN]: 你似乎拒绝了负的索引。
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
        if not 0 <= index < len(self):
            raise IndexError(index)
        x, y = self.data[index], self.labels[index]
        if self.transform is not None:
            x = self.transform(x)
        return x, y
