# caught-by: divides_by_the_weights
# mistake: The weights of ignored samples seem to stay in the denominator.
# mistake[zh-CN]: 被忽略样本的权重似乎仍留在分母里。
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
    return loss.sum() / (scale.sum() if weight is None else weight[index].sum())
