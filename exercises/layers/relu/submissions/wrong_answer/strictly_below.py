# caught-by: has_gradient_zero_at_zero
# mistake: Your gradient at 0 seems to be another than 0: `maximum` gives 0.5, `x < 0` as a condition gives 1.
# mistake[zh-CN]: 你在 0 处的梯度似乎不是 0：`maximum` 给出 0.5，以 `x < 0` 为条件则给出 1。
import torch


def relu(x):
    return torch.where(x < 0, torch.zeros_like(x), x)
