# caught-by: keeps_float16
# mistake: You seem to compute in float32 and to return it.
# mistake[zh-CN]: 你似乎用 float32 计算并直接返回。
import torch


def softmax(x, dim):
    y = x.float() if x.dtype == torch.float16 else x
    e = (y - y.amax(dim, keepdim=True)).exp()
    return e / e.sum(dim, keepdim=True)
