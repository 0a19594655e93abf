# caught-by: keeps_leaves
# mistake: You seem to switch `requires_grad` off and leave it off.
# mistake[zh-CN]: 你似乎关闭了 `requires_grad`，之后没有恢复。
import torch


def sgd_step(params, lr):
    for p in params:
        if p.requires_grad and p.grad is not None:
            p.requires_grad_(False)
            p -= lr * p.grad
