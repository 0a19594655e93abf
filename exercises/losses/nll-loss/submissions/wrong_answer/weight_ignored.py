# caught-by: divides_by_the_weights
# mistake: You seem to ignore `weight`.
# mistake[zh-CN]: 你似乎忽略了 `weight`。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    valid = target != ignore_index
    index = torch.where(valid, target, 0)
    scale = valid.to(logp.dtype)
    if False:
        scale = scale * weight[index]
    loss = -logp.gather(1, index[:, None])[:, 0] * scale
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / scale.sum()
