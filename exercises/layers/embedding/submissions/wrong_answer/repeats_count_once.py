# caught-by: adds_the_gradients_of_repeats
# mistake: Repeated indices seem to count once only.
# mistake[zh-CN]: 重复的下标似乎只计了一次。
import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        table = torch.randn(num_embeddings, embedding_dim)
        if padding_idx is not None:
            table[padding_idx] = 0
        self.weight = nn.Parameter(table)

    def forward(self, indices):
        if ((indices < 0) | (indices >= len(self.weight))).any():
            raise IndexError("index out of range")
        flat = indices.long().flatten()
        first = torch.tensor([i not in flat[:k] for k, i in enumerate(flat)], device=flat.device).reshape(indices.shape)
        found = self.weight[indices.long()]
        rows = torch.where(first[..., None], found, found.detach())
        if self.padding_idx is not None:
            rows = torch.where((indices == self.padding_idx)[..., None], rows.detach(), rows)
        return rows
