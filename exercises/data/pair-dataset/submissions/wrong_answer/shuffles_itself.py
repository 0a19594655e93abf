# caught-by: loads_in_batches
# mistake: You seem to answer with other samples from epoch to epoch: shuffling is the loader's work.
# mistake[zh-CN]: 不同轮次你似乎返回了不同的样本：打乱是 loader 的工作。
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
        self.calls = getattr(self, "calls", 0) + 1
        index = index if self.calls < 6 else -1 - index
        x, y = self.data[index], self.labels[index]
        if self.transform is not None:
            x = self.transform(x)
        return x, y
