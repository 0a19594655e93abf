# caught-by: skips_frozen_parameters
# mistake: A frozen parameter that still has a gradient seems to move.
# mistake[zh-CN]: 被冻结但仍有梯度的参数似乎也移动了。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.grad is not None:
                p -= lr * p.grad
