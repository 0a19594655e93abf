# caught-by: moves_the_parameters
# mistake: You seem to move along the gradient, not against it.
# mistake[zh-CN]: 你似乎沿梯度方向移动，而不是沿负梯度方向。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p += lr * p.grad
