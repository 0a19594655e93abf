# caught-by: gives_0_without_valid_steps
# mistake: A row without a valid step gives 0/0, which is NaN.
# mistake[zh-CN]: 没有有效步的行是 0/0，得到 NaN。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    return kept.sum(dim=1) / mask.sum(dim=1, keepdim=True)
