# caught-by: works_without_a_graph
# mistake: You seem to need a graph after all; inside `torch.no_grad()` there is none.
# mistake[zh-CN]: 你似乎还是用到了计算图；在 `torch.no_grad()` 里没有计算图。
import torch


def mse_grads(x, y, w, b):
    w, b = torch.nn.Parameter(w.clone()), torch.nn.Parameter(b.clone())
    loss = ((x @ w.T + b - y) ** 2).mean()
    loss.backward()
    return w.grad, b.grad
