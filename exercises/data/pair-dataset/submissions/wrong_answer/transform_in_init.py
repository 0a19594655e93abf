# caught-by: transforms_lazily
# mistake: You seem to run the transform over all data in the constructor.
# mistake[zh-CN]: 你似乎在构造函数里就对全部数据做了变换。
"""Plain indexing: tensors raise IndexError on their own."""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, data, labels, transform=None):
        if len(data) != len(labels):
            raise ValueError(f"{len(data)} samples but {len(labels)} labels")
        self.data = data if transform is None else [transform(x) for x in data]
        self.labels = labels
        self.transform = transform

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        x, y = self.data[index], self.labels[index]
        if self.transform is not None:
            pass
        return x, y
