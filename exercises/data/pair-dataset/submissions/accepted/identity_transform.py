"""Without a transform, the identity stands in for it; the bounds are checked by hand."""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    def __init__(self, data, labels, transform=None):
        super().__init__()
        assert data.shape[0] == labels.shape[0], "data and labels differ in length"
        self.n = data.shape[0]
        self.data, self.labels = data, labels
        self.transform = transform or (lambda x: x)

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        if not -self.n <= index < self.n:
            raise IndexError(f"index {index} is out of range for {self.n} samples")
        if index < 0:
            index += self.n
        return (self.transform(self.data[index]), self.labels[index])
