# caught-by: keeps_the_dtype
# mistake: float64 seems to pass through float32.
# mistake[zh-CN]: float64 似乎先变成了 float32。
import torch


def masked_mean(x, mask):
    kept = torch.where(mask.unsqueeze(-1), x.float(), 0.0)
    return (kept.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)).to(x.dtype)
