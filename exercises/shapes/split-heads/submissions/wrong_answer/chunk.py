# caught-by: refuses_what_does_not_divide
# mistake: You seem to use `chunk`, which may return fewer parts than asked for.
# mistake[zh-CN]: 你似乎用了 `chunk`，它返回的份数可能比要求的少。
"""chunk gives 3 parts where 4 were asked for."""

import torch


def split_heads(x, n):
    return torch.stack(x.chunk(n, dim=-1), dim=1)


def merge_heads(y):
    return torch.cat(y.unbind(1), dim=-1)
