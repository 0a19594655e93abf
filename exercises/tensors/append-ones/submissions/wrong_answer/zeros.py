# caught-by: appends_a_column
# mistake: You seem to append zeros.
# mistake[zh-CN]: 你追加的似乎是 0。
"""F.pad with its default value."""

import torch.nn.functional as F


def append_ones(x):
    return F.pad(x, (0, 1))
