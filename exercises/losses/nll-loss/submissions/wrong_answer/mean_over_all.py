# caught-by: leaves_ignored_samples_out_of_the_mean
# mistake: You seem to count the ignored samples in the denominator.
# mistake[zh-CN]: 你似乎把被忽略的样本也计入了分母。
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
    return loss.mean()
