# caught-by: leaves_the_arguments_alone
# mistake: You seem to write into the weights.
# mistake[zh-CN]: 你似乎写入了权重。
import torch


def weighted_backward(outputs, weights):
    torch.autograd.backward(outputs, weights)
    for weight in weights:
        weight.zero_()
