# caught-by: keeps_the_gradients
# mistake: You seem to give parameters without a gradient one of zeros.
# mistake[zh-CN]: 你似乎给没有梯度的参数填上了全零梯度。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.grad is None:
                p.grad = torch.zeros_like(p)
            if p.requires_grad and p.grad is not None:
                p -= lr * p.grad
