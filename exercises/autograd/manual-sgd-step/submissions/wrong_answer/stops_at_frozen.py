# caught-by: skips_frozen_parameters
# mistake: You seem to stop at the first frozen parameter.
# mistake[zh-CN]: 你似乎在第一个被冻结的参数处就停止了。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if not p.requires_grad:
                break
            if p.grad is not None:
                p -= lr * p.grad
