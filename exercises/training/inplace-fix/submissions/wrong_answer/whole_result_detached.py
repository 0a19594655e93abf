# caught-by: sends_the_gradient_to_x
# mistake: The result seems to have no graph.
# mistake[zh-CN]: 结果似乎没有计算图。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    return (x + h * g).detach()
