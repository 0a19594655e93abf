# caught-by: passes_nan_on
# mistake: You seem to use `fmax`, which ignores NaN, and its gradient at 0 is not 0.
# mistake[zh-CN]: 你似乎用了 `fmax`：它会忽略 NaN，而且在 0 处的梯度不是 0。
import torch


def relu(x):
    return torch.fmax(x, torch.zeros_like(x))
