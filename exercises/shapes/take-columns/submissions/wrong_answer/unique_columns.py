# caught-by: keeps_order_and_repeats
# mistake: Repeated columns seem to appear once.
# mistake[zh-CN]: 重复的列似乎只出现了一次。
"""Each column once, in the order in which it comes first."""

import torch


def take_columns(x, idx):
    once = list(dict.fromkeys(idx.tolist()))
    return torch.index_select(x, 1, torch.tensor(once, dtype=torch.int64, device=x.device))
