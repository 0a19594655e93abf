# caught-by: keeps_the_dtype
# mistake: float64 input gives a float32 result.
# mistake[zh-CN]: 输入为 float64 时，结果成了 float32。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x, 0.0)
    return (kept.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)).float()
