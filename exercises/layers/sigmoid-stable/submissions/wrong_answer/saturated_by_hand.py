# caught-by: is_accurate_where_it_is_small
# mistake: You seem to clamp `x`, or to round small results to 0.
# mistake[zh-CN]: 你似乎截断了 `x`，或者把很小的结果舍入为 0。
import torch


def sigmoid(x):
    far = x.abs() > (10 if x.dtype == torch.float16 else 40)
    y = 1 / (1 + torch.exp(-x.masked_fill(far, 0)))
    return torch.where(far, (x > 0).to(x.dtype), y)
