# caught-by: cuts_one_channel
# mistake: Your result seems to have the patches in the last axis.
# mistake[zh-CN]: 你的结果里，图块似乎在最后一个轴上。
"""F.unfold as it comes."""

import torch.nn.functional as F


def patchify(x, p):
    if x.shape[2] % p or x.shape[3] % p:
        raise ValueError
    return F.unfold(x, p, stride=p)
