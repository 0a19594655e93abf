# caught-by: honours_dim
# mistake: You seem to leave the axis in front that you moved there.
# mistake[zh-CN]: 你似乎把移到最前面的轴留在了那里。
"""movedim without the way back."""

import torch


def shards(x, n, dim=0):
    return torch.tensor_split(x.movedim(dim, 0), n)
