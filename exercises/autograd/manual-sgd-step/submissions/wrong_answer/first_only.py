# caught-by: moves_the_parameters
# mistake: Only the first parameter seems to move.
# mistake[zh-CN]: 似乎只有第一个参数移动了。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p -= lr * p.grad
                break
