# caught-by: has_its_slope_at_zero
# mistake: You seem to use |x|, whose gradient at 0 is 0.
# mistake[zh-CN]: 你似乎用了 |x|，它在 0 处的梯度是 0。
import torch


def sigmoid(x):
    e = torch.exp(-x.abs())
    return torch.where(x >= 0, 1 / (1 + e), e / (1 + e))
