# caught-by: leaves_the_arguments_alone
# mistake: You seem to reorder the caller's lists.
# mistake[zh-CN]: 你似乎改变了调用者列表的顺序。
import torch


def weighted_backward(outputs, weights):
    outputs.reverse()
    weights.reverse()
    torch.autograd.backward(outputs, weights)
