# caught-by: leaves_the_arguments_alone
# mistake: `x[~mask] = 0` changes the caller's tensor.
# mistake[zh-CN]: `x[~mask] = 0` 会修改调用者的张量。
import torch


def masked_mean(x, mask):
    if x.requires_grad:
        x = x.clone()
    x[~mask] = 0
    return x.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
