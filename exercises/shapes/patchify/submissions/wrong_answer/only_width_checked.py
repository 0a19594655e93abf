# caught-by: refuses_what_does_not_divide
# mistake: You seem to check the width only.
# mistake[zh-CN]: 你似乎只检查了宽。
"""H is not checked."""

import torch.nn.functional as F


def patchify(x, p):
    if x.shape[3] % p:
        raise ValueError
    return F.unfold(x, p, stride=p).transpose(1, 2)
