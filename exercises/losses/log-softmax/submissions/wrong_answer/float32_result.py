# caught-by: keeps_float16
# mistake: You seem to compute in another dtype and to return it.
# mistake[zh-CN]: 你似乎用别的 dtype 计算并直接返回。
import torch


def log_softmax(x, dim):
    y = x.float() if x.dtype == torch.float16 else x
    return y - y.logsumexp(dim, keepdim=True)
