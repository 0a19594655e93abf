# caught-by: takes_empty_tensors
# mistake: You seem to ask an empty tensor for its largest element, or to loop over nothing.
# mistake[zh-CN]: 你似乎在空张量上求最大元素，或者对空内容做循环。
import torch


def relu(x):
    if x.detach().max() <= 0:
        return x * 0 if x.isfinite().all() else x.masked_fill(x <= 0, 0)
    return torch.where(x <= 0, torch.zeros_like(x), x)
