# caught-by: is_accurate_where_it_is_small
# mistake: You seem to clamp `x`, or to round small results to 0.
# mistake[zh-CN]: 你似乎截断了 `x`，或者把很小的结果舍入为 0。
import torch


def sigmoid(x):
    return 1 / (1 + torch.exp(-x.clamp(-10 if x.dtype == torch.float16 else -30, 30)))
