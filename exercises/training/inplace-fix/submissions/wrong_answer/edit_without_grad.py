# caught-by: sends_the_gradient_to_x
# mistake: The edit under `torch.no_grad()` is not part of the graph.
# mistake[zh-CN]: 在 `torch.no_grad()` 下的修改不在计算图里。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    with torch.no_grad():
        out = h * g
    return x + h + (out - h).detach()
