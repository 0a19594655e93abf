# caught-by: skips_missing_gradients
# mistake: You seem to stop at the first parameter without a gradient.
# mistake[zh-CN]: 你似乎在第一个没有梯度的参数处就停止了。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.grad is None:
                return
            if p.requires_grad:
                p -= lr * p.grad
