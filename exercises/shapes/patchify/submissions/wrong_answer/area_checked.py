# caught-by: refuses_what_does_not_divide
# mistake: You seem to check the number of pixels instead of each side.
# mistake[zh-CN]: 你似乎检查的是像素总数，而不是每条边。
"""The area is divisible, but a side is not."""

import torch.nn.functional as F


def patchify(x, p):
    if x.shape[2] * x.shape[3] % (p * p):
        raise ValueError
    return F.unfold(x, p, stride=p).transpose(1, 2)
