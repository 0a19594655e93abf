# quizzer: pair-dataset
"""A dataset of samples and labels."""

from torch.utils.data import Dataset


class PairDataset(Dataset):
    """Pairs of a sample and its label, with an optional transform of the sample."""

    def __init__(self, data, labels, transform=None):
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError

    def __getitem__(self, index):
        raise NotImplementedError
