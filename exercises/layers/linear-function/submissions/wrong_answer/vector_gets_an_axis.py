# caught-by: takes_any_leading_shape
# mistake: A vector should give a vector, not a matrix of one row.
# mistake[zh-CN]: 输入向量时应得到向量，而不是只有一行的矩阵。
import torch


def linear(x, weight, bias=None):
    y = torch.atleast_2d(x) @ weight.t()
    return y if bias is None else y + bias
