# caught-by: keeps_the_dtype
# mistake: You seem to compute in float32 what is float64.
# mistake[zh-CN]: 输入是 float64，你似乎用 float32 计算。
import torch.nn.functional as F


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    return F.pairwise_distance(x1.float(), x2.float(), p, eps, keepdim).to(x1.dtype)
