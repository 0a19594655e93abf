"""torch's own TensorDataset, plus the transform."""

from torch.utils.data import TensorDataset


class PairDataset(TensorDataset):
    def __init__(self, data, labels, transform=None):
        super().__init__(data, labels)
        self.transform = transform

    def __getitem__(self, index):
        x, y = super().__getitem__(index)
        if self.transform:
            x = self.transform(x)
        return x, y
