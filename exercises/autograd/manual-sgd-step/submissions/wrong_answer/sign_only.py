# caught-by: moves_the_parameters
# mistake: You seem to use only the sign of the gradient.
# mistake[zh-CN]: 你似乎只用了梯度的符号。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p -= lr * p.grad.sign()
