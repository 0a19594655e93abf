# caught-by: sends_the_gradient_to_w
# mistake: The copy that you edit seems to be cut off from the graph.
# mistake[zh-CN]: 你修改的副本似乎与计算图断开了。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    y = h.data.clone()
    y = y * g
    return x + y
