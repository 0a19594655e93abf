# caught-by: refuses_indices_out_of_range
# mistake: You seem to clamp indices into the range.
# mistake[zh-CN]: 你似乎把下标截断到了合法范围。
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
            indices = indices.clamp(0, len(self.weight) - 1)
        rows = self.weight[indices.long()]
        if self.padding_idx is not None:
            rows = torch.where((indices == self.padding_idx)[..., None], rows.detach(), rows)
        return rows
