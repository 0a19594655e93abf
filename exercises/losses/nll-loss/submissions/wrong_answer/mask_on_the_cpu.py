# caught-by: follows_the_device
# mistake: You seem to create a tensor on the CPU.
# mistake[zh-CN]: 你似乎在 CPU 上创建了张量。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    valid = target != ignore_index
    index = torch.where(valid, target, 0)
    scale = torch.ones(len(target), dtype=logp.dtype) * valid
    if weight is not None:
        scale = scale * weight[index]
    loss = -logp.gather(1, index[:, None])[:, 0] * scale
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / scale.sum()
