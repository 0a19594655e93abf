# caught-by: divides_by_the_weights
# mistake: You seem to divide by the sum of all class weights instead of those of the targets.
# mistake[zh-CN]: 你似乎除以了所有类别的权重之和，而不是各目标的权重之和。
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
    return loss.sum() / (scale.sum() if weight is None else weight.sum())
