# caught-by: differentiates
# mistake: You seem to turn float64 into float32.
# mistake[zh-CN]: 你似乎把 float64 变成了 float32。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    logp = logp.float()
    weight = weight if weight is None else weight.float()
    valid = target != ignore_index
    index = torch.where(valid, target, 0)
    scale = valid.to(logp.dtype)
    if weight is not None:
        scale = scale * weight[index]
    loss = -logp.gather(1, index[:, None])[:, 0] * scale
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / scale.sum()
