# caught-by: is_a_sigmoid
# mistake: You seem to have the sign of `x` reversed.
# mistake[zh-CN]: 你似乎把 `x` 的符号弄反了。
import torch
import torch.nn.functional as F


def sigmoid(x):
    return torch.exp(-F.softplus(x))
