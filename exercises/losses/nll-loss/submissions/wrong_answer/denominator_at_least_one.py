# caught-by: divides_by_the_weights
# mistake: You seem to keep the sum of the weights at 1 or more.
# mistake[zh-CN]: 你似乎把权重之和限制为不小于 1。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    keep = target != ignore_index
    t = torch.where(keep, target, 0)
    w = torch.ones(logp.shape[1], dtype=logp.dtype, device=logp.device) if weight is None else weight
    wt = w[t] * keep
    loss = -wt * logp[torch.arange(len(t)), t]
    if reduction == "none":
        return loss
    return loss.sum() if reduction == "sum" else loss.sum() / wt.sum().clamp(min=1)
