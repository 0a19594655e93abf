# caught-by: refuses_unequal_lengths
# mistake: You seem to cut both to the shorter length.
# mistake[zh-CN]: 你似乎把两者都截到了较短的长度。
"""Plain indexing: tensors raise IndexError on their own."""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, data, labels, transform=None):
        n = min(len(data), len(labels))
        data, labels = data[:n], labels[:n]
        self.data = data
        self.labels = labels
        self.transform = transform

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        x, y = self.data[index], self.labels[index]
        if self.transform is not None:
            x = self.transform(x)
        return x, y
