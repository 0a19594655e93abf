import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.num_embeddings = num_embeddings
        self.weight = nn.Parameter(torch.empty(num_embeddings, embedding_dim))
        nn.init.normal_(self.weight)
        if padding_idx is not None:
            with torch.no_grad():
                self.weight[padding_idx].fill_(0)
            keep = torch.ones(num_embeddings, 1)
            keep[padding_idx] = 0
            self.register_buffer("keep", keep, persistent=False)
            self.weight.register_hook(lambda gradient: gradient * self.keep)

    def forward(self, indices):
        if indices.numel() and (indices.min() < 0 or indices.max() >= self.num_embeddings):
            raise ValueError("no such row")
        return (
            self.weight.index_select(0, indices.reshape(-1).long()).reshape(*indices.shape, -1)
            if indices.numel()
            else (self.weight.new_zeros(*indices.shape, self.weight.shape[1]))
        )
