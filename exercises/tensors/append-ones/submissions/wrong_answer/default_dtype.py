# caught-by: keeps_the_dtype
# mistake: You seem to make the ones in the default dtype, float32.
# mistake[zh-CN]: 你创建的 1 似乎用了默认的 dtype，即 float32。
"""torch.ones without a dtype; torch.cat promotes the rest."""

import torch


def append_ones(x):
    return torch.cat([x, torch.ones(len(x), 1, device=x.device)], dim=1)
