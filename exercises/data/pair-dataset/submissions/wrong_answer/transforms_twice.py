# caught-by: transforms_lazily
# mistake: You seem to call the transform twice for one access.
# mistake[zh-CN]: 一次访问里，你似乎调用了两次变换。
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
        x, y = self.data[index], self.labels[index]
        if self.transform is not None:
            self.transform(x)
            x = self.transform(x)
        return x, y
