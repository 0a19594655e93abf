# caught-by: takes_any_leading_shape
# mistake: `mm` takes matrices only.
# mistake[zh-CN]: `mm` 只接受矩阵。
import torch


def linear(x, weight, bias=None):
    y = torch.mm(x, weight.t())
    return y if bias is None else y + bias
