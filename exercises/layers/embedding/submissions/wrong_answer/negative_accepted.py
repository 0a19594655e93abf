# caught-by: refuses_indices_out_of_range
# mistake: Negative indices seem to be accepted: `weight[-1]` is the last row.
# mistake[zh-CN]: 负下标似乎被接受了：`weight[-1]` 是最后一行。
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
        if (indices >= len(self.weight)).any():
            raise IndexError("index out of range")
        rows = self.weight[indices.long()]
        if self.padding_idx is not None:
            rows = torch.where((indices == self.padding_idx)[..., None], rows.detach(), rows)
        return rows
