# caught-by: leaves_the_arguments_alone
# mistake: You seem to write into the caller's `target`.
# mistake[zh-CN]: 你似乎改写了调用者的 `target`。
import torch


def nll_loss(logp, target, weight=None, ignore_index=-100, reduction="mean"):
    valid = target != ignore_index
    index = target
    index[~valid] = 0
    scale = valid.to(logp.dtype)
    if weight is not None:
        scale = scale * weight[index]
    loss = -logp.gather(1, index[:, None])[:, 0] * scale
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / scale.sum()
