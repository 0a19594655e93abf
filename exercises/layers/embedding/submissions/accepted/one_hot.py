import torch
import torch.nn.functional as F
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.num_embeddings, self.padding_idx = num_embeddings, padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))
        if padding_idx is not None:
            with torch.no_grad():
                self.weight[padding_idx] = 0

    def forward(self, indices):
        hot = F.one_hot(indices.long(), self.num_embeddings).to(self.weight.dtype)
        if self.padding_idx is not None:
            hot[..., self.padding_idx] = 0
        return hot @ self.weight
