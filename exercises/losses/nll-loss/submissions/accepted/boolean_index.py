import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    if weight is None:
        weight = torch.ones_like(logp[0])
    keep = target != ignore_index
    rows = torch.arange(len(target), device=logp.device)[keep]
    w = weight[target[keep]]
    picked = -w * logp[rows, target[keep]]
    if reduction == "sum":
        return picked.sum()
    if reduction == "mean":
        return picked.sum() / w.sum()
    return torch.zeros_like(logp[:, 0]).index_put((rows,), picked)
