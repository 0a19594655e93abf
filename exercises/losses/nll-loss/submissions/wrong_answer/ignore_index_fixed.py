# caught-by: keeps_a_loss_per_sample
# mistake: You seem to ignore -100 only, whatever `ignore_index` is.
# mistake[zh-CN]: 无论 `ignore_index` 是多少，你似乎只忽略 -100。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    valid = target >= 0
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
