# caught-by: counts_every_element
# mistake: You seem to return a tensor instead of an `int`.
# mistake[zh-CN]: 你返回的似乎是张量，而不是 `int`。
import torch


def count_trainable(model):
    return torch.tensor(sum(p.numel() for p in model.parameters() if p.requires_grad))
