# caught-by: follows_the_device
# mistake: You seem to make the ones on the CPU, wherever `x` is.
# mistake[zh-CN]: 不管 `x` 在哪里，你似乎都把这些 1 建在了 CPU 上。
"""torch.ones without a device."""

import torch


def append_ones(x):
    return torch.cat([x, torch.ones(len(x), 1, dtype=x.dtype)], dim=1)
