# caught-by: keeps_the_dtype
# mistake: You seem to convert to another type and back, which loses digits.
# mistake[zh-CN]: 你似乎先转成别的类型再转回来，丢失了精度。
"""float32 on the way, the type of x at the end."""

import torch


def append_ones(x):
    y = torch.cat([x.float(), torch.ones(len(x), 1, device=x.device)], dim=1)
    return y.to(x.dtype)
