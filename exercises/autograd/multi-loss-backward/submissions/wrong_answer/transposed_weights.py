# caught-by: weighs_each_element
# mistake: The weights of a square output seem to be transposed.
# mistake[zh-CN]: 方阵输出的权重似乎被转置了。
import torch


def weighted_backward(outputs, weights):
    weights = [w.T if w.dim() == 2 and w.shape[0] == w.shape[1] else w for w in weights]
    torch.autograd.backward(outputs, weights)
