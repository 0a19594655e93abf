# caught-by: weighs_each_element
# mistake: You seem to use one weight for a whole output.
# mistake[zh-CN]: 你似乎对整个输出只用了一个权重。
import torch


def weighted_backward(outputs, weights):
    torch.autograd.backward(
        outputs, [torch.full_like(output, weight.mean().item()) for output, weight in zip(outputs, weights)]
    )
