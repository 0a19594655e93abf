# caught-by: cuts_one_channel
# mistake: Your patches seem to overlap: the stride should be `p`.
# mistake[zh-CN]: 你的图块似乎有重叠：步幅应为 `p`。
"""unfold with stride 1."""

import torch.nn.functional as F


def patchify(x, p):
    if x.shape[2] % p or x.shape[3] % p:
        raise ValueError
    return F.unfold(x, p).transpose(1, 2)
