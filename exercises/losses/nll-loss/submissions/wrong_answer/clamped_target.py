# caught-by: keeps_a_loss_per_sample
# mistake: Ignored samples seem to count as class 0.
# mistake[zh-CN]: 被忽略的样本似乎被当作了类别 0。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    valid = target != ignore_index
    index = torch.where(valid, target, 0)
    scale = torch.ones_like(logp[:, 0])
    if weight is not None:
        scale = scale * weight[index]
    loss = -logp.gather(1, index[:, None])[:, 0] * scale
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / scale.sum()
