import torch
import torch.nn.functional as F


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    classes = logp.shape[1]
    ignored = target == ignore_index
    chosen = F.one_hot(target.masked_fill(ignored, 0), classes).to(logp.dtype) * (~ignored)[:, None]
    if weight is not None:
        chosen = chosen * weight
    loss = -(chosen * logp).sum(dim=1)
    if reduction == "none":
        return loss
    return loss.sum() if reduction == "sum" else loss.sum() / chosen.sum()
