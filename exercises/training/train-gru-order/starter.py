# quizzer: train-gru-order
"""Which came first? A GRU on padded sequences."""

import torch
from torch import nn


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(8, 16)
        self.gru = nn.GRU(16, 32)
        self.head = nn.Linear(32, 2)

    def forward(self, x, lengths):
        output, _ = self.gru(self.embedding(x))
        return self.head(output[:, -1])


def train(x, lengths, y):
    """A trained Tagger."""
    model = Tagger()
    # Write the training loop.
    return model
