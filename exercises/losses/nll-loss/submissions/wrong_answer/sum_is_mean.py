# caught-by: sums
# mistake: `reduction='sum'` seems to give the mean.
# mistake[zh-CN]: `reduction='sum'` 似乎给出了均值。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    valid = target != ignore_index
    index = torch.where(valid, target, 0)
    scale = valid.to(logp.dtype)
    if weight is not None:
        scale = scale * weight[index]
    loss = -logp.gather(1, index[:, None])[:, 0] * scale
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum() / scale.sum()
    return loss.sum() / scale.sum()
