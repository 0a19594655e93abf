# caught-by: averages_the_valid_steps
# mistake: You seem to take the first steps; the valid ones may stand anywhere.
# mistake[zh-CN]: 你似乎取了开头的几步；有效步可以在任何位置。
import torch


def masked_mean(x, mask):
    counts = mask.sum(dim=1)
    steps = torch.arange(x.shape[1], device=x.device)
    valid = steps[None] < counts[:, None]
    kept = torch.where(valid.unsqueeze(-1), x, 0.0)
    return kept.sum(dim=1) / counts.clamp(min=1)[:, None]
