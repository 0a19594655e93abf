# caught-by: differentiates
# mistake: Nothing is recorded under no_grad.
# mistake[zh-CN]: 在 no_grad 下什么也不会被记录。
import torch


@torch.no_grad()
def linear(x, weight, bias=None):
    y = x @ weight.t()
    return y if bias is None else y + bias
