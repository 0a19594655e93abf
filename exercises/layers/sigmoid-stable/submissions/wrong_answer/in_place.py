# caught-by: leaves_the_input_alone
# mistake: You seem to change `x` in place.
# mistake[zh-CN]: 你似乎原地修改了 `x`。
import torch
import torch.nn.functional as F


def sigmoid(x):
    y = torch.exp(-F.softplus(-x))
    x.data.clamp_(-30, 30)
    return y
