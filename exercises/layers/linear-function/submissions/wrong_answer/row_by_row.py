# caught-by: takes_no_rows
# mistake: A loop over the rows has nothing to stack where there are none.
# mistake[zh-CN]: 逐行循环时，如果一行也没有，就没有可以 stack 的东西。
import torch


def linear(x, weight, bias=None):
    if x.dim() > 1:
        return torch.stack([linear(row, weight, bias) for row in x])
    y = weight @ x
    return y if bias is None else y + bias
