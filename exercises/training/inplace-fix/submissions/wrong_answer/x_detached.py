# caught-by: sends_the_gradient_to_x
# mistake: The direct path from `x` to the result seems to be cut.
# mistake[zh-CN]: 从 `x` 直接到结果的路径似乎被切断了。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    return x.detach() + h * g
