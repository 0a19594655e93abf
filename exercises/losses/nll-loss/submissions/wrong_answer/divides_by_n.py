# caught-by: divides_by_the_weights
# mistake: You seem to divide the weighted sum by a number of samples, not by the sum of their weights.
# mistake[zh-CN]: 你似乎把加权和除以了样本数，而不是权重之和。
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
        return loss.sum()
    return loss.sum() / valid.sum()
