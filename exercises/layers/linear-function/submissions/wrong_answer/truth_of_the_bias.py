# caught-by: adds_the_bias
# mistake: The truth of a tensor is not whether it is there: ask `bias is not None`.
# mistake[zh-CN]: 张量的真假不表示有没有它：请用 `bias is not None`。
import torch


def linear(x, weight, bias=None):
    y = x @ weight.t()
    return y + bias if bias else y
