# caught-by: leaves_the_parameters
# mistake: A parameter that had no gradient seems to have one after the call.
# mistake[zh-CN]: 原来没有梯度的参数，调用之后似乎有了梯度。
import torch


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    parameters = list(f.parameters()) if isinstance(f, torch.nn.Module) else []
    before = [None if p.grad is None else p.grad.clone() for p in parameters]
    f(leaf).backward(v)
    for p, old in zip(parameters, before):
        p.grad = p.grad if old is None else old
    return leaf.grad
