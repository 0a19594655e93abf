# caught-by: follows_the_device
# mistake: The smallest count is made on the CPU, wherever x is.
# mistake[zh-CN]: 最小计数建在了 CPU 上，而不管 x 在哪里。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    count = torch.maximum(mask.sum(dim=1), torch.ones(len(mask), dtype=torch.long))
    return kept.sum(dim=1) / count[:, None]
