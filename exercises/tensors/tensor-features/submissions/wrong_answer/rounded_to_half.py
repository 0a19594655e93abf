# caught-by: takes_lists
# mistake: You seem to round the numbers to fewer digits than float32 has.
# mistake[zh-CN]: 你似乎把数舍入到了比 float32 更少的位数。
"""float16 on the way."""

import torch


def to_features(rows, requires_grad=False):
    return torch.tensor(rows, dtype=torch.float16).float().requires_grad_(requires_grad)
