# caught-by: draws_a_normal_table
# mistake: Every layer seems to draw the same weight.
# mistake[zh-CN]: 每个层抽到的 weight 似乎都一样。
import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        torch.manual_seed(0)
        table = torch.randn(num_embeddings, embedding_dim)
        if padding_idx is not None:
            table[padding_idx] = 0
        self.weight = nn.Parameter(table)

    def forward(self, indices):
        if ((indices < 0) | (indices >= len(self.weight))).any():
            raise IndexError("index out of range")
        rows = self.weight[indices.long()]
        if self.padding_idx is not None:
            rows = torch.where((indices == self.padding_idx)[..., None], rows.detach(), rows)
        return rows
