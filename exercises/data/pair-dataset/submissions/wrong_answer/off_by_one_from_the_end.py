# caught-by: counts_from_the_end
# mistake: Your negative indices seem to be off by one.
# mistake[zh-CN]: 你的负索引似乎差了一位。
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
        if -len(self) <= index < 0:
            index += len(self) - 1
        x, y = self.data[index], self.labels[index]
        if self.transform is not None:
            x = self.transform(x)
        return x, y
