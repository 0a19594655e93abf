# caught-by: transforms_lazily
# mistake: You seem to transform all data at each access, and take the row afterwards.
# mistake[zh-CN]: 你似乎在每次访问时变换全部数据，然后才取出那一行。
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
        data = self.data if self.transform is None else self.transform(self.data)
        return data[index], self.labels[index]
