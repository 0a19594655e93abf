# caught-by: leaves_the_arguments_alone
# mistake: You seem to multiply the outputs themselves.
# mistake[zh-CN]: 你似乎把输出本身乘上了权重。
import torch


def weighted_backward(outputs, weights):
    torch.autograd.backward(outputs, weights)
    for output, weight in zip(outputs, weights):
        output.data *= weight
