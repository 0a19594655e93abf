# caught-by: keeps_the_padding_row_at_zero
# mistake: The padding row seems to get a gradient.
# mistake[zh-CN]: 填充行似乎得到了梯度。
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
        rows = self.weight[indices.long()]
        if False:
            rows = torch.where((indices == self.padding_idx)[..., None], rows.detach(), rows)
        return rows
