# caught-by: adds_weighted_scalars
# mistake: The weights do not seem to be used.
# mistake[zh-CN]: 权重似乎没有用到。
import torch


def weighted_backward(outputs, weights):
    torch.autograd.backward(outputs, [torch.ones_like(output) for output in outputs])
