# caught-by: differentiates
# mistake: The values are replaced behind autograd: the padding gets a gradient.
# mistake[zh-CN]: 绕过 autograd 替换了值：填充处得到了梯度。
import torch


def masked_mean(x, mask):
    copy = x.clone()
    copy.data[~mask] = 0
    return copy.sum(dim=1) / mask.sum(dim=1, keepdim=True).clamp(min=1)
