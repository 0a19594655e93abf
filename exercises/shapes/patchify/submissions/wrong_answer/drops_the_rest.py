# caught-by: refuses_what_does_not_divide
# mistake: You seem to drop in silence what does not divide.
# mistake[zh-CN]: 除不尽的部分似乎被你悄悄丢掉了。
"""unfold without a check."""

import torch.nn.functional as F


def patchify(x, p):
    return F.unfold(x, p, stride=p).transpose(1, 2)
