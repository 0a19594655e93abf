# caught-by: gives_one_pair
# mistake: You seem to turn the label into a Python number.
# mistake[zh-CN]: 你似乎把标签转成了 Python 数。
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
        x, y = self.data[index], self.labels[index].tolist()
        if self.transform is not None:
            x = self.transform(x)
        return x, y
