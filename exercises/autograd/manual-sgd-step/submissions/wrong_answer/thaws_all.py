# caught-by: keeps_leaves
# mistake: Frozen parameters seem to be trainable after the call.
# mistake[zh-CN]: 调用之后，被冻结的参数似乎变成了可训练的。
import torch


def sgd_step(params, lr):
    for p in params:
        trainable = p.requires_grad
        p.requires_grad_(False)
        if trainable and p.grad is not None:
            p -= lr * p.grad
        p.requires_grad_(True)
