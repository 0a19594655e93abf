# quizzer: batch-indices
"""The index logic of a DataLoader."""

import torch


class BatchIndices:
    def __init__(self, n, batch_size, shuffle=False, drop_last=False, generator=None):
        raise NotImplementedError

    def __len__(self):
        """The number of batches in an epoch."""
        raise NotImplementedError

    def __iter__(self):
        """Give the batches of one epoch, each a list of ints."""
        raise NotImplementedError
