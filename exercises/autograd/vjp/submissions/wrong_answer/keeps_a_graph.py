# caught-by: detaches_the_result
# mistake: Your result seems to carry a graph.
# mistake[zh-CN]: 你的结果似乎带有计算图。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf, v, create_graph=True)
    return product
