import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.n = num_embeddings
        self.padding_idx = -1 if padding_idx is None else padding_idx
        self.weight = nn.Parameter(torch.normal(0.0, 1.0, (num_embeddings, embedding_dim)))
        if self.padding_idx >= 0:
            self.weight.data[self.padding_idx] = 0.0

    def forward(self, indices):
        if (indices < 0).any() or (indices >= self.n).any():
            raise IndexError("index out of range in self")
        mask = (indices != self.padding_idx).unsqueeze(-1).to(self.weight.dtype)
        return self.weight[indices] * mask
