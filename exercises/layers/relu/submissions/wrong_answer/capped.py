# caught-by: keeps_small_and_large_numbers
# mistake: You seem to cut small positive numbers or large ones off.
# mistake[zh-CN]: 你似乎截掉了很小的正数或很大的数。
import torch


def relu(x):
    y = x.masked_fill(x <= 0, 0)
    return torch.where((y > 1000) & torch.isfinite(y) & (y < 2**59), torch.full_like(y, 1000), y)
