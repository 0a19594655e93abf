# quizzer: embedding
"""An embedding layer without PyTorch's own."""

import torch
from torch import nn


class Embedding(nn.Module):
    """A table of ``num_embeddings`` rows; row ``padding_idx`` stays zero."""

    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.num_embeddings = num_embeddings
        self.embedding_dim = embedding_dim
        self.padding_idx = padding_idx

    def forward(self, indices):
        raise NotImplementedError("write the look-up")
