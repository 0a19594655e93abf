# caught-by: differentiates
# mistake: You seem to compute in float32 what is float64.
# mistake[zh-CN]: 输入是 float64，你似乎用 float32 计算。
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    if logits.shape != target.shape:
        raise ValueError("shapes")
    logits = logits.float()
    pos, neg = F.softplus(-logits), F.softplus(logits)
    w = 1 if pos_weight is None else pos_weight
    return (w * target * pos + (1 - target) * neg).mean()
