# caught-by: sums
# mistake: You seem to leave the weights out of `reduction='sum'`.
# mistake[zh-CN]: `reduction='sum'` 时你似乎没有乘权重。
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
        return (loss / scale.clamp(min=1e-12)).sum()
    return loss.sum() / scale.sum()
