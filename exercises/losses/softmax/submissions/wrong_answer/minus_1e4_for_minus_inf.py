# caught-by: masks_with_minus_infinity
# mistake: You seem to replace -inf by a finite number.
# mistake[zh-CN]: 你似乎用有限的数代替了 -inf。
import torch


def softmax(x, dim):
    z = torch.nan_to_num(x, neginf=-1e4)
    e = torch.exp(z - z.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)
