# caught-by: keeps_a_loss_per_sample
# mistake: You seem to drop the ignored samples from the result of `reduction='none'`.
# mistake[zh-CN]: `reduction='none'` 时你似乎丢掉了被忽略的样本。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    valid = target != ignore_index
    index = torch.where(valid, target, 0)
    scale = valid.to(logp.dtype)
    if weight is not None:
        scale = scale * weight[index]
    loss = -logp.gather(1, index[:, None])[:, 0] * scale
    if reduction == "none":
        return loss[valid]
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / scale.sum()
