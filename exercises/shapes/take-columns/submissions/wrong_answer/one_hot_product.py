# caught-by: keeps_the_dtype
# mistake: You seem to compute the columns by a matrix product, which rounds.
# mistake[zh-CN]: 你似乎用矩阵乘法来取列，这会有舍入。
"""x times one-hot columns, in float32."""

import torch.nn.functional as F


def take_columns(x, idx):
    chosen = F.one_hot(idx, x.shape[1]).float()
    return (x.float() @ chosen.T).to(x.dtype)
