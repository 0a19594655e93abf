# caught-by: counts_shared_parameters_once
# mistake: You seem to take parameters with equal numbers for shared ones.
# mistake[zh-CN]: 你似乎把数值相同的参数当成了共享的参数。
import torch


def count_trainable(model):
    found = []
    for p in model.parameters():
        if p.requires_grad and not any(p.dim() > 1 and torch.equal(p, q) for q in found):
            found.append(p)
    return sum(p.numel() for p in found)
